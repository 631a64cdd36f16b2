package az.qalxan.exchange.notice;

import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Handling;
import az.qalxan.database.Sha256;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Feeds: opening them, handing a file over, what became of it. */
@Controller
@RequestMapping("/notices/feeds")
class FeedController {

    private final Feeds feeds;
    private final FeedIntake intake;
    private final NoticePack pack;
    private final CurrentCaller callers;

    FeedController(Feeds feeds, FeedIntake intake, NoticePack pack, CurrentCaller callers) {
        this.feeds = feeds;
        this.intake = intake;
        this.pack = pack;
        this.callers = callers;
    }

    /** The list, with a form for the next. */
    record ListPage(List<Feed> feeds, List<Taxonomy.Type> types) {

        ListPage {
            feeds = List.copyOf(feeds);
            types = List.copyOf(types);
        }
    }

    @Requires("notice:create")
    @GetMapping
    String list(Model model) {
        model.addAttribute("page", new ListPage(feeds.all(), pack.taxonomy().types()));
        return "exchange/notice/feeds";
    }

    @Requires("notice:create")
    @PostMapping
    String open(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String handling,
            @RequestParam(defaultValue = "false") boolean atOnce) {
        List<Violation> wrong = new ArrayList<>();
        String bare = name.strip();
        if (bare.length() < 2 || bare.length() > 120) {
            wrong.add(Violation.at("name", "notice.wrong.length", 2, 120, bare.length()));
        }
        Optional<Handling> marking =
                Arrays.stream(Handling.values())
                        .filter(one -> one.label().equals(handling))
                        .findFirst();
        boolean known = type.isEmpty() || pack.taxonomy().type(type).isPresent();
        if (marking.isEmpty() || !known) {
            wrong.add(Violation.at("type", "notice.wrong.type", type));
        }
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
        UUID id =
                feeds.open(
                        callers.require(),
                        bare,
                        new FeedStore.Kind(marking.orElseThrow(), type, atOnce));
        return "redirect:/notices/feeds/" + id;
    }

    /** A feed and what it handed over. */
    record FeedPage(Feed feed, List<FeedStore.Batch> batches, String typeAz, String typeEn) {

        FeedPage {
            batches = List.copyOf(batches);
        }
    }

    @Requires("notice:create")
    @GetMapping("/{id}")
    String page(@PathVariable UUID id, Model model) {
        Feed feed = feeds.find(id);
        Optional<Taxonomy.Type> type =
                feed.usualType().isEmpty()
                        ? Optional.empty()
                        : Optional.of(pack.taxonomy().known(feed.usualType()));
        model.addAttribute(
                "page",
                new FeedPage(
                        feed,
                        feeds.batches(id),
                        type.map(one -> one.name().az()).orElse(""),
                        type.map(one -> one.name().en()).orElse("")));
        return "exchange/notice/feed";
    }

    /** A file by hand; its digest is its key, so the same file is taken once. */
    @Requires("notice:create")
    @PostMapping("/{id}/batches")
    String take(@PathVariable UUID id, @RequestParam MultipartFile file) throws IOException {
        byte[] content = file.getBytes();
        intake.take(callers.require(), id, Sha256.of(content), content);
        return "redirect:/notices/feeds/" + id;
    }
}
