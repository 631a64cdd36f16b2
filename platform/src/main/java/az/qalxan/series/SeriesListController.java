package az.qalxan.series;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The list of series, as a page and as a file. */
@Controller
class SeriesListController {

    private static final int ROWS = 50;

    /** Series of one file: what a person can look through. */
    private static final int FILE_ROWS_MAX = 1_000;

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final SeriesDesk desk;
    private final LinkWords words;
    private final Relinking relinking;
    private final Jurisdiction jurisdiction;
    private final BodyNames bodies;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final PageFrames frames;

    SeriesListController(
            SeriesDesk desk,
            LinkWords words,
            Relinking relinking,
            Jurisdiction jurisdiction,
            BodyNames bodies,
            AuditLog audit,
            TransactionTemplate transaction,
            PageFrames frames) {
        this.desk = desk;
        this.words = words;
        this.relinking = relinking;
        this.jurisdiction = jurisdiction;
        this.bodies = bodies;
        this.audit = audit;
        this.transaction = transaction;
        this.frames = frames;
    }

    @Requires("series:read")
    @GetMapping("/series")
    String page(@ModelAttribute AskedList asked, HttpServletRequest request, Model model) {
        Text text = frames.of(request).text();
        SeriesFilter filter = asked.filter(jurisdiction);
        SeriesList list = desk.list(filter, asked.place(), ROWS);
        @Nullable SeriesPlace next = list.next();
        Map<String, String> names = names(text);
        model.addAttribute(
                "page",
                new SeriesListPage(
                        asked,
                        filter,
                        list.rows().stream()
                                .map(row -> SeriesListPage.Row.of(row, words, names, text))
                                .toList(),
                        next == null ? "" : next.token(),
                        relinking.progress().filter(one -> one.endedAt() == null).orElse(null),
                        new SeriesListPage.Choices(
                                jurisdiction.categories(),
                                jurisdiction.bodies(),
                                jurisdiction.currency())));
        return "series/list";
    }

    @Requires("series:export")
    @GetMapping("/series.csv")
    ResponseEntity<String> csv(@ModelAttribute AskedList asked, HttpServletRequest request) {
        Text text = frames.of(request).text();
        String file =
                java.util.Objects.requireNonNull(
                        transaction.execute(status -> {
                            audit.record(
                                    SeriesAct.EXPORTED,
                                    AuditSubject.of("series", "list"),
                                    Map.of("filter", asked.query()));
                            return file(asked, text);
                        }));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"qalxan-series.csv\"")
                .body(file);
    }

    private String file(AskedList asked, Text text) {
        StringBuilder file = new StringBuilder();
        try (CsvDownload csv = new CsvDownload(file, columns(text))) {
            @Nullable SeriesPlace place = asked.place();
            int written = 0;
            do {
                SeriesList list = desk.list(asked.filter(jurisdiction), place, SeriesDesk.ROWS_MAX);
                list.rows().forEach(row -> csv.row(cells(row, text)));
                written += list.rows().size();
                place = list.next();
            } while (place != null && written < FILE_ROWS_MAX);
        }
        return file.toString();
    }

    private List<String> columns(Text text) {
        return List.of(
                text.of("series.number"),
                text.of("series.reports"),
                text.of("series.waiting"),
                text.of("series.first"),
                text.of("series.last"),
                text.of("series.loss") + ", " + jurisdiction.currency(),
                text.of("series.losses"),
                text.of("series.categories"),
                text.of("series.regions"),
                text.of("series.bodies"));
    }

    private List<Object> cells(SeriesRow row, Text text) {
        SeriesTotals totals = row.totals();
        Map<String, String> names = names(text);
        return List.of(
                row.number().value(),
                totals.reports(),
                totals.waiting(),
                totals.first().toString(),
                totals.last().toString(),
                totals.losses()
                        .getOrDefault(jurisdiction.currency(), BigDecimal.ZERO)
                        .toPlainString(),
                SeriesListPage.Row.losses(totals.losses(), text),
                joined(totals.categories(), code -> words.category(code, text)),
                joined(totals.regions(), code -> words.region(code, text)),
                joined(totals.bodies(), code -> names.getOrDefault(code, code)));
    }

    private static String joined(
            Map<String, Integer> counts, java.util.function.UnaryOperator<String> words) {
        return counts.entrySet().stream()
                .map(one -> words.apply(one.getKey()) + " " + one.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Acronyms of the pack's bodies by their codes. */
    private Map<String, String> names(Text text) {
        return jurisdiction.bodies().stream()
                .collect(
                        Collectors.toMap(
                                one -> one.code(),
                                one -> bodies.acronym(new BodyCode(one.code()), text.language())));
    }
}
