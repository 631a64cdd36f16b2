package az.qalxan.cooperation;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steps of a request's life. */
@Controller
@RequestMapping("/duty/requests/{number}")
class RequestStepController {

    private static final String DESK = "desk";

    private final Requests requests;
    private final BasisStore bases;
    private final CooperationPack pack;
    private final CurrentCaller callers;
    private final Clock clock;

    RequestStepController(
            Requests requests,
            BasisStore bases,
            CooperationPack pack,
            CurrentCaller callers,
            Clock clock) {
        this.requests = requests;
        this.bases = bases;
        this.pack = pack;
        this.callers = callers;
        this.clock = clock;
    }

    /** Takes a request up; from the desk one key does it, and one takes it back. */
    @Requires("cooperation:update")
    @PostMapping("/acknowledge")
    String acknowledge(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String from) {
        take(number, version, new RequestStep.Acknowledge());
        return from.equals(DESK) ? "redirect:/duty?done=" + number : back(number);
    }

    @Requires("cooperation:update")
    @PostMapping("/undo")
    String undo(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String from) {
        take(number, version, new RequestStep.Undo());
        return from.equals(DESK) ? "redirect:/duty" : back(number);
    }

    @Requires("cooperation:update")
    @PostMapping("/begin")
    String begin(@PathVariable String number, @RequestParam int version) {
        return take(number, version, new RequestStep.Begin());
    }

    /** A draft went out; {@code how} says by what way. */
    @Requires("cooperation:update")
    @PostMapping("/send")
    String send(@PathVariable String number, @RequestParam int version, @RequestParam String how) {
        return take(number, version, new RequestStep.Send(words("how", how, 3)));
    }

    @Requires("cooperation:update")
    @PostMapping("/confirm")
    String confirm(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reference) {
        return take(
                number,
                version,
                new RequestStep.Confirm(
                        Typed.text("reference", reference, 0, RequestReading.LINE_MAX)));
    }

    /** Data are preserved since {@code effect}, by an order of {@code ordered}; blank: the same. */
    @Requires("cooperation:update")
    @PostMapping("/preserve")
    String preserve(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam String effect,
            @RequestParam(defaultValue = "") String ordered) {
        Instant since = past("effect", effect);
        Instant order = ordered.isBlank() ? since : past("ordered", ordered);
        return take(number, version, new RequestStep.Preserve(order, since));
    }

    @Requires("cooperation:update")
    @PostMapping("/renew")
    String renew(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam String ordered,
            @RequestParam String reason) {
        Instant order = past("ordered", ordered);
        @Nullable Instant before =
                requests.see(Requests.number(number)).request().moments().ordered();
        if (before != null && !order.isAfter(before)) {
            throw Dossier.wrong("ordered", "duty.wrong.renewal", ordered);
        }
        return take(
                number,
                version,
                new RequestStep.Renew(order, words("reason", reason, RequestController.WORDS_MIN)));
    }

    @Requires("cooperation:decide")
    @PostMapping("/release")
    String release(
            @PathVariable String number, @RequestParam int version, @RequestParam String reason) {
        return take(
                number,
                version,
                new RequestStep.Let(words("reason", reason, RequestController.WORDS_MIN)));
    }

    /** An answer, in part or, with {@code complete}, the whole. */
    @Requires("cooperation:update")
    @PostMapping("/answer")
    String answer(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam String words,
            @RequestParam(defaultValue = "") String conditions,
            @RequestParam(defaultValue = "false") boolean complete) {
        String said = words("words", words, 3);
        String limits = words("conditions", conditions, 0);
        return take(
                number,
                version,
                complete
                        ? new RequestStep.Execute(said, limits)
                        : new RequestStep.AnswerInPart(said, limits));
    }

    /** Refuses on a ground of the basis that holds, or on another one in words. */
    @Requires("cooperation:decide")
    @PostMapping("/refuse")
    String refuse(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam String ground,
            @RequestParam String reason) {
        RequestLine line = requests.see(Requests.number(number));
        boolean known =
                ground.equals("other")
                        || bases.inForce(line.head().id())
                                .flatMap(basis -> basis.law().ground(ground))
                                .isPresent();
        if (!known) {
            throw Dossier.wrong("ground", "duty.wrong.ground", ground);
        }
        return take(
                number,
                version,
                new RequestStep.Refuse(
                        ground, words("reason", reason, RequestController.WORDS_MIN)));
    }

    @Requires("cooperation:update")
    @PostMapping("/withdraw")
    String withdraw(
            @PathVariable String number, @RequestParam int version, @RequestParam String reason) {
        return take(
                number,
                version,
                new RequestStep.Withdraw(words("reason", reason, RequestController.WORDS_MIN)));
    }

    @Requires("cooperation:update")
    @PostMapping("/close")
    String close(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words) {
        return take(number, version, new RequestStep.Close(words("words", words, 0)));
    }

    private String take(String number, int version, RequestStep step) {
        requests.take(Requests.number(number), version, step, callers.require());
        return back(number);
    }

    private static String words(String field, String typed, int least) {
        return Typed.text(field, Objects.requireNonNull(typed), least, RequestController.WORDS_MAX);
    }

    private Instant past(String field, String typed) {
        return Typed.past(field, typed, pack.zone(), clock.instant());
    }

    private static String back(String number) {
        return "redirect:/duty/requests/" + number;
    }
}
