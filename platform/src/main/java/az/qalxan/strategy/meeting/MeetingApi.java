package az.qalxan.strategy.meeting;

import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.Words;
import az.qalxan.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Meetings, decisions and tasks for programs; no person is named. */
@RestController
@RequestMapping("/api/strategy")
@Tag(name = "Commission")
class MeetingApi {

    private static final Typed.Length REMARK = new Typed.Length(0, 2_000);

    private final MeetingPages pages;
    private final Meetings meetings;
    private final MinutesDesk minutes;
    private final TaskDesk desk;
    private final AuditLog audit;
    private final CurrentCaller callers;

    MeetingApi(
            MeetingPages pages,
            Meetings meetings,
            MinutesDesk minutes,
            TaskDesk desk,
            AuditLog audit,
            CurrentCaller callers) {
        this.pages = pages;
        this.meetings = meetings;
        this.minutes = minutes;
        this.desk = desk;
        this.audit = audit;
        this.callers = callers;
    }

    /** A meeting in the list. */
    record MeetingMessage(
            long number, Words title, Instant start, String place, String state, String handling) {

        static MeetingMessage of(Meeting one) {
            return new MeetingMessage(
                    one.number(),
                    one.plan().title(),
                    one.plan().start(),
                    one.plan().place(),
                    one.state().code(),
                    one.plan().handling().label());
        }
    }

    /** A meeting with its agenda and decisions. */
    record WholeMessage(
            MeetingMessage meeting,
            QuorumMessage quorum,
            List<ItemMessage> agenda,
            List<DecisionMessage> decisions) {

        WholeMessage {
            agenda = List.copyOf(agenda);
            decisions = List.copyOf(decisions);
        }
    }

    /** Whether it may decide now. */
    record QuorumMessage(int present, int voting, int needed, boolean held) {

        static QuorumMessage of(Quorum one) {
            return new QuorumMessage(one.present(), one.voting(), one.needed(), one.held());
        }
    }

    /** An item of the agenda; {@code state} is on, dropped or carried. */
    record ItemMessage(Topic topic, String state, String reason) {

        static ItemMessage of(MeetingPages.ItemLine one) {
            @Nullable AgendaItem item = one.line().item();
            return new ItemMessage(
                    one.line().topic(),
                    item == null ? "on" : item.state().code(),
                    item == null ? "" : item.reason());
        }
    }

    /** A decision. */
    record DecisionMessage(
            long number,
            Words words,
            List<String> measures,
            @Nullable LocalDate until,
            @Nullable Long reverses,
            @Nullable Long reversedBy) {

        DecisionMessage {
            measures = List.copyOf(measures);
        }

        static DecisionMessage of(Decision one) {
            return new DecisionMessage(
                    one.number(),
                    one.words(),
                    one.measures(),
                    one.until(),
                    one.reverses(),
                    one.reversedBy());
        }
    }

    /** A task; {@code version} is asked for with the next step. */
    record TaskMessage(
            long number,
            long decision,
            String body,
            Words words,
            LocalDate due,
            boolean provisional,
            String state,
            boolean overdue,
            int version) {

        static TaskMessage of(Task one, LocalDate today) {
            return new TaskMessage(
                    one.number(),
                    one.decision(),
                    one.body(),
                    one.words(),
                    one.due().on(),
                    one.due().provisional(),
                    one.state().code(),
                    one.overdue(today),
                    one.version());
        }
    }

    @Operation(summary = "The meetings of the commission, the latest first")
    @Requires("commission:read")
    @GetMapping("/meetings")
    @Transactional
    public List<MeetingMessage> list() {
        audit.record(MeetingAct.LISTED, AuditSubject.of("meeting-list", callers.require().body()));
        return meetings.latest().stream().map(MeetingMessage::of).toList();
    }

