package az.qalxan.monitoring;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

/** Sources: how they are, opening and changing them, keys of programs. */
@Controller
@RequestMapping("/monitoring/sources")
class SourceController {

    private static final int HOURS = 48;
    private static final int BATCHES = 10;
    private static final int SILENCES = 20;

    private final Sources sources;
    private final SourceParts parts;
    private final MonitoringPack pack;
    private final BodyNames names;
    private final CurrentCaller callers;
    private final PageFrames frames;
    private final Clock clock;

    SourceController(
            Sources sources,
            SourceParts parts,
            MonitoringPack pack,
            BodyNames names,
            CurrentCaller callers,
            PageFrames frames,
            Clock clock) {
        this.sources = sources;
        this.parts = parts;
        this.pack = pack;
        this.names = names;
        this.callers = callers;
        this.frames = frames;
        this.clock = clock;
    }

    /** A line of the list. */
    record Line(SourceHealth health, String body, String sector) {}

    /**
     * The list.
     *
     * @param foreign whether another body's sources are among them
     */
    record ListPage(List<Line> lines, BatchStore.Backlog backlog, boolean foreign) {

        ListPage {
            lines = List.copyOf(lines);
        }

        long silent() {
            return lines.stream()
                    .filter(one -> one.health().source().open())
                    .filter(one -> one.health().silentSince() != null)
                    .count();
        }
    }

    @Requires("monitoring:read")
    @GetMapping
    String list(HttpServletRequest request, Model model) {
        Caller caller = callers.require();
        Text text = frames.of(request).text();
        List<Line> lines = sources.health().stream().map(one -> line(one, text)).toList();
        boolean foreign = lines.stream().anyMatch(one -> !own(caller, one.health().source()));
        model.addAttribute("page", new ListPage(lines, parts.backlog(), foreign));
        return "monitoring/sources";
    }

    private Line line(SourceHealth health, Text text) {
        Source source = health.source();
        return new Line(
                health,
                names.acronym(new BodyCode(source.body()), text.language()),
                pack.sector(source.sector(), text.language().code()));
    }

    private static boolean own(Caller caller, Source source) {
        return source.body().equals(caller.body().value());
    }

    /** Batches that were left aside are judged again. */
    @Requires("monitoring:update")
    @PostMapping("/again")
    String tryAgain() {
        sources.tryAgain();
        return "redirect:/monitoring/sources";
    }

    /** The form with what was typed. */
    record FormPage(
            SourceForm form,
            List<Violation> violations,
            List<MonitoringPack.Sector> sectors,
            List<String> formats,
            @Nullable Source source) {

        FormPage {
            violations = List.copyOf(violations);
            sectors = List.copyOf(sectors);
            formats = List.copyOf(formats);
        }
    }

    private FormPage form(SourceForm form, List<Violation> wrong, @Nullable Source source) {
        return new FormPage(form, wrong, pack.sectors(), Sources.formats(), source);
    }

    @Requires("monitoring:update")
    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("page", form(SourceForm.usual(pack.usual()), List.of(), null));
        return "monitoring/source-form";
    }

    @Requires("monitoring:update")
    @PostMapping
    ModelAndView open(@ModelAttribute SourceForm form) {
        List<Violation> wrong = sources.violations(form);
        if (!wrong.isEmpty()) {
            return again(form(form, wrong, null));
        }
        return new ModelAndView(
                "redirect:/monitoring/sources/" + sources.open(callers.require(), form));
    }

    private static ModelAndView again(FormPage page) {
        ModelAndView view = new ModelAndView("monitoring/source-form", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /**
     * A source.
     *
     * @param own whether the viewer's body keeps it
     * @param token of a key that was just issued, shown this once; empty otherwise
     */
    record SourcePage(
            Line line,
            List<EventSourceStore.Hour> hours,
            List<BatchStore.Taken> batches,
            List<PulseStore.Silence> silences,
            List<EventSourceStore.Key> keys,
            boolean own,
            Instant now,
            String token) {

        SourcePage {
            hours = List.copyOf(hours);
            batches = List.copyOf(batches);
            silences = List.copyOf(silences);
            keys = List.copyOf(keys);
        }

        /** The most events of an hour. */
        long most() {
            return hours.stream().mapToLong(EventSourceStore.Hour::events).max().orElse(0);
        }

        /** How high an hour's column is, of a hundred. */
        long height(EventSourceStore.Hour hour) {
            return most() == 0 ? 0 : Math.max(1, 100 * hour.events() / most());
        }

        /** How many hours ago it was. */
        long ago(EventSourceStore.Hour hour) {
            return Math.clamp(Duration.between(hour.hour(), now).toHours(), 0, HOURS - 1);
        }
    }

    @Requires("monitoring:read")
    @GetMapping("/{id}")
    String page(@PathVariable UUID id, HttpServletRequest request, Model model) {
        model.addAttribute("page", page(id, "", frames.of(request).text()));
        return "monitoring/source";
    }

    private SourcePage page(UUID id, String token, Text text) {
        SourceHealth health = sources.health(id);
        Instant now = clock.instant();
        SourceParts.Parts all = parts.of(id, now.minus(Duration.ofHours(HOURS)), BATCHES, SILENCES);
        return new SourcePage(
                line(health, text),
                all.hours(),
                all.batches(),
                all.silences(),
                sources.keys(id),
                own(callers.require(), health.source()),
                now,
                token);
    }

    @Requires("monitoring:update")
    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        Source source = sources.see(id);
        model.addAttribute("page", form(SourceForm.of(source), List.of(), source));
        return "monitoring/source-form";
    }

    @Requires("monitoring:update")
    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable UUID id, @RequestParam int version, @ModelAttribute SourceForm form) {
        List<Violation> wrong = sources.violations(form);
        if (!wrong.isEmpty()) {
            return again(form(form, wrong, sources.see(id)));
        }
        sources.change(id, version, form);
        return new ModelAndView("redirect:/monitoring/sources/" + id);
    }

    @Requires("monitoring:update")
    @PostMapping("/{id}/close")
    String close(@PathVariable UUID id) {
        sources.close(id);
        return "redirect:/monitoring/sources/" + id;
    }

    /** Shows the new key's token this once. */
    @Requires("monitoring:update")
    @PostMapping("/{id}/keys")
    String issueKey(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int days,
            HttpServletRequest request,
            Model model) {
        String token = sources.issueKey(callers.require(), id, name, days);
        model.addAttribute("page", page(id, token, frames.of(request).text()));
        return "monitoring/source";
    }

    @Requires("monitoring:update")
    @PostMapping("/{id}/keys/{account}/revoke")
    String revokeKey(@PathVariable UUID id, @PathVariable UUID account) {
        sources.revokeKey(id, account);
        return "redirect:/monitoring/sources/" + id;
    }

    @Requires("monitoring:update")
    @PostMapping("/{id}/seen")
    String seen(@PathVariable UUID id) {
        sources.seeSilence(callers.require(), id);
        return "redirect:/monitoring/sources/" + id;
    }
}
