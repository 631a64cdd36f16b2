package az.qalxan.cooperation.roster;

import az.qalxan.access.Caller;
import az.qalxan.access.Colleague;
import az.qalxan.access.Colleagues;
import az.qalxan.access.CurrentCaller;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.CleanText;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The duty roster. */
@Controller
@RequestMapping("/duty/roster")
class RosterController {

    private static final Duration BACK = Duration.ofDays(2);
    private static final Duration AHEAD = Duration.ofDays(21);
    private static final int LINE_MAX = 200;
    private static final int WORDS_MIN = 10;
    private static final int WORDS_MAX = 2_000;

    private final Roster roster;
    private final Colleagues colleagues;
    private final CurrentCaller callers;
    private final ZoneId zone;
    private final Clock clock;

    RosterController(
            Roster roster,
            Colleagues colleagues,
            CurrentCaller callers,
            Jurisdiction jurisdiction,
            Clock clock) {
        this.roster = roster;
        this.colleagues = colleagues;
        this.callers = callers;
        this.zone = jurisdiction.zone();
        this.clock = clock;
    }

    /** The page: shifts of the days before and to come. */
    record RosterPage(List<Shift> shifts, List<Colleague> colleagues, Instant now) {

        RosterPage {
            shifts = List.copyOf(shifts);
            colleagues = List.copyOf(colleagues);
        }
    }

    @Requires("cooperation:read")
    @GetMapping
    @Transactional
    public String page(Model model) {
        Instant now = clock.instant();
        model.addAttribute(
                "page",
                new RosterPage(
                        roster.view(callers.require().body(), now.minus(BACK), now.plus(AHEAD)),
                        colleagues.ofCaller(),
                        now));
        return "cooperation/roster/roster";
    }

    /** What the form sends; {@code from} and {@code until} are date fields of our zone. */
    record Entry(
            @Nullable String account,
            @Nullable String post,
            @Nullable String from,
            @Nullable String until,
            @Nullable String address,
            @Nullable String phone) {

        static String or(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }

    @Requires("cooperation:administer")
    @PostMapping
    String enter(Entry entry) {
        Caller caller = callers.require();
        Colleague person =
                colleagues.ofCaller().stream()
                        .filter(one -> one.account().toString().equals(entry.account()))
                        .findAny()
                        .orElseThrow(() -> wrong("account", "duty.wrong.colleague"));
        Instant from = moment("from", Entry.or(entry.from()));
        Instant until = moment("until", Entry.or(entry.until()));
        if (!until.isAfter(from) || until.isAfter(from.plus(Shift.LONGEST))) {
            throw wrong("until", "duty.wrong.shift");
        }
        if (!List.of("officer", "head").contains(Entry.or(entry.post()))) {
            throw wrong("post", "duty.wrong.post");
        }
        roster.enter(
                new Shift(
                        UUID.randomUUID(),
                        caller.body().value(),
                        Entry.or(entry.post()),
                        person.account().toString(),
                        person.name(),
                        text("address", Entry.or(entry.address()), 0, LINE_MAX),
                        text("phone", Entry.or(entry.phone()), 0, LINE_MAX),
                        from,
                        until,
                        caller.name(),
                        null,
                        "",
                        ""));
        return "redirect:/duty/roster";
    }

    @Requires("cooperation:administer")
    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable UUID id, @RequestParam String reason) {
        roster.cancel(id, text("reason", reason, WORDS_MIN, WORDS_MAX), callers.require());
        return "redirect:/duty/roster";
    }

    private Instant moment(String field, String typed) {
        try {
            return LocalDateTime.parse(typed.strip()).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw wrong(field, "duty.wrong.moment", typed);
        }
    }

    static String text(String field, String typed, int least, int most) {
        String clean = CleanText.of(typed);
        if (clean.length() < least || clean.length() > most) {
            throw wrong(field, "duty.wrong.words", clean.length(), least, most);
        }
        return clean;
    }

    private static ProblemFound wrong(String field, String key, Object... arguments) {
        return ProblemFound.with(
                WebProblem.INVALID_INPUT, List.of(Violation.at(field, key, arguments)));
    }
}
