package az.qalxan.exchange.notice;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What notices need a person for. */
@Controller
@RequestMapping("/notices/work")
class NoticeWorkController {

    private static final int WORDS_MAX = 2_000;

    private final WorkStore store;
    private final Disputes disputes;
    private final AuditLog audit;
    private final CurrentCaller callers;

    NoticeWorkController(
            WorkStore store, Disputes disputes, AuditLog audit, CurrentCaller callers) {
        this.store = store;
        this.disputes = disputes;
        this.audit = audit;
        this.callers = callers;
    }

    /** What is open, the oldest first. */
    record WorkPage(List<WorkStore.Line> lines) {

        WorkPage {
            lines = List.copyOf(lines);
        }
    }

    @Requires("notice:create")
    @GetMapping
    @Transactional(readOnly = true)
    public String list(Model model) {
        model.addAttribute("page", new WorkPage(store.open()));
        return "exchange/notice/work";
    }

    @Requires("notice:create")
    @PostMapping("/{id}/done")
    @Transactional
    public String done(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String verdict) {
        Caller caller = callers.require();
        String bare = words.strip();
        String bounded = bare.substring(0, Math.min(bare.length(), WORDS_MAX));
        WorkStore.Matter matter =
                store.matter(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        UUID notice = matter.notice();
        if (matter.dispute() && notice != null) {
            disputes.decide(caller, notice, Disputes.upheld(verdict), bounded);
        }
        boolean done = store.settle(id, caller.name(), bounded);
        if (!done) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(NoticeAct.WORK_DONE, AuditSubject.of("notice-work", id));
        return "redirect:/notices/work";
    }
}
