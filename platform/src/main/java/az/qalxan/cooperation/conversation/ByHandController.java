package az.qalxan.cooperation.conversation;

import az.qalxan.access.CurrentCaller;
import az.qalxan.transmission.HandReading;
import az.qalxan.web.Requires;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Records deliveries by hand from a request's page. */
@Controller
@RequestMapping("/duty/requests/{number}/deliveries")
class ByHandController {

    private static final int REFERENCE_MAX = 300;

    private final ByHand hand;
    private final CurrentCaller callers;

    ByHandController(ByHand hand, CurrentCaller callers) {
        this.hand = hand;
        this.callers = callers;
    }

    /** What follows from a delivery, as the form sends it. */
    record Follows(int version, @Nullable String effect, @Nullable String reference) {

        String code() {
            return effect == null ? "none" : effect;
        }
    }

    @Requires("transmission:create")
    @PostMapping
    String record(
            @PathVariable String number,
            @ModelAttribute HandReading.Sent sent,
            @ModelAttribute Follows follows,
            @RequestParam(name = "proof", required = false) @Nullable MultipartFile proof)
            throws IOException {
        String reference =
                ConversationController.text(
                        "reference", follows.reference() == null ? "" : follows.reference(), 0);
        if (reference.length() > REFERENCE_MAX) {
            throw ConversationController.wrong(
                    "reference", "duty.wrong.words", reference.length(), 0, REFERENCE_MAX);
        }
        hand.record(
                number,
                new ByHand.Typed(
                        sent,
                        proof,
                        ByHand.Effect.of(follows.code()),
                        reference,
                        follows.version()),
                callers.require());
        return "redirect:/duty/requests/" + number + "#conversation";
    }
}
