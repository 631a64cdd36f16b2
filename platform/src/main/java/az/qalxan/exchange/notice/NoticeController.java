package az.qalxan.exchange.notice;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Notices, for those who send them and for those to whom they go. */
@Controller
@RequestMapping("/notices")
class NoticeController {

    private static final int WORDS_MAX = 200;
    private static final List<String> SHOWN = List.of("open", "late", "answered", "all");

    private final OwnerNoticeStore store;
    private final NoticeMailStore mails;
    private final NoticeStepStore steps;
    private final OwnerStore owners;
    private final OwnerAnswers answers;
    private final NoticePack pack;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final Clock clock;

    NoticeController(
            OwnerNoticeStore store,
            NoticeMailStore mails,
            NoticeStepStore steps,
            OwnerStore owners,
            OwnerAnswers answers,
            NoticePack pack,
            AuditLog audit,
            CurrentCaller callers,
            Clock clock) {
        this.store = store;
        this.mails = mails;
        this.steps = steps;
        this.owners = owners;
        this.answers = answers;
        this.pack = pack;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** The list. */
    record ListPage(List<OwnerNoticeStore.Line> lines, String show, String words, Instant now) {

        ListPage {
            lines = List.copyOf(lines);
        }

        List<String> shown() {
            return SHOWN;
        }
    }

    @Requires("notice:read")
    @GetMapping
    @Transactional
    public String list(
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        String words = q.strip().substring(0, Math.min(q.strip().length(), WORDS_MAX));
        String known = SHOWN.contains(show) ? show : "open";
        audit.record(
                NoticeAct.LIST_VIEWED, AuditSubject.of("notice-list", callers.require().body()));
        model.addAttribute(
                "page",
                new ListPage(
                        store.lines(known, words.replaceAll("[%_\\\\]", "")),
                        known,
                        words,
                        clock.instant()));
        return "exchange/notice/notices";
    }

    /**
     * A notice.
     *
     * @param ownSide whether the viewer's organisation is the one that is told
     */
    record NoticePage(
            Notice notice,
            Owner owner,
            List<OwnerNoticeStore.Item> items,
            List<NoticeMailStore.Mail> mails,
            List<NoticeStepStore.Step> steps,
            Taxonomy taxonomy,
            boolean ownSide,
            Instant now) {

        NoticePage {
            items = List.copyOf(items);
            mails = List.copyOf(mails);
            steps = List.copyOf(steps);
        }
    }

    @Requires("notice:read")
    @GetMapping("/{number}")
    @Transactional
    public String page(@PathVariable String number, Model model) {
        Caller caller = callers.require();
        Notice notice = find(number);
        Owner owner = owners.find(notice.owner()).orElseThrow();
        boolean ownSide = owner.ownerBody().equals(caller.body().value());
        if (ownSide && callersMayAnswer()) {
            answers.seen(notice, caller.name());
        } else {
            audit.record(NoticeAct.NOTICE_VIEWED, AuditSubject.of("notice", number));
        }
        model.addAttribute("page", page(find(number), owner, ownSide));
        return "exchange/notice/notice";
    }

    private boolean callersMayAnswer() {
        return callers.require().roles().stream()
                .anyMatch(role -> role != az.qalxan.access.Role.AUDITOR);
    }

    private Notice find(String number) {
        return store.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private NoticePage page(Notice notice, Owner owner, boolean ownSide) {
        return new NoticePage(
                notice,
                owner,
                store.items(notice.id()),
                mails.mailsOf(notice.id()),
                steps.steps(notice.id()),
                pack.taxonomy(),
                ownSide,
                clock.instant());
    }

    @Requires("notice:update")
    @PostMapping("/{number}/answer")
    String answer(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String words) {
        answers.of(callers.require(), number, known(answer), words);
        return "redirect:/notices/" + number;
    }

    static OwnerAnswers.Answer known(String answer) {
        return OwnerAnswers.Answer.of(answer)
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }
}