    @Operation(summary = "A meeting with its agenda and decisions")
    @Requires("commission:read")
    @GetMapping("/meetings" + MeetingController.NUMBER)
    @Transactional
    public WholeMessage meeting(@PathVariable long number) {
        MeetingPages.MeetingPage page = pages.meeting(number, "", "az");
        audit.record(MeetingAct.VIEWED, Meetings.subject(number));
        return new WholeMessage(
                MeetingMessage.of(page.meeting()),
                QuorumMessage.of(page.quorum()),
                page.lines().stream().map(ItemMessage::of).toList(),
                page.decisions().stream().map(DecisionMessage::of).toList());
    }

    @Operation(summary = "A version of the minutes, byte for byte as it was signed")
    @Requires("commission:export")
    @GetMapping("/meetings" + MeetingController.NUMBER + "/minutes/{version:[0-9]{1,9}}")
    @Transactional
    public ResponseEntity<byte[]> minutes(@PathVariable long number, @PathVariable int version) {
        MinutesDesk.Shown shown = minutes.shown(number, version);
        audit.record(MeetingAct.EXPORTED, Meetings.subject(number));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Qalxan-Sha256", shown.sha256())
                .body(shown.words().getBytes(StandardCharsets.UTF_8));
    }

    @Operation(summary = "Tasks: running, overdue, answered, own or ended")
    @Requires("commission:read")
    @GetMapping("/tasks")
    @Transactional
    public List<TaskMessage> tasks(@RequestParam(defaultValue = "running") String show) {
        audit.record(MeetingAct.LISTED, AuditSubject.of("task-list", callers.require().body()));
        MeetingPages.TasksPage page = pages.tasks(MeetingPages.Which.of(show), callers.require());
        return page.tasks().stream().map(one -> TaskMessage.of(one, page.today())).toList();
    }

    @Operation(summary = "A task")
    @Requires("commission:read")
    @GetMapping("/tasks" + MeetingController.NUMBER)
    @Transactional
    public TaskMessage task(@PathVariable long number) {
        audit.record(MeetingAct.TASK_VIEWED, AuditSubject.of("commission-task", number));
        return message(number);
    }

    /** A step: what is said, and the version of the task that was seen. */
    record StepMessage(
            int version, @Nullable String words, @Nullable String link, @Nullable Integer days) {}

    @Operation(summary = "Answer a task of the caller's body with evidence")
    @Requires("commission:create")
    @PostMapping("/tasks" + MeetingController.NUMBER + "/answer")
    @Transactional
    public TaskMessage answer(@PathVariable long number, @RequestBody StepMessage step) {
        Typed typed = new Typed();
        TaskDesk.Said said =
                new TaskDesk.Said(
                        typed.text("words", step.words(), TaskController.ANSWER),
                        typed.link("link", step.link()));
        typed.done();
        desk.answer(number, step.version(), said, callers.require());
        return message(number);
    }

    @Operation(summary = "Accept the answer of another body")
    @Requires("commission:decide")
    @PostMapping("/tasks" + MeetingController.NUMBER + "/accept")
    @Transactional
    public TaskMessage accept(@PathVariable long number, @RequestBody StepMessage step) {
        Typed typed = new Typed();
        String words = typed.text("words", step.words(), REMARK);
        typed.done();
        desk.accept(number, step.version(), words, callers.require());
        return message(number);
    }

    @Operation(summary = "Give the answer of another body back with a reason")
    @Requires("commission:decide")
    @PostMapping("/tasks" + MeetingController.NUMBER + "/give-back")
    @Transactional
    public TaskMessage giveBack(@PathVariable long number, @RequestBody StepMessage step) {
        Typed typed = new Typed();
        TaskDesk.Returned returned =
                new TaskDesk.Returned(
                        typed.text("words", step.words(), MeetingController.REASON),
                        typed.number("days", step.days(), 1, AgendaController.DAYS_MAX));
        typed.done();
        desk.giveBack(number, step.version(), returned, callers.require());
        return message(number);
    }

    private TaskMessage message(long number) {
        return TaskMessage.of(desk.find(number), pages.today());
    }
}
