package az.qalxan.exchange.notice;

import az.qalxan.database.ActingAs;
import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that the link of a notice opens, without signing in: what it says, and the answer. */
@Controller
@RequestMapping("/n")
class LinkController {

    private final OwnerAnswers answers;
    private final OwnerNoticeStore store;
    private final OwnerStore owners;
    private final NoticePack pack;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LinkController(
            OwnerAnswers answers,
            OwnerNoticeStore store,
            OwnerStore owners,
            NoticePack pack,
            Clock clock,
            TransactionTemplate transaction) {
        this.answers = answers;
        this.store = store;
        this.owners = owners;
        this.pack = pack;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The notice for whoever has its link. */
    record LinkPage(
            Notice notice,
            String owner,
            String link,
            List<OwnerNoticeStore.Item> items,
            Taxonomy taxonomy,
            Instant now) {

        LinkPage {
            items = List.copyOf(items);
        }
    }

    @OpenToEveryone("whoever has the link of a notice answers it; the link is a secret of 192 bits")
    @GetMapping("/{link}")
    String page(@PathVariable String link, Model model) {
        Notice notice = answers.look(link).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        model.addAttribute("page", page(link, notice));
        return "exchange/notice/link";
    }

    private LinkPage page(String link, Notice notice) {
        return ActingAs.call(
                FeedStep.SYSTEM,
                () ->
                        Objects.requireNonNull(
                                transaction.execute(_ ->
                                        new LinkPage(
                                                notice,
                                                owners.find(notice.owner()).orElseThrow().name(),
                                                link,
                                                store.items(notice.id()),
                                                pack.taxonomy(),
                                                clock.instant()))));
    }

    @OpenToEveryone("whoever has the link of a notice answers it; the link is a secret of 192 bits")
    @PostMapping("/{link}")
    String answer(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String words) {
        if (answers.byLink(link, NoticeController.known(answer), words).isEmpty()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return "redirect:/n/" + link;
    }
}
