package az.qalxan.cooperation.conversation;

import az.qalxan.access.CurrentCaller;
import az.qalxan.transmission.PeerDesk;
import az.qalxan.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Conversations about requests for programs. */
@RestController
@RequestMapping("/api/cooperation/requests/{number}")
@Tag(name = "Cooperation")
class ConversationApi {

    private final ConversationPages pages;
    private final Talk talk;
    private final Comparing comparing;
    private final CurrentCaller callers;

    ConversationApi(
            ConversationPages pages, Talk talk, Comparing comparing, CurrentCaller callers) {
        this.pages = pages;
        this.talk = talk;
        this.comparing = comparing;
        this.callers = callers;
    }

    /** A file that went or came with a word. */
    record FileMessage(String name, long bytes, String sha256) {}

    /** A word: {@code direction} is out or in. */
    record WordMessage(
            UUID id,
            String direction,
            String kind,
            Instant at,
            String state,
            @Nullable Instant settledAt,
            String digest,
            String reason,
            String words,
            List<FileMessage> files) {

        static WordMessage of(WordRow row) {
            return new WordMessage(
                    row.id(),
                    row.out() ? "out" : "in",
                    row.kind().code(),
                    row.at(),
                    row.state(),
                    row.settledAt(),
                    row.digest(),
                    row.reason(),
                    row.word().words(),
                    row.files().stream()
                            .map(file -> new FileMessage(file.name(), file.bytes(), file.sha256()))
                            .toList());
        }
    }

    /** A conversation; without a peer everything but the request's state is empty. */
    record ConversationMessage(
            String number,
            String theirNumber,
            String state,
            @Nullable String peer,
            @Nullable UUID conversation,
            @Nullable String digest,
            List<WordMessage> words) {}

    @Operation(summary = "What was said about a request, and how far it came; the view is recorded")
    @Requires("cooperation:read")
    @GetMapping("/conversation")
    ConversationMessage conversation(@PathVariable String number) {
        ConversationPage page = pages.of(number);
        TalkThread thread = page.thread();
        PeerDesk.Side ours = page.ours();
        return new ConversationMessage(
                number,
                page.request().head().counterpart().reference(),
                page.request().state(),
                thread == null ? null : thread.with().peer(),
                thread == null ? null : thread.with().conversation(),
                ours == null ? null : ours.digest(),
                page.words().stream().map(WordMessage::of).toList());
    }

    /** To whom a draft goes, and the version of it that was read. */
    record SendMessage(int version, String peer, String body) {}

    @Operation(summary = "Send a draft to a peer's body")
    @Requires("cooperation:update")
    @PostMapping("/peer")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void send(@PathVariable String number, @RequestBody SendMessage message) {
        talk.send(
                new Talk.Act(number, message.version(), callers.require()),
                ConversationController.addressee(message.peer() + "/" + message.body()));
    }

    @Operation(summary = "Ask the other end now whether it holds the same")
    @Requires("cooperation:update")
    @PostMapping("/compare")
    Comparison compare(@PathVariable String number) {
        return comparing.compare(number, callers.require());
    }
}
