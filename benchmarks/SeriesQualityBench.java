import az.qalxan.engines.linking.series.SeriesQuality;
import az.qalxan.engines.synthesis.CountryPlan;
import az.qalxan.engines.synthesis.Misleading;
import az.qalxan.engines.synthesis.Typists;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How well series are found that are planted in the synthetic country: B-cubed, false merges. */
final class SeriesQualityBench {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);
    private static final double F1_PERCENT_MIN = 97;
    private static final double TYPING_POINTS_MAX = 2;

    private final Options options;
    private final Outcome outcome;
    private final int reports;
    private final long[] seeds;

    private SeriesQualityBench(Options options) throws Exception {
        this.options = options;
        this.reports = options.number("--reports", 20_000);
        this.seeds =
                Stream.of(options.text("--seeds", "11,12,13,14,15").split(","))
                        .mapToLong(Long::parseLong)
                        .toArray();
        this.outcome =
                new Outcome(
                        "series-quality",
                        "synthetic country, %,d reports, seeds %s"
                                .formatted(reports, options.text("--seeds", "11,12,13,14,15")),
                        options);
    }

    public static void main(String[] words) throws Exception {
        Options options =
                new Options(
                        "bench series-quality [--reports N] [--large N] [--seeds A,B,...]"
                                + " [--only country|reuse|typing|without|misleading|poisoning]",
                        words);
        SeriesQualityBench bench = new SeriesQualityBench(options);
        bench.part("country", bench::country);
        bench.part("reuse", bench::reuse);
        bench.part("typing", bench::typing);
        bench.part("without", bench::without);
        bench.part("misleading", bench::misleading);
        bench.part("poisoning", bench::poisoning);
        bench.outcome.end();
    }

    private void part(String name, Runnable part) {
        if (options.text("--only", name).equals(name)) {
            part.run();
        }
    }

    private CountryPlan plan(long seed, int count) {
        return CountryPlan.of(seed, count, LAST_DAY);
    }

    private PlantedCountry country(CountryPlan plan) {
        options.tell("%,d reports, seed %d", plan.reports(), plan.seed());
        return PlantedCountry.read(plan, false);
    }

    /** The country of the demonstration, and a larger one: the figures with targets. */
    private void country() {
        Sums usual = new Sums();
        for (long seed : seeds) {
            usual.add(countryRow(seed, reports));
        }
        target("%,d reports".formatted(reports), usual);
        int large = options.number("--large", 200_000);
        Sums more = new Sums();
        for (int i = 0; i < Math.min(2, seeds.length) && large > 0; i++) {
            more.add(countryRow(seeds[i], large));
        }
        if (large > 0) {
            target("%,d reports".formatted(large), more);
        }
    }

    private void target(String what, Sums sums) {
        outcome.atLeast("B-cubed F1, " + what + ", mean", 100 * sums.f1(), F1_PERCENT_MIN, "%");
        outcome.also("B-cubed F1, " + what + ", worst seed", 100 * sums.worst(), "%");
        outcome.atMost("unrelated in 10,000 pairs, " + what, sums.unrelated(), 1, "");
        outcome.also("not one ring in 10,000 pairs, " + what, sums.wrong(), "");
    }

    private SeriesQuality countryRow(long seed, int count) {
        SeriesQuality found = country(plan(seed, count)).linked().quality();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("reports", count);
        row.put("seed", seed);
        row.putAll(cells(found));
        outcome.row("The country as it is", row);
        return found;
    }

    private static Map<String, Object> cells(SeriesQuality found) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("precision", four(found.planted().precision()));
        row.put("recall", four(found.planted().recall()));
        row.put("F1", four(found.planted().f1()));
        row.put("F1 of all reports", four(found.all().f1()));
        row.put("pairs proposed", found.pairs().proposed());
        row.put("false in 10,000", two(found.pairs().wrongIn10000()));
        row.put("unrelated in 10,000", two(found.pairs().unrelatedIn10000()));
        row.put("links", found.links().proposed());
        row.put("false links", found.links().wrong());
        return row;
    }

    private static BigDecimal four(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal two(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    }

    private void row(String table, String label, Sums sums) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(" ", label);
        row.put("precision", four(sums.precision()));
        row.put("recall", four(sums.recall()));
        row.put("F1", four(sums.f1()));
        row.put("false in 10,000", two(sums.wrong()));
        row.put("unrelated in 10,000", two(sums.unrelated()));
        outcome.row(table, row);
    }

    /** The same for two seeds and this change of the plan. */
    private Sums sums(Change change) {
        Sums sums = new Sums();
        for (int i = 0; i < Math.min(2, seeds.length); i++) {
            sums.add(country(change.of(plan(seeds[i], reports))).linked().quality());
        }
        return sums;
    }

    private interface Change {
        CountryPlan of(CountryPlan plan);
    }

    private void reuse() {
        for (int percent = 10; percent <= 100; percent += 10) {
            double share = percent / 100.0;
            row("Reuse of identifiers", percent + " %", sums(p -> p.withIdentifierReuse(share)));
        }
        row("Reuse of identifiers", "each ring its own, 75 to 100 % (as it is)", sums(p -> p));
    }

    private void typing() {
        double clean = 0;
        double apart = 0;
        for (Typists typists : List.of(Typists.CLEAN, Typists.ASCII, Typists.CYRILLIC)) {
            Sums sums = sums(p -> p.withTypists(typists));
            row("Typing", typists.name().toLowerCase(Locale.ROOT), sums);
            clean = typists == Typists.CLEAN ? sums.f1() : clean;
            apart = Math.max(apart, Math.abs(clean - sums.f1()));
        }
        double points = 100 * apart;
        outcome.atMost("F1 of other typing away from clean", points, TYPING_POINTS_MAX, "points");
    }

    private void without() {
        String table = "Without some of the evidence";
        for (Ablation one : Ablation.values()) {
            Sums sums = new Sums();
            for (int i = 0; i < Math.min(2, seeds.length); i++) {
                options.tell("%s, seed %d", one.words(), seeds[i]);
                PlantedCountry country =
                        PlantedCountry.read(plan(seeds[i], reports), one == Ablation.STORIES);
                sums.add(
                        one == Ablation.CUTTING
                                ? country.joinedSimply()
                                : country.linked(one.ruling()).quality());
            }
            row(table, one.words(), sums);
        }
    }

    private void misleading() {
        String table = "Where more misleads";
        row(table, "nothing more", sums(p -> p));
        row(table, "20 % of the rings copy a script", misled(new Misleading(0.2, 0, 0, 0, 0, 0)));
        row(
                table,
                "30 % of the sites below a common host",
                misled(new Misleading(0, 0.3, 0, 0, 0, 0)));
        row(
                table,
                "15 % name an innocent agent's account",
                misled(new Misleading(0, 0, 0.15, 0, 0, 0)));
        row(table, "5 % report twice", misled(new Misleading(0, 0, 0, 0.05, 0, 0)));
        row(
                table,
                "5 % of own numbers in two reports",
                misled(new Misleading(0, 0, 0, 0, 0.05, 0)));
        row(
                table,
                "half of own numbers in two reports",
                misled(new Misleading(0, 0, 0, 0, 0.5, 0)));
        row(table, "20 % choose another category", misled(new Misleading(0, 0, 0, 0, 0, 0.2)));
        row(table, "all of it, 5 % of own numbers", misled(Misleading.MUCH));
    }

    private Sums misled(Misleading by) {
        return sums(p -> p.withMisleading(by));
    }

    private void poisoning() {
        PlantedCountry.Linked linked = country(plan(seeds[0], reports)).linked();
        for (int lies = 1; lies <= 3; lies++) {
            Poisoning.Effect effect = new Poisoning(linked).file(lies);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("false reports that name both rings", lies);
            row.put("pairs of rings", effect.tried());
            row.put("joined", effect.joined());
            row.put("as before once withdrawn", effect.restored());
            outcome.row("Poisoning", row);
        }
    }
}
