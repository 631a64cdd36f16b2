package az.qalxan.monitoring;

import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Searching events and looking at one, each with a purpose. The purpose travels in the body. */
@Controller
@RequestMapping("/monitoring/events")
class EventController {

    private static final int ROWS = 100;
    private static final int DAYS_USUAL = 1;
    private static final int WORDS_MAX = 300;

    private final EventDesk desk;
    private final Sources sources;
    private final az.qalxan.jurisdiction.Jurisdiction jurisdiction;
    private final Clock clock;

    EventController(
            EventDesk desk,
            Sources sources,
            az.qalxan.jurisdiction.Jurisdiction jurisdiction,
            Clock clock) {
        this.desk = desk;
        this.sources = sources;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** What somebody asks for; days are those of the country. */
    record Asked(
            @Nullable UUID source,
            @Nullable String entity,
            @Nullable String words,
            @Nullable String from,
            @Nullable String until,
            @Nullable String purpose,
            @Nullable UUID before) {}

    /**
     * The search.
     *
     * @param events null before the first search
     * @param next the last event, for the next page; null on the last
     */
    record SearchPage(
            Asked asked,
            List<Source> sources,
            @Nullable List<EventView> events,
            @Nullable UUID next,
            List<Violation> violations) {

        SearchPage {
            sources = List.copyOf(sources);
            violations = List.copyOf(violations);
        }

        String sourceName(UUID id) {
            return sources.stream()
                    .filter(one -> one.id().equals(id))
                    .map(Source::name)
                    .findFirst()
                    .orElse("");
        }
    }

    @Requires("monitoring:read")
    @GetMapping
    String form(
            @RequestParam(required = false) @Nullable UUID source,
            @RequestParam(defaultValue = "") String entity,
            Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone());
        Asked asked =
                new Asked(
                        source,
                        entity,
                        "",
                        today.minusDays(DAYS_USUAL).toString(),
                        today.toString(),
                        "",
                        null);
        model.addAttribute("page", new SearchPage(asked, known(), null, null, List.of()));
        return "monitoring/events";
    }

    private ZoneId zone() {
        return jurisdiction.zone();
    }

    private List<Source> known() {
        return sources.all();
    }

    @Requires("monitoring:read")
    @PostMapping
    ModelAndView search(@ModelAttribute Asked asked) {
        List<Violation> wrong = new ArrayList<>();
        @Nullable Instant from = day(wrong, "from", asked.from(), 0);
        @Nullable Instant until = day(wrong, "until", asked.until(), 1);
        int purpose = SourceForm.text(asked.purpose()).length();
        if (purpose < RuleDesk.REASON_CHARS_MIN || purpose > RuleDesk.REASON_CHARS_MAX) {
            wrong.add(
                    Violation.at(
                            "purpose",
                            "source.wrong.length",
                            RuleDesk.REASON_CHARS_MIN,
                            RuleDesk.REASON_CHARS_MAX,
                            purpose));
        }
        if (!wrong.isEmpty() || from == null || until == null) {
            ModelAndView view =
                    new ModelAndView(
                            "monitoring/events",
                            "page",
                            new SearchPage(asked, known(), null, null, wrong));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return new ModelAndView("monitoring/events", "page", found(asked, from, until));
    }

    private SearchPage found(Asked asked, Instant from, Instant until) {
        String entity = cut(asked.entity());
        EventArchive.Query query =
                new EventArchive.Query(
                        "",
                        asked.source(),
                        from,
                        until,
                        entity.isEmpty() ? List.of() : List.of(Entities.keys(entity)),
                        cut(asked.words()),
                        asked.before());
        List<EventArchive.Kept> found =
                desk.search(query, SourceForm.text(asked.purpose()), ROWS + 1);
        boolean more = found.size() > ROWS;
        List<EventArchive.Kept> shown = more ? found.subList(0, ROWS) : found;
        return new SearchPage(
                asked,
                known(),
                shown.stream().map(EventView::of).toList(),
                more ? shown.getLast().id() : null,
                List.of());
    }

    private static String cut(@Nullable String text) {
        String bare = SourceForm.text(text).replace("\0", "");
        return bare.substring(0, Math.min(bare.length(), WORDS_MAX));
    }

    private @Nullable Instant day(
            List<Violation> wrong, String field, @Nullable String typed, int later) {
        try {
            LocalDate day = LocalDate.parse(SourceForm.text(typed));
            if (day.getYear() < 1970 || day.getYear() > 9998) {
                throw new DateTimeException("a year of no log");
            }
            return day.plusDays(later).atStartOfDay(zone()).toInstant();
        } catch (DateTimeException e) {
            wrong.add(Violation.at(field, "events.wrong.day", SourceForm.text(typed)));
            return null;
        }
    }

    /** One event, whole. */
    record EventPage(EventView event, Source source, String purpose) {}

    @Requires("monitoring:read")
    @PostMapping("/{id}")
    String one(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String purpose, Model model) {
        EventView event = EventView.of(desk.view(id, purpose));
        model.addAttribute(
                "page", new EventPage(event, sources.see(event.source()), purpose.strip()));
        return "monitoring/event";
    }

    /** The same address opened without a purpose: asks for one. */
    @Requires("monitoring:read")
    @GetMapping("/{id}")
    String ask(@PathVariable UUID id, Model model) {
        model.addAttribute("id", id);
        return "monitoring/event-purpose";
    }
}
