package az.qalxan.strategy.meeting;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.PageFrame;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Decisions and tasks: lists, pages, steps. */
@Controller
@RequestMapping("/strategy/meetings")
class TaskController {

    static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    static final Typed.Length ANSWER = new Typed.Length(10, 4_000);
    private static final Typed.Length REMARK = new Typed.Length(0, 2_000);
    private static final String TASK = "/tasks" + MeetingController.NUMBER;

    private final TaskDesk desk;
    private final MeetingPages pages;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final PageFrames frames;

    TaskController(
            TaskDesk desk,
            MeetingPages pages,
            AuditLog audit,
            CurrentCaller callers,
            PageFrames frames) {
        this.desk = desk;
        this.pages = pages;
        this.audit = audit;
        this.callers = callers;
        this.frames = frames;
    }

    @Requires("commission:read")
    @GetMapping("/tasks")
    @Transactional
    public String list(@RequestParam(defaultValue = "running") String show, Model model) {
        Caller caller = callers.require();
        audit.record(MeetingAct.LISTED, AuditSubject.of("task-list", caller.body()));
        model.addAttribute("page", pages.tasks(MeetingPages.Which.of(show), caller));
        return "strategy/meeting/tasks";
    }

    @Requires("commission:export")
    @GetMapping("/tasks.csv")
    @Transactional
    public ResponseEntity<String> file(
            @RequestParam(defaultValue = "running") String show, HttpServletRequest request) {
        Caller caller = callers.require();
        audit.record(MeetingAct.EXPORTED, AuditSubject.of("task-list", caller.body()));
        MeetingPages.TasksPage page = pages.tasks(MeetingPages.Which.of(show), caller);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tasks.csv\"")
                .body(csv(page, frames.of(request)));
    }

    private static String csv(MeetingPages.TasksPage page, PageFrame frame) {
        StringBuilder text = new StringBuilder();
        List<String> columns =
                List.of(
                        frame.t("meeting.task-number"),
                        frame.t("meeting.body"),
                        frame.t("meeting.task-words"),
                        frame.t("meeting.due"),
                        frame.t("meeting.provisional"),
                        frame.t("meeting.state"),
                        frame.t("meeting.overdue"),
                        frame.t("meeting.decision-number"));
        try (CsvDownload csv = new CsvDownload(text, columns)) {
            for (Task one : page.tasks()) {
                csv.row(
                        List.of(
                                one.number(),
                                page.bodies().acronym(one.body()),
                                Said.in(one.words(), frame.lang()),
                                one.due().on(),
                                frame.t(one.due().provisional() ? "meeting.yes" : "meeting.no"),
                                frame.t("meeting.task." + one.state().code()),
                                frame.t(one.overdue(page.today()) ? "meeting.yes" : "meeting.no"),
                                one.decision()));
            }
        }
        return text.toString();
    }

    @Requires("commission:read")
    @GetMapping("/decisions" + MeetingController.NUMBER)
    @Transactional(readOnly = true)
    public String decision(@PathVariable long number, Model model) {
        model.addAttribute("page", pages.decision(number));
        return "strategy/meeting/decision";
    }

    @Requires("commission:read")
    @GetMapping(TASK)
    @Transactional
    public String task(@PathVariable long number, Model model) {
        Task task = desk.find(number);
        audit.record(MeetingAct.TASK_VIEWED, AuditSubject.of("commission-task", number));
        model.addAttribute("page", pages.task(task, callers.require()));
        return "strategy/meeting/task";
    }

    /** A step as it is filled in. */
    record StepForm(
            int version,
            @Nullable String words,
            @Nullable String link,
            @Nullable String body,
            @Nullable Integer days) {}

    @Requires("commission:create")
    @PostMapping(TASK + "/answer")
    String answer(@PathVariable long number, @ModelAttribute StepForm form) {
        Typed typed = new Typed();
        TaskDesk.Said said =
                new TaskDesk.Said(
                        typed.text("words", form.words(), ANSWER), typed.link("link", form.link()));
        typed.done();
        desk.answer(number, form.version(), said, callers.require());
        return at(number);
    }

    @Requires("commission:decide")
    @PostMapping(TASK + "/accept")
    String accept(@PathVariable long number, @ModelAttribute StepForm form) {
        Typed typed = new Typed();
        String words = typed.text("words", form.words(), REMARK);
        typed.done();
        desk.accept(number, form.version(), words, callers.require());
        return at(number);
    }

    @Requires("commission:decide")
    @PostMapping(TASK + "/give-back")
    String giveBack(@PathVariable long number, @ModelAttribute StepForm form) {
        Typed typed = new Typed();
        TaskDesk.Returned returned =
                new TaskDesk.Returned(
                        typed.text("words", form.words(), MeetingController.REASON),
                        typed.number("days", form.days(), 1, AgendaController.DAYS_MAX));
        typed.done();
        desk.giveBack(number, form.version(), returned, callers.require());
        return at(number);
    }

    @Requires("commission:administer")
    @PostMapping(TASK + "/hand-on")
    String handOn(@PathVariable long number, @ModelAttribute StepForm form) {
        Typed typed = new Typed();
        TaskDesk.HandOn to =
                new TaskDesk.HandOn(
                        form.body() == null ? "" : form.body(),
                        typed.text("words", form.words(), MeetingController.REASON),
                        typed.number("days", form.days(), 1, AgendaController.DAYS_MAX));
        typed.done();
        desk.handOn(number, form.version(), to, callers.require());
        return at(number);
    }

    @Requires("commission:administer")
    @PostMapping(TASK + "/withdraw")
    String withdraw(@PathVariable long number, @ModelAttribute StepForm form) {
        Typed typed = new Typed();
        String why = typed.text("words", form.words(), MeetingController.REASON);
        typed.done();
        desk.withdraw(number, form.version(), why, callers.require());
        return at(number);
    }

    private static String at(long number) {
        return "redirect:/strategy/meetings/tasks/" + number;
    }
}
