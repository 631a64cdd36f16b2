package az.qalxan.transmission;

import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Messages to and from peers: what waits, what became of it, and the log of a conversation. */
@Controller
@RequestMapping("/messages")
class MessageController {

    private static final int ROWS = 100;

    private final MessageLists lists;
    private final OutboxStore outbox;
    private final Ledgers ledgers;
    private final PeerDesk desk;
    private final Peers peers;
    private final DeliveryJob job;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MessageController(
            MessageLists lists,
            OutboxStore outbox,
            Ledgers ledgers,
            PeerDesk desk,
            Peers peers,
            DeliveryJob job,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lists = lists;
        this.outbox = outbox;
        this.ledgers = ledgers;
        this.desk = desk;
        this.peers = peers;
        this.job = job;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Which messages are listed; message key {@code transmission.show.<code>}. */
    enum Show {
        WAITING(List.of("queued", "held")),
        REFUSED(List.of("refused", "withdrawn")),
        ARRIVED(List.of("taken")),
        DELIVERED(List.of("receipted")),
        ALL(List.of("queued", "held", "refused", "withdrawn", "taken", "receipted"));

        private final List<String> states;

        Show(List<String> states) {
            this.states = states;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Show of(String code) {
            for (Show show : values()) {
                if (show.code().equals(code)) {
                    return show;
                }
            }
            return ALL;
        }
    }

    /** The list; {@code next} leads to older ones, or is empty. */
    record ListPage(
            Show show, List<MessageLists.Row> rows, MessageLists.Waiting waiting, String next) {

        ListPage {
            rows = List.copyOf(rows);
        }
    }

    @Requires("transmission:read")
    @GetMapping
    @Transactional(readOnly = true)
    public String list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        Show shown = Show.of(show);
        List<MessageLists.Row> found = lists.latest(shown.states, moment(before), ROWS + 1);
        boolean more = found.size() > ROWS;
        List<MessageLists.Row> rows = more ? found.subList(0, ROWS) : found;
        String next =
                more ? "/messages?show=" + shown.code() + "&before=" + rows.getLast().at() : "";
        model.addAttribute("page", new ListPage(shown, rows, lists.waiting(), next));
        return "transmission/messages";
    }

    private Instant moment(String text) {
        Instant latest = clock.instant().plusSeconds(1);
        try {
            Instant asked = text.isEmpty() ? latest : Instant.parse(text);
            return asked.isAfter(latest) || asked.isBefore(Instant.EPOCH) ? latest : asked;
        } catch (DateTimeException e) {
            return latest;
        }
    }

    /** A conversation with its ledger; the comparison is null before it was asked for. */
    record ConversationPage(
            Peer peer,
            UUID id,
            MessageLists.Head head,
            Handling handling,
            List<MessageLists.Row> rows,
            List<MessageLists.Entry> ledger,
            Ledgers.State state,
            PeerDesk.@Nullable Comparison comparison) {

        ConversationPage {
            rows = List.copyOf(rows);
            ledger = List.copyOf(ledger);
        }
    }

    @Requires("transmission:read")
    @GetMapping("/conversations/{code}/{id}")
    @Transactional
    public String conversation(@PathVariable String code, @PathVariable UUID id, Model model) {
        model.addAttribute("page", view(code, id, null));
        return "transmission/conversation";
    }

    /** The same page with what the peer says that it holds. */
    @Requires("transmission:read")
    @GetMapping("/conversations/{code}/{id}/compare")
    String compare(@PathVariable String code, @PathVariable UUID id, Model model) {
        PeerDesk.Comparison comparison = desk.compare(code, id);
        model.addAttribute("page", desk.inTransaction(() -> view(code, id, comparison)));
        return "transmission/conversation";
    }

    private ConversationPage view(String code, UUID id, PeerDesk.@Nullable Comparison comparison) {
        Peer peer = peers.find(code);
        MessageLists.Head head =
                lists.head(code, id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        audit.record(
                TransmissionAct.VIEWED, AuditSubject.of("conversation", id), Map.of("peer", code));
        return new ConversationPage(
                peer,
                id,
                head,
                Handling.ofRank(head.handling()),
                lists.of(code, id),
                lists.ledger(code, id),
                ledgers.state(peer, id),
                comparison);
    }

    /** Has a message go now that waits, or was refused. */
    @Requires("transmission:update")
    @PostMapping("/{id}/again")
    @Transactional
    public String again(@PathVariable UUID id) {
        Correspondence with = found(id);
        if (!outbox.again(id)) {
            throw ProblemFound.of(TransmissionProblem.MESSAGE_STATE);
        }
        audit.record(TransmissionAct.SENT_AGAIN, AuditSubject.of("message", id));
        job.callNow(with.peer());
        return back(with);
    }

    /** Takes a message back that has not left yet. */
    @Requires("transmission:update")
    @PostMapping("/{id}/withdraw")
    @Transactional
    public String withdraw(@PathVariable UUID id) {
        Correspondence with = found(id);
        if (!outbox.withdraw(id)) {
            throw ProblemFound.of(TransmissionProblem.MESSAGE_STATE);
        }
        audit.record(TransmissionAct.WITHDRAWN, AuditSubject.of("message", id));
        events.publishEvent(new MessageFailed(with, id, "withdrawn"));
        return back(with);
    }

    private Correspondence found(UUID id) {
        return outbox.with(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private static String back(Correspondence with) {
        return "redirect:/messages/conversations/" + with.peer() + "/" + with.conversation();
    }
}
