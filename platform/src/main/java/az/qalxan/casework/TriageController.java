package az.qalxan.casework;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.QueueFilter;
import az.qalxan.reporting.QueuePlace;
import az.qalxan.reporting.ReportDesk;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportLists;
import az.qalxan.reporting.ReportRow;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The queue of a body's reports. */
@Controller
@RequestMapping("/triage")
class TriageController {

    private static final int ROWS = 50;

    private final ReportLists lists;
    private final ReportPages pages;
    private final Acceptance acceptance;
    private final SavedViews views;
    private final Jurisdiction jurisdiction;
    private final CurrentCaller callers;
    private final PageFrames frames;

    TriageController(
            ReportLists lists,
            ReportPages pages,
            Acceptance acceptance,
            SavedViews views,
            Jurisdiction jurisdiction,
            CurrentCaller callers,
            PageFrames frames) {
        this.lists = lists;
        this.pages = pages;
        this.acceptance = acceptance;
        this.views = views;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.frames = frames;
    }

    /** The filters of the address; what is absent lets everything through. */
    record Asked(
            @Nullable String state,
            @Nullable String category,
            @Nullable String region,
            @Nullable String channel,
            @Nullable String since,
            @Nullable String loss,
            @Nullable String after,
            @Nullable UUID report) {

        QueueFilter filter(Jurisdiction jurisdiction) {
            return new QueueFilter(
                    state == null ? "waiting" : state,
                    text(category),
                    text(region),
                    text(channel),
                    instant(jurisdiction),
                    "1".equals(loss));
        }

        private @Nullable Instant instant(Jurisdiction jurisdiction) {
            if (since == null || since.isBlank()) {
                return null;
            }
            try {
                return LocalDate.parse(since).atStartOfDay(jurisdiction.zone()).toInstant();
            } catch (DateTimeParseException e) {
                return null;
            }
        }

        /** The same filters as an address, without the place and the report. */
        String query() {
            UriComponentsBuilder query = UriComponentsBuilder.newInstance();
            query.queryParam("state", state == null ? "waiting" : state);
            add(query, "category", category);
            add(query, "region", region);
            add(query, "channel", channel);
            add(query, "since", since);
            add(query, "loss", loss);
            String built = query.encode().build().toUriString();
            return built.startsWith("?") ? built.substring(1) : built;
        }

        private static void add(UriComponentsBuilder query, String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                query.queryParam(name, value);
            }
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    @Requires("reporting:read")
    @GetMapping
    String page(@ModelAttribute Asked asked, HttpServletRequest request, Model model) {
        Caller caller = callers.require();
        Text text = frames.of(request).text();
        QueueFilter filter = asked.filter(jurisdiction);
        @Nullable QueuePlace after =
                asked.after() == null ? null : QueuePlace.read(asked.after()).orElse(null);
        List<ReportRow> rows = lists.page(caller, filter, after, ROWS + 1);
        boolean more = rows.size() > ROWS;
        List<ReportRow> shown = more ? rows.subList(0, ROWS) : rows;
        model.addAttribute(
                "page",
                new TriagePage(
                        filter,
                        asked.query(),
                        shown.stream().map(row -> pages.row(row, text)).toList(),
                        more ? shown.getLast().place().token() : "",
                        lists.waiting(caller),
                        views.own(),
                        jurisdiction.categories(),
                        jurisdiction.regions(),
                        asked.report(),
                        jurisdiction.zone()));
        return "casework/triage";
    }

    /** Takes many reports into one case. */
    @Requires("reporting:decide")
    @PostMapping("/accept")
    String accept(
            @RequestParam(name = "report") List<UUID> reports,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String number) {
        List<ReportId> chosen =
                reports.stream().limit(ReportDesk.DECIDED_MAX).map(ReportId::new).toList();
        Cases.Opened opened = acceptance.take(chosen, new Acceptance.Chosen(number, title, false));
        return "redirect:/cases/" + opened.number();
    }

    @Requires("reporting:read")
    @PostMapping("/views")
    String keep(@RequestParam String name, @RequestParam String query) {
        if (!name.isBlank()) {
            views.keep(name, query);
        }
        return "redirect:/triage?" + query.replaceAll("[^A-Za-z0-9=&_.:-]", "");
    }

    @Requires("reporting:read")
    @PostMapping("/views/drop")
    String drop(@RequestParam String name) {
        views.drop(name);
        return "redirect:/triage";
    }
}
