package az.qalxan.evidence.custody;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.evidence.EvidencePack;
import az.qalxan.evidence.Exhibit;
import az.qalxan.web.Language;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** HandingOver to look at, and the form of a new one. */
@Controller
@RequestMapping("/evidence/transfers")
class TransferController {

    private final HandingOver transfers;
    private final CustodyTransferStore store;
    private final TransferPages pages;
    private final TransferReading reading;
    private final ReceiverChoice receivers;
    private final EvidencePack pack;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final PageFrames frames;

    TransferController(
            HandingOver transfers,
            CustodyTransferStore store,
            TransferPages pages,
            TransferReading reading,
            ReceiverChoice receivers,
            EvidencePack pack,
            AuditLog audit,
            CurrentCaller callers,
            PageFrames frames) {
        this.transfers = transfers;
        this.store = store;
        this.pages = pages;
        this.reading = reading;
        this.receivers = receivers;
        this.pack = pack;
        this.audit = audit;
        this.callers = callers;
        this.frames = frames;
    }

    /** The transfers of a body. */
    record ListPage(List<TransferLine> lines, boolean all) {

        ListPage {
            lines = List.copyOf(lines);
        }
    }

    @Requires("evidence:read")
    @GetMapping
    @Transactional
    public String list(
            @RequestParam(defaultValue = "") String show, HttpServletRequest request, Model model) {
        Caller caller = callers.require();
        boolean all = show.equals("all");
        audit.record(
                CustodyAct.LISTED,
                AuditSubject.of("exhibit-list", caller.body()),
                Map.of("list", "transfers"));
        model.addAttribute(
                "page",
                new ListPage(
                        pages.lines(store.ofBody(caller.body(), !all), caller, language(request)),
                        all));
        return "evidence/custody/transfers";
    }

    /**
     * What the form of a new transfer offers.
     *
     * @param chosen ids of those that are chosen already
     */
    record NewPage(
            String caseNumber,
            List<Exhibit> exhibits,
            List<UUID> chosen,
            List<ReceiverChoice.Choice> people,
            List<ReceiverChoice.Choice> bodies,
            EvidencePack.PackClock clock) {

        NewPage {
            exhibits = List.copyOf(exhibits);
            chosen = List.copyOf(chosen);
            people = List.copyOf(people);
            bodies = List.copyOf(bodies);
        }

        boolean chosen(Exhibit one) {
            return chosen.contains(one.id().value());
        }
    }

    @Requires("evidence:update")
    @GetMapping("/new")
    @Transactional
    public String fresh(
            @RequestParam(name = "case") String number,
            @RequestParam(defaultValue = "") List<UUID> exhibit,
            Model model) {
        Caller caller = callers.require();
        List<Exhibit> mine = reading.given(number, caller);
        if (mine.isEmpty()) {
            throw ProblemFound.of(CustodyProblem.NOT_YOURS_TO_GIVE);
        }
        audit.record(
                CustodyAct.LISTED,
                AuditSubject.of("case", mine.getFirst().caseNumber()),
                Map.of("list", "to-give"));
        model.addAttribute(
                "page",
                new NewPage(
                        mine.getFirst().caseNumber().value(),
                        mine,
                        exhibit,
                        receivers.people(caller, mine.getFirst().standing()),
                        receivers.bodies(caller, mine.getFirst().standing()),
                        pack.clock("sign")));
        return "evidence/custody/new";
    }

    private Language language(HttpServletRequest request) {
        return frames.of(request).text().language();
    }

    @Requires("evidence:read")
    @GetMapping("/{id}")
    @Transactional
    public String page(@PathVariable UUID id, HttpServletRequest request, Model model) {
        model.addAttribute(
                "page", pages.of(transfers.view(id), callers.require(), language(request)));
        return "evidence/custody/transfer";
    }
}
