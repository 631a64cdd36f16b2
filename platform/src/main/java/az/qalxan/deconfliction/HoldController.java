package az.qalxan.deconfliction;

import az.qalxan.access.AccountNames;
import az.qalxan.access.CurrentCaller;
import az.qalxan.reporting.ReportRow;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sources beyond their budget: who reviews them, and who is warned of them. */
@Controller
@RequestMapping("/hits/holds")
class HoldController {

    private static final int ROWS = 100;

    private final Holds holds;
    private final HoldStore store;
    private final HitPages pages;
    private final AccountNames accounts;
    private final CurrentCaller callers;
    private final PageFrames frames;

    HoldController(
            Holds holds,
            HoldStore store,
            HitPages pages,
            AccountNames accounts,
            CurrentCaller callers,
            PageFrames frames) {
        this.holds = holds;
        this.store = store;
        this.pages = pages;
        this.accounts = accounts;
        this.callers = callers;
        this.frames = frames;
    }

    /** A hold with the names of its source and body; the source's name is empty for the outside. */
    record HoldRow(HoldStore.Hold hold, String source, String body) {}

    /** An alarm with the names of both bodies; {@code own} when the caller's body is told. */
    record AlarmRow(HoldStore.Alarm alarm, String body, String from, boolean own) {}

    /** The holds and alarms that the caller may see. */
    record ListPage(List<HoldRow> holds, List<AlarmRow> alarms) {

        ListPage {
            holds = List.copyOf(holds);
            alarms = List.copyOf(alarms);
        }
    }

    @Requires("deconfliction:read")
    @GetMapping
    @Transactional(readOnly = true)
    public String list(HttpServletRequest request, Model model) {
        Text text = frames.of(request).text();
        String body = callers.require().body().value();
        List<HoldStore.Hold> found = store.holds(ROWS);
        Map<String, String> names =
                accounts.of(found.stream().map(HoldStore.Hold::account).distinct().toList());
        model.addAttribute(
                "page",
                new ListPage(
                        found.stream().map(one -> row(one, names, text)).toList(),
                        store.alarms(ROWS).stream()
                                .map(one ->
                                        new AlarmRow(
                                                one,
                                                pages.name(one.body(), text),
                                                pages.name(one.from(), text),
                                                one.body().equals(body)))
                                .toList()));
        return "deconfliction/holds";
    }

    private HoldRow row(HoldStore.Hold hold, Map<String, String> names, Text text) {
        String source =
                hold.account().isEmpty()
                        ? ""
                        : names.getOrDefault(hold.account(), hold.account().substring(0, 8));
        return new HoldRow(hold, source, pages.name(hold.body(), text));
    }

    /** A hold with what its source sent; {@code mayDecide} when the caller is the second person. */
    record HoldPage(HoldRow row, List<Sent> reports, boolean mayDecide) {

        HoldPage {
            reports = List.copyOf(reports);
        }
    }

    /** A report that the source sent, with its category's name. */
    record Sent(ReportRow report, String title) {}

    @Requires("deconfliction:read")
    @GetMapping("/{id}")
    String page(@PathVariable UUID id, HttpServletRequest request, Model model) {
        Text text = frames.of(request).text();
        Holds.View view = holds.view(id);
        Map<String, String> names = accounts.of(List.of(view.hold().account()));
        boolean own = view.hold().body().equals(callers.require().body().value());
        model.addAttribute(
                "page",
                new HoldPage(
                        row(view.hold(), names, text),
                        view.reports().stream()
                                .map(one -> new Sent(one, pages.title(one, text)))
                                .toList(),
                        own && view.hold().open()));
        return "deconfliction/hold";
    }

    @Requires("deconfliction:administer")
    @PostMapping("/{id}/decide")
    String decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String reason) {
        holds.decide(callers.require(), id, answer, reason);
        return "redirect:/hits/holds";
    }

    /** Takes note of an alarm. */
    @Requires("deconfliction:decide")
    @PostMapping("/{id}/seen")
    String seen(@PathVariable UUID id) {
        holds.take(callers.require(), id);
        return "redirect:/hits/holds";
    }
}
