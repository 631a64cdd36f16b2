package az.qalxan.assets;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done with a freeze. */
@Controller
@RequestMapping("/assets/freezes")
class FreezeStepController {

    private static final String DUTY = "duty";
    private static final int NAME_CHARS_MAX = 200;

    private final Freezes freezes;
    private final HoldingReading holdings;
    private final Keepers keepers;
    private final AssetsPack pack;
    private final CurrentCaller callers;
    private final Clock clock;

    FreezeStepController(
            Freezes freezes,
            HoldingReading holdings,
            Keepers keepers,
            AssetsPack pack,
            CurrentCaller callers,
            Clock clock) {
        this.freezes = freezes;
        this.holdings = holdings;
        this.keepers = keepers;
        this.pack = pack;
        this.callers = callers;
        this.clock = clock;
    }

    /** Sends a draft; {@code amount} blank asks for the whole holding. */
    @Requires("assets:update")
    @PostMapping("/{number}/send")
    String send(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam String organisation,
            @RequestParam String basis,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String from) {
        if (!keepers.has(organisation)) {
            throw Typed.wrong("organisation", "assets.wrong.organisation", organisation);
        }
        if (pack.basis(basis).isEmpty()) {
            throw Typed.wrong("basis", "assets.wrong.basis", basis);
        }
        Freeze freeze = freezes.see(FreezeController.number(number));
        @Nullable Money asked =
                amount.isBlank() ? null : Typed.moneyIn("amount", amount, freeze.head().currency());
        return take(number, version, new FreezeStep.Send(organisation, basis, asked), from);
    }

    @Requires("assets:update")
    @PostMapping("/{number}/drop")
    String drop(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String from) {
        return take(number, version, new FreezeStep.Drop(Typed.words("reason", reason)), from);
    }

    /** Drops several drafts at once, from the duty page. */
    @Requires("assets:update")
    @PostMapping("/drop")
    String drop(
            @RequestParam(name = "freeze", defaultValue = "") List<String> numbers,
            @RequestParam String reason) {
        List<FreezeNumber> chosen =
                numbers.stream()
                        .limit(DutyPages.ROWS)
                        .filter(FreezeNumber::fits)
                        .map(FreezeNumber::new)
                        .toList();
        freezes.drop(chosen, Typed.words("reason", reason), callers.require());
        return "redirect:/assets/golden-hour";
    }

    @Requires("assets:update")
    @PostMapping("/{number}/acknowledge")
    String acknowledge(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String from) {
        return take(number, version, new FreezeStep.Acknowledge(), from);
    }

    /** The organisation holds money; {@code until} blank: until it is lifted. */
    @Requires("assets:update")
    @PostMapping("/{number}/confirm")
    String confirm(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam String amount,
            @RequestParam String at,
            @RequestParam(defaultValue = "") String until,
            @RequestParam String by) {
        Freeze freeze = freezes.see(FreezeController.number(number));
        Instant since = past("at", at);
        return take(
                number,
                version,
                new FreezeStep.Confirm(
                        Typed.moneyIn("amount", amount, freeze.head().currency()),
                        since,
                        later("until", until, since),
                        Typed.text("by", by, 1, NAME_CHARS_MAX)),
                "");
    }

    @Requires("assets:update")
    @PostMapping("/{number}/refuse")
    String refuse(
            @PathVariable String number, @RequestParam int version, @RequestParam String reason) {
        return take(number, version, new FreezeStep.Refuse(Typed.words("reason", reason)), "");
    }

    /** The money had moved on; where to and how much may be blank. */
    @Requires("assets:update")
    @PostMapping("/{number}/too-late")
    String tooLate(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String movedTo,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String at,
            @RequestParam String reason) {
        Freeze freeze = freezes.see(FreezeController.number(number));
        @Nullable Holding to = movedTo.isBlank() ? null : holding(movedTo);
        @Nullable Money moved =
                amount.isBlank() ? null : Typed.moneyIn("amount", amount, freeze.head().currency());
        Instant when = at.isBlank() ? clock.instant() : past("at", at);
        return take(
                number,
                version,
                new FreezeStep.TooLate(to, moved, when, Typed.words("reason", reason)),
                "");
    }

    private Holding holding(String typed) {
        Optional<Holding> read = holdings.read(typed).filter(one -> !one.isVictim());
        return read.orElseThrow(() -> Typed.wrong("movedTo", "assets.wrong.holding", typed));
    }

    /** The hold lasts longer; {@code until} blank: until it is lifted. */
    @Requires("assets:update")
    @PostMapping("/{number}/renew")
    String renew(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String until,
            @RequestParam String reason) {
        return take(
                number,
                version,
                new FreezeStep.Renew(
                        later("until", until, clock.instant()), Typed.words("reason", reason)),
                "");
    }

    @Requires("assets:decide")
    @PostMapping("/{number}/release")
    String release(
            @PathVariable String number, @RequestParam int version, @RequestParam String reason) {
        return take(number, version, new FreezeStep.Release(Typed.words("reason", reason)), "");
    }

    @Requires("assets:decide")
    @PostMapping("/{number}/seize")
    String seize(
            @PathVariable String number, @RequestParam int version, @RequestParam String reason) {
        return take(number, version, new FreezeStep.Seize(Typed.words("reason", reason)), "");
    }

    private String take(String number, int version, FreezeStep step, String from) {
        freezes.take(FreezeController.number(number), version, step, callers.require());
        return from.equals(DUTY)
                ? "redirect:/assets/golden-hour"
                : "redirect:/assets/freezes/" + number;
    }

    private Instant past(String field, String typed) {
        Instant moment = Typed.moment(field, typed, pack.zone());
        if (moment == null || moment.isAfter(clock.instant())) {
            throw Typed.wrong(field, "assets.wrong.moment", typed);
        }
        return moment;
    }

    private @Nullable Instant later(String field, String typed, Instant than) {
        Instant moment = Typed.moment(field, typed, pack.zone());
        if (moment != null && !moment.isAfter(than)) {
            throw Typed.wrong(field, "assets.wrong.until", typed);
        }
        return moment;
    }
}
