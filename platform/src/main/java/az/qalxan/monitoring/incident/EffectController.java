package az.qalxan.monitoring.incident;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.monitoring.criterion.Rsit;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Indicators of effectiveness: how soon incidents are found and taken on, and how truly. */
@Controller
@RequestMapping("/incidents/effect")
class EffectController {

    private static final List<String> COLUMNS =
            List.of(
                    "scope",
                    "code",
                    "incidents",
                    "critical",
                    "median_minutes_to_detect",
                    "median_minutes_to_acknowledge",
                    "closed",
                    "false_positive",
                    "sources",
                    "sources_heard",
                    "sources_with_findings");

    private final EffectStore store;
    private final SectorNames names;
    private final Rsit rsit;
    private final AuditLog audit;
    private final Clock clock;

    EffectController(EffectStore store, SectorNames names, Rsit rsit, AuditLog audit, Clock clock) {
        this.store = store;
        this.names = names;
        this.rsit = rsit;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was measured.
     *
     * @param acronyms of bodies by their code
     */
    record EffectPage(
            List<EffectStore.Effect> effects,
            List<EffectStore.Sources> sources,
            List<EffectStore.OfCategory> categories,
            Map<String, String> acronyms,
            SectorNames names,
            Rsit rsit,
            int days) {

        EffectPage {
            effects = List.copyOf(effects);
            sources = List.copyOf(sources);
            categories = List.copyOf(categories);
            acronyms = Map.copyOf(acronyms);
        }

        /** Keys of a scope, those with incidents first, then those with sources alone. */
        List<String> keys(String scope) {
            List<String> keys = new ArrayList<>();
            effects.stream()
                    .filter(one -> one.scope().equals(scope) && !one.key().isEmpty())
                    .forEach(one -> keys.add(one.key()));
            sources.stream()
                    .filter(one -> one.scope().equals(scope) && !keys.contains(one.key()))
                    .forEach(one -> keys.add(one.key()));
            return keys;
        }

        Optional<EffectStore.Effect> effect(String scope, String key) {
            return effects.stream()
                    .filter(one -> one.scope().equals(scope) && one.key().equals(key))
                    .findAny();
        }

        Optional<EffectStore.Sources> sources(String scope, String key) {
            return sources.stream()
                    .filter(one -> one.scope().equals(scope) && one.key().equals(key))
                    .findAny();
        }

        String name(String scope, String key, String language) {
            return scope.equals("body")
                    ? acronyms.getOrDefault(key, key)
                    : names.sector(key, language);
        }

        String category(String code, String language) {
            return rsit.name(code, language);
        }

        long most() {
            return categories.stream().mapToLong(EffectStore.OfCategory::incidents).max().orElse(1);
        }
    }

    /** Minutes in the reader's words; a dash where nothing was measured. */
    static String minutes(@Nullable BigDecimal minutes, Text text) {
        return minutes == null
                ? "–"
                : az.qalxan.monitoring.criterion.CriterionWords.span(
                        Duration.ofMinutes(minutes.setScale(0, RoundingMode.HALF_UP).longValue()),
                        text);
    }

    /** So many of so many, as a share. */
    static String share(long part, long whole, Text text) {
        return whole == 0 ? "–" : text.percent((double) part / whole);
    }

    private EffectPage page(int days) {
        int span = AttackController.DAYS.contains(days) ? days : 90;
        Instant now = clock.instant();
        Instant from = now.minus(Duration.ofDays(span));
        return new EffectPage(
                store.effects(from, now),
                store.sources(now, from),
                store.categories(from, now),
                names.acronyms(),
                names,
                rsit,
                span);
    }

    @Requires("incident:read")
    @GetMapping
    @Transactional(readOnly = true)
    public String effect(@RequestParam(defaultValue = "90") int days, Model model) {
        model.addAttribute("page", page(days));
        return "monitoring/incident/effect";
    }

    @Requires("incident:export")
    @GetMapping("/effect.csv")
    @Transactional
    public ResponseEntity<String> csv(@RequestParam(defaultValue = "90") int days) {
        EffectPage page = page(days);
        audit.record(
                IncidentAct.EXPORTED,
                AuditSubject.of("incidents", "effect"),
                Map.of("days", String.valueOf(page.days())));
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv = new CsvDownload(out, COLUMNS)) {
            row(csv, page, "all", "");
            for (String scope : List.of("body", "sector")) {
                page.keys(scope).forEach(key -> row(csv, page, scope, key));
            }
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"effect.csv\"")
                .body(out.toString());
    }

    private static void row(CsvDownload csv, EffectPage page, String scope, String key) {
        Optional<EffectStore.Effect> effect = page.effect(scope, key);
        Optional<EffectStore.Sources> sources = page.sources(scope, key);
        csv.row(
                Arrays.asList(
                        scope,
                        key,
                        effect.map(EffectStore.Effect::incidents).orElse(0L),
                        effect.map(EffectStore.Effect::critical).orElse(0L),
                        effect.map(EffectStore.Effect::detectMinutes)
                                .map(EffectController::rounded)
                                .orElse(""),
                        effect.map(EffectStore.Effect::acknowledgeMinutes)
                                .map(EffectController::rounded)
                                .orElse(""),
                        effect.map(EffectStore.Effect::closed).orElse(0L),
                        effect.map(EffectStore.Effect::falsePositives).orElse(0L),
                        sources.map(EffectStore.Sources::open).orElse(0L),
                        sources.map(EffectStore.Sources::heard).orElse(0L),
                        sources.map(EffectStore.Sources::finding).orElse(0L)));
    }

    private static String rounded(BigDecimal minutes) {
        return minutes.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
