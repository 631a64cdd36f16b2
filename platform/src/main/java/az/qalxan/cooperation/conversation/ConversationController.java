package az.qalxan.cooperation.conversation;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.RequestStep;
import az.qalxan.database.Sha256;
import az.qalxan.reporting.CleanText;
import az.qalxan.transmission.Attached;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The conversation about a request: sending it, what was said, saying more. */
@Controller
@RequestMapping("/duty/requests/{number}")
class ConversationController {

    private static final int WORDS_MAX = 10_000;
    private static final int REASON_MIN = 10;
    private static final int FILES_MAX = 20;
    private static final long FILES_BYTES_MAX = 30L << 20;

    private final ConversationPages pages;
    private final Talk talk;
    private final Comparing comparing;
    private final RequestDesk desk;
    private final WordStore words;
    private final AuditLog audit;
    private final CurrentCaller callers;

    ConversationController(
            ConversationPages pages,
            Talk talk,
            Comparing comparing,
            RequestDesk desk,
            WordStore words,
            AuditLog audit,
            CurrentCaller callers) {
        this.pages = pages;
        this.talk = talk;
        this.comparing = comparing;
        this.desk = desk;
        this.words = words;
        this.audit = audit;
        this.callers = callers;
    }

    /** The whole page, or for htmx the part that the request's page shows. */
    @Requires("cooperation:read")
    @GetMapping("/conversation")
    String conversation(
            @PathVariable String number,
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx,
            Model model) {
        model.addAttribute("page", pages.of(number));
        return htmx.isEmpty() ? "cooperation/conversation/page" : "cooperation/conversation/part";
    }

    /** Sends a draft of ours to a peer's body: {@code to} is {@code peer/body}. */
    @Requires("cooperation:update")
    @PostMapping("/peer")
    String send(@PathVariable String number, @RequestParam int version, @RequestParam String to) {
        talk.send(new Talk.Act(number, version, callers.require()), addressee(to));
        return back(number);
    }

    static Talk.Addressee addressee(String typed) {
        if (!typed.matches("[a-z0-9-]{1,40}/[a-z0-9-]{1,80}")) {
            throw wrong("to", "talk.wrong.peer", typed);
        }
        int slash = typed.indexOf('/');
        return new Talk.Addressee(typed.substring(0, slash), typed.substring(slash + 1));
    }

    @Requires("cooperation:update")
    @PostMapping("/remark")
    String remark(@PathVariable String number, @RequestParam("words") String typed) {
        String words = text("words", typed, 3);
        if (words.length() > Effects.REMARK_CHARS_MAX) {
            throw wrong("words", "duty.wrong.words", words.length(), 3, Effects.REMARK_CHARS_MAX);
        }
        talk.say(number, new Word.Remark(words), callers.require());
        return back(number);
    }

    /** Asks the other side to hold on. */
    @Requires("cooperation:update")
    @PostMapping("/extension")
    String extension(@PathVariable String number, @RequestParam String reason) {
        talk.say(
                number,
                new Word.ExtensionAsked(text("reason", reason, REASON_MIN)),
                callers.require());
        return back(number);
    }

    /** Says that data are not held on; granting it is the step that renews. */
    @Requires("cooperation:decide")
    @PostMapping("/extension-refusal")
    String extensionRefusal(@PathVariable String number, @RequestParam String reason) {
        talk.say(
                number,
                new Word.ExtensionRefused(text("reason", reason, REASON_MIN)),
                callers.require());
        return back(number);
    }

    /** What somebody typed as an answer with files. */
    record Disclosed(
            int version, @Nullable String words, @Nullable String conditions, boolean complete) {}

    /** An answer with the files that were asked for. */
    @Requires("cooperation:update")
    @PostMapping("/disclosure")
    String disclose(
            @PathVariable String number,
            Disclosed typed,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files) {
        Caller caller = callers.require();
        String said = text("words", Objects.requireNonNullElse(typed.words(), ""), 3);
        String conditions =
                text("conditions", Objects.requireNonNullElse(typed.conditions(), ""), 0);
        RequestStep step =
                typed.complete()
                        ? new RequestStep.Execute(said, conditions)
                        : new RequestStep.AnswerInPart(said, conditions);
        AnswerFiles.with(
                attached(files == null ? List.of() : files),
                () -> desk.take(number, typed.version(), step, caller));
        return back(number);
    }

    private static List<Attached> attached(List<MultipartFile> files) {
        List<Attached> attached = new ArrayList<>();
        long bytes = 0;
        for (MultipartFile file : files) {
            if (!file.isEmpty()) {
                bytes += file.getSize();
                if (attached.size() == FILES_MAX || bytes > FILES_BYTES_MAX) {
                    throw wrong("files", "talk.wrong.files", FILES_MAX, FILES_BYTES_MAX >> 20);
                }
                attached.add(attached(file));
            }
        }
        return attached;
    }

    private static Attached attached(MultipartFile file) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try {
            return new Attached(
                    CleanText.of(name),
                    Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"),
                    file.getBytes());
        } catch (IOException | IllegalArgumentException e) {
            throw wrong("files", "talk.wrong.file", name);
        }
    }

    /** Asks the other end now whether it holds the same. */
    @Requires("cooperation:update")
    @PostMapping("/compare")
    String compare(@PathVariable String number) {
        comparing.compare(number, callers.require());
        return back(number);
    }

    /** One file that was said or heard. */
    @Requires("cooperation:read")
    @GetMapping("/words/{word}/files/{place}")
    @Transactional
    public ResponseEntity<byte[]> file(
            @PathVariable String number, @PathVariable UUID word, @PathVariable int place) {
        Attached file =
                words.file(desk.require(number).head().id(), word, place)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        audit.record(
                ConversationAct.FILE_VIEWED,
                Talk.subject(number),
                Map.of("word", word.toString(), "digest", Sha256.of(file.content())));
        return download(file.name(), MediaType.APPLICATION_OCTET_STREAM, file.content());
    }

    /** A foreign file is never shown by the browser, only kept. */
    static ResponseEntity<byte[]> download(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    static String text(String field, String typed, int least) {
        String text = CleanText.of(typed);
        if (text.length() < least || text.length() > WORDS_MAX) {
            throw wrong(field, "duty.wrong.words", text.length(), least, WORDS_MAX);
        }
        return text;
    }

    static ProblemFound wrong(String field, String key, Object... arguments) {
        return ProblemFound.with(
                WebProblem.INVALID_INPUT, List.of(Violation.at(field, key, arguments)));
    }

    static String back(String number) {
        return "redirect:/duty/requests/" + number + "#conversation";
    }
}
