package az.qalxan.assets;

import az.qalxan.web.CsvDownload;
import az.qalxan.web.Requires;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Totals of freezes and returns of a year, for those who see figures and no record. */
@Controller
class TotalsController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final int FIRST_YEAR = 2020;

    private final JdbcClient jdbc;
    private final AssetsPack pack;
    private final Clock clock;

    TotalsController(JdbcClient jdbc, AssetsPack pack, Clock clock) {
        this.jdbc = jdbc;
        this.pack = pack;
        this.clock = clock;
    }

    /**
     * Totals in one currency.
     *
     * @param held null when fewer than five freezes stand behind it
     * @param returned null when fewer than five freezes stand behind it
     * @param medianMinutes from sending to the answer; null when nobody answered
     */
    record Total(
            String currency,
            long sent,
            long freezes,
            @Nullable BigDecimal held,
            @Nullable BigDecimal returned,
            @Nullable Long medianMinutes) {}

    /** The totals of a year; {@code years} are those to choose from. */
    record TotalsPage(int year, List<Integer> years, List<Total> totals) {

        TotalsPage {
            years = List.copyOf(years);
            totals = List.copyOf(totals);
        }
    }

    @Requires("statistics:export")
    @GetMapping("/assets/totals")
    @Transactional(readOnly = true)
    public String page(@RequestParam(defaultValue = "") String year, Model model) {
        model.addAttribute("page", page(asked(year)));
        return "assets/totals";
    }

    @Requires("statistics:export")
    @GetMapping("/assets/totals.csv")
    @Transactional(readOnly = true)
    public ResponseEntity<String> csv(@RequestParam(defaultValue = "") String year) {
        int asked = asked(year);
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(
                        out,
                        List.of(
                                "currency",
                                "requests",
                                "freezes",
                                "held",
                                "returned",
                                "median_minutes_to_answer"))) {
            totals(asked)
                    .forEach(one ->
                            csv.row(
                                    Arrays.asList(
                                            one.currency(),
                                            one.sent(),
                                            one.freezes(),
                                            one.held(),
                                            one.returned(),
                                            one.medianMinutes())));
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"qalxan-assets-" + asked + ".csv\"")
                .body(out.toString());
    }

    private TotalsPage page(int year) {
        int now = thisYear();
        return new TotalsPage(year, List.of(now, now - 1, now - 2), totals(year));
    }

    private int asked(String year) {
        return year.matches("[0-9]{4}")
                ? Math.clamp(Integer.parseInt(year), FIRST_YEAR, thisYear())
                : thisYear();
    }

    private int thisYear() {
        return LocalDate.ofInstant(clock.instant(), pack.zone()).getYear();
    }

    private List<Total> totals(int year) {
        return jdbc.sql("select * from assets.totals(:first, :end)")
                .param("first", Year.of(year).atDay(1).atStartOfDay(pack.zone()).toOffsetDateTime())
                .param(
                        "end",
                        Year.of(year + 1).atDay(1).atStartOfDay(pack.zone()).toOffsetDateTime())
                .query((row, number) ->
                        new Total(
                                row.getString(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getBigDecimal(4),
                                row.getBigDecimal(5),
                                minutes((@Nullable Double) row.getObject(6))))
                .list();
    }

    private static @Nullable Long minutes(@Nullable Double median) {
        return median == null ? null : Math.round(median);
    }
}
