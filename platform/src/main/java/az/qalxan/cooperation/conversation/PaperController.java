package az.qalxan.cooperation.conversation;

import az.qalxan.access.CurrentCaller;
import az.qalxan.cooperation.paper.Paper;
import az.qalxan.cooperation.paper.PaperLanguage;
import az.qalxan.web.Requires;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The signed papers of a request. */
@Controller
@RequestMapping("/duty/requests/{number}/papers")
class PaperController {

    private final PaperWork work;
    private final CurrentCaller callers;

    PaperController(PaperWork work, CurrentCaller callers) {
        this.work = work;
        this.callers = callers;
    }

    @Requires("cooperation:update")
    @PostMapping
    String make(
            @PathVariable String number,
            @RequestParam String kind,
            @RequestParam(defaultValue = "none") String language,
            @RequestParam(defaultValue = "") String words) {
        work.make(
                number,
                new PaperWork.Wanted(
                        kind, language(language), ConversationController.text("words", words, 0)),
                callers.require());
        return ConversationController.back(number);
    }

    private static PaperLanguage language(String typed) {
        for (PaperLanguage one : PaperLanguage.values()) {
            if (one.name().equals(typed.toUpperCase(Locale.ROOT))) {
                return one;
            }
        }
        throw ConversationController.wrong("language", "talk.wrong.language", typed);
    }

    @Requires("cooperation:read")
    @GetMapping("/{id}")
    ResponseEntity<byte[]> paper(@PathVariable String number, @PathVariable UUID id) {
        Paper paper = work.show(number, id);
        return ConversationController.download(
                paper.fileName(), MediaType.APPLICATION_PDF, paper.pdf());
    }

    /** Sends a paper by secure mail. */
    @Requires("cooperation:update")
    @PostMapping("/{id}/mail")
    String mail(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam String to,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String text) {
        work.mail(
                number,
                id,
                new PaperWork.Envelope(
                        to,
                        ConversationController.text("subject", subject, 3),
                        ConversationController.text("text", text, 0)),
                callers.require());
        return ConversationController.back(number);
    }
}
