package az.qalxan.statistics;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Text;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The public figures: page, JSON for charts, CSV for spreadsheets, the map's geometry. */
@Controller
class StatisticsController {

    private static final String PUBLIC =
            "Published figures name nobody; small cells are suppressed.";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType GEOJSON = MediaType.parseMediaType("application/geo+json");

    private final Figures figures;
    private final Jurisdiction jurisdiction;
    private final PageFrames frames;
    private final Clock clock;

    StatisticsController(
            Figures figures, Jurisdiction jurisdiction, PageFrames frames, Clock clock) {
        this.figures = figures;
        this.jurisdiction = jurisdiction;
        this.frames = frames;
        this.clock = clock;
    }

    @OpenToEveryone(PUBLIC)
    @GetMapping("/statistics")
    String page(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            Model model) {
        Text text = frames.of(request).text();
        Period period = Period.read(from, to, today());
        List<Figure> all =
                Stream.of(FigureName.values()).map(name -> figures.of(name, period, text)).toList();
        model.addAttribute(
                "page",
                new StatisticsPage(
                        period, today(), figures.totals(period), figures.currency(), all));
        return "statistics/page";
    }

    @OpenToEveryone(PUBLIC)
    @GetMapping("/statistics/{name}.json")
    ResponseEntity<Map<String, Object>> json(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request) {
        Text text = frames.of(request).text();
        Figure figure = figures.of(known(name), Period.read(from, to, today()), text);
        return ResponseEntity.ok(chart(figure, text));
    }

    @OpenToEveryone(PUBLIC)
    @GetMapping("/statistics/{name}.csv")
    ResponseEntity<String> csv(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request) {
        Text text = frames.of(request).text();
        Period period = Period.read(from, to, today());
        Figure figure = figures.of(known(name), period, text);
        StringBuilder file = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(
                        file,
                        List.of("key", text.of("figure." + name + ".title"), figure.unit()))) {
            for (Figure.Cell cell : figure.cells()) {
                Object value =
                        cell.value() == null ? text.of("statistics.suppressed") : cell.value();
                csv.row(List.of(cell.key(), cell.label(), value));
            }
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"qalxan-%s-%s-%s.csv\""
                                .formatted(name, period.from(), period.to()))
                .body(file.toString());
    }

    @OpenToEveryone("A schematic drawing of the country's regions.")
    @GetMapping("/statistics/regions.geojson")
    ResponseEntity<Resource> geometry() {
        return ResponseEntity.ok()
                .contentType(GEOJSON)
                .body(new ClassPathResource("packs/" + jurisdiction.code() + "/regions.geojson"));
    }

    private static FigureName known(String name) {
        return FigureName.of(name).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
    }

    /** The form that static/qalxan/charts.js reads. */
    private static Map<String, Object> chart(Figure figure, Text text) {
        String title = text.of("figure." + figure.name().code() + ".title");
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("title", title);
        chart.put("unit", figure.unit());
        chart.put("kind", figure.name().kind());
        chart.put(
                "categories",
                figure.cells().stream()
                        .map(cell -> Map.of("key", cell.key(), "label", cell.label()))
                        .toList());
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("key", figure.name().code());
        series.put("label", title);
        series.put("values", figure.cells().stream().map(Figure.Cell::value).toList());
        chart.put("series", List.of(series));
        chart.put("suppressed", "<" + SmallCells.K_MIN);
        return chart;
    }
}
