import az.qalxan.engines.forecast.Forecast;
import az.qalxan.engines.forecast.ForecastAnswer.Forecasted;
import az.qalxan.engines.forecast.Forecasts;
import az.qalxan.engines.forecast.Method;
import az.qalxan.engines.forecast.Range;
import az.qalxan.engines.forecast.Series;
import az.qalxan.engines.forecast.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Forecasts beside published figures, and how often their intervals held, on series of others. */
final class ForecastBench {

    private static final int SERIES_HORIZON = 13;
    private static final double BAND = 1.959963984540054;

    /** Evaluation and Ranks of the M4 competition: sMAPE and MASE. */
    private static final Map<String, Map<Method, double[]>> M4 =
            Map.of(
                    "Weekly",
                    Map.of(
                            Method.NAIVE, new double[] {9.161, 2.777},
                            Method.SEASONAL_NAIVE, new double[] {9.161, 2.777},
                            Method.NAIVE2, new double[] {9.161, 2.777},
                            Method.THETA, new double[] {9.093, 2.637},
                            Method.COMB, new double[] {8.944, 2.432}),
                    "Hourly",
                    Map.of(
                            Method.NAIVE, new double[] {43.003, 11.608},
                            Method.SEASONAL_NAIVE, new double[] {13.912, 1.193},
                            Method.NAIVE2, new double[] {18.383, 2.395},
                            Method.THETA, new double[] {18.138, 2.455},
                            Method.COMB, new double[] {22.053, 4.582}));

    private final Options options;
    private final ForecastSets sets;
    private final Outcome outcome;
    private boolean any;
    private int published;
    private int same;
    private int reckoned;
    private int asR;

    private ForecastBench(Options options, ForecastSets sets, Outcome outcome) {
        this.options = options;
        this.sets = sets;
        this.outcome = outcome;
    }

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench forecast --input FOLDER", words);
        String folder = options.text("--input", "");
        if (folder.isEmpty()) {
            options.tell("--input FOLDER is missing; engines/forecast/README.md says what it holds");
            System.exit(2);
        }
        ForecastBench bench =
                new ForecastBench(
                        options,
                        new ForecastSets(Path.of(folder)),
                        new Outcome("forecast", "series of others in " + folder, options));
        bench.m4("Weekly", 1, 13);
        bench.m4("Hourly", 24, 48);
        bench.livestock();
        bench.beer();
        bench.counts();
        bench.end();
    }

    private void end() {
        if (!any) {
            options.tell("nothing to read there; engines/forecast/README.md says what is needed");
            System.exit(1);
        }
        if (published > 0) {
            outcome.atLeast(
                    "published figures that come out the same, of " + published,
                    same, published, "figures");
        }
        if (reckoned > 0) {
            outcome.atLeast(
                    "figures of R that come out the same, of " + reckoned,
                    asR, reckoned, "figures");
        }
        outcome.end();
    }

    private void m4(String set, int period, int horizon) throws IOException {
        String train = set + "-train.csv";
        String test = set + "-test.csv";
        if (!sets.has(train, test)) {
            options.tell("%s and %s are not there", train, test);
            return;
        }
        read(train);
        read(test);
        List<ForecastSets.Split> all = sets.m4(set, period, horizon);
        points("M4 " + set, all, M4.get(set));
        held("M4 " + set, all, Range.ANY);
    }

    /** Every method by itself; the competition's own averages over series. */
    private void points(
            String name, List<ForecastSets.Split> all, Map<Method, double[]> theirs) {
        for (Method method : Method.values()) {
            List<double[]> errors =
                    all.parallelStream()
                            .map(split -> errors(method, split))
                            .filter(one -> Double.isFinite(one[1]))
                            .toList();
            double smape = errors.stream().mapToDouble(one -> one[0]).average().orElse(0);
            double mase = errors.stream().mapToDouble(one -> one[1]).average().orElse(0);
            double[] known = theirs.get(method);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("method", method);
            row.put("sMAPE", text(smape, 3));
            row.put("published", known == null ? "–" : compared(smape, known[0], 3));
            row.put("MASE", text(mase, 3));
            row.put("published ", known == null ? "–" : compared(mase, known[1], 3));
            outcome.row(name + ", " + all.size() + " forecasts", row);
        }
    }

    /** sMAPE and MASE of one series, as the competition's own code reckons them. */
    private static double[] errors(Method method, ForecastSets.Split split) {
        double[] before = split.before();
        double[] after = split.after();
        double[] said = method.ahead(before, split.period(), after.length);
        double unit = unit(before, split.period());
        double[] sums = new double[2];
        for (int i = 0; i < after.length; i++) {
            double error = Math.abs(after[i] - said[i]);
            double size = Math.abs(after[i]) + Math.abs(said[i]);
            sums[0] += size == 0 ? 0 : 200 * error / size / after.length;
            sums[1] += error / unit / after.length;
        }
        return sums;
    }

    private static double unit(double[] before, int period) {
        double sum = 0;
        for (int i = period; i < before.length; i++) {
            sum += Math.abs(before[i] - before[i - period]);
        }
        return sum / (before.length - period);
    }

    /**
     * Hyndman and Athanasopoulos, Forecasting: principles and practice, 2nd edition, section 7.2:
     * sheep in Asia, one year ahead from every year. From two years a trend is not determined at
     * all; there the published figure holds whatever its search came to, so that the two methods
     * with a trend are compared from three years on, with R forecast 8.20.
     */
    private void livestock() throws IOException {
        if (!sets.has("livestock.txt")) {
            options.tell("livestock.txt is not there");
            return;
        }
        read("livestock.txt");
        double[] all = sets.column("livestock.txt");
        Map<Method, double[]> theirs = new LinkedHashMap<>();
        theirs.put(Method.SES, new double[] {178.2531, 178.253113, 8.532460});
        theirs.put(Method.HOLT, new double[] {173.3650, 176.653727, 8.881456});
        theirs.put(Method.DAMPED, new double[] {162.6274, 165.672140, 8.084889});
        theirs.forEach(
                (method, figures) -> {
                    int first = method == Method.SES ? 1 : 3;
                    double squares = 0;
                    double sizes = 0;
                    for (int end = first; end < all.length; end++) {
                        double error =
                                all[end] - method.ahead(Arrays.copyOf(all, end), 1, 1)[0];
                        squares += error * error / (all.length - first);
                        sizes += Math.abs(error) / (all.length - first);
                    }
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("method", method);
                    row.put("from years", first);
                    row.put("MSE", text(squares, 3));
                    row.put("R", asR(squares, figures[1], 3));
                    row.put(
                            "published",
                            first == 1
                                    ? compared(squares, figures[0], 3)
                                    : text(figures[0], 3) + " (from 2)");
                    row.put("MAE", text(sizes, 4));
                    row.put("R ", asR(sizes, figures[2], 4));
                    outcome.row("FPP2, sheep in Asia, rolling origin", row);
                });
    }

    /** The same authors, 1st edition, section 2.5: beer from 2006 on, known 1992 to 2005. */
    private void beer() throws IOException {
        if (!sets.has("ausbeer.txt")) {
            options.tell("ausbeer.txt is not there");
            return;
        }
        read("ausbeer.txt");
        double[] all = sets.column("ausbeer.txt");
        double[] before = Arrays.copyOfRange(all, 144, 200);
        double[] after = Arrays.copyOfRange(all, 200, 211);
        Map<Method, double[]> theirs = new LinkedHashMap<>();
        theirs.put(Method.NAIVE, new double[] {70.91, 63.91, 15.88, 4.35});
        theirs.put(Method.SEASONAL_NAIVE, new double[] {12.97, 11.27, 2.73, 0.77});
        theirs.forEach(
                (method, figures) -> {
                    double[] said = method.ahead(before, 4, after.length);
                    double[] ours = new double[4];
                    for (int i = 0; i < after.length; i++) {
                        double error = Math.abs(after[i] - said[i]);
                        ours[0] += error * error / after.length;
                        ours[1] += error / after.length;
                        ours[2] += 100 * error / after[i] / after.length;
                    }
                    ours[0] = Math.sqrt(ours[0]);
                    ours[3] = ours[1] / unit(before, 4);
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("method", method);
                    List<String> names = List.of("RMSE", "MAE", "MAPE", "MASE");
                    for (int i = 0; i < ours.length; i++) {
                        row.put(names.get(i), text(ours[i], 2));
                        row.put("published" + " ".repeat(i), compared(ours[i], figures[i], 2));
                    }
                    outcome.row("FPP1, beer in Australia", row);
                });
    }

    private void counts() throws IOException {
        if (!sets.has("series.csv")) {
            options.tell("series.csv is not there");
            return;
        }
        read("series.csv");
        List<ForecastSets.Split> all = sets.split("series.csv", SERIES_HORIZON);
        points("series.csv", all, Map.of());
        held("series.csv", all, Range.COUNT);
    }

    /** How often intervals held the observations that came, and what they cost. */
    private void held(String name, List<ForecastSets.Split> all, Range range) {
        for (double level : List.of(0.8, 0.95)) {
            long began = System.nanoTime();
            List<Held> held = all.parallelStream().map(split -> Held.of(split, range, level)).toList();
            double seconds = (System.nanoTime() - began) / 1e9;
            List<Held> answered = held.stream().filter(one -> one.forecast() != null).toList();
            double share = answered.stream().mapToDouble(Held::share).average().orElse(0);
            double half = half(answered, share);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("set", name);
            row.put("level", text(level, 2));
            row.put("forecasts", answered.size());
            row.put("refused", held.size() - answered.size());
            row.put("held", text(share, 4));
            row.put("95 % band", text(share - half, 4) + "–" + text(share + half, 4));
            row.put("foretold by back-test", text(
                    answered.stream().mapToDouble(one -> one.forecast().test().coverage())
                            .average().orElse(0), 4));
            row.put("MASE", text(Held.mean(answered, Held::mase), 3));
            row.put("MSIS", text(Held.mean(answered, Held::msis), 3));
            row.put("seconds", text(seconds, 1));
            outcome.row("Intervals, " + (int) (100 * level) + " %", row);
        }
    }

    /** Half a 95 % band that counts series, because cuts of one series are not independent. */
    private static double half(List<Held> all, double share) {
        Map<String, Double> sums = new TreeMap<>();
        all.forEach(one -> sums.merge(one.name(), one.share() - share, Double::sum));
        double squares = sums.values().stream().mapToDouble(one -> one * one).sum();
        double series = sums.size();
        return BAND * Math.sqrt(squares * series / Math.max(1, series - 1)) / all.size();
    }

    private void read(String file) throws IOException {
        any = true;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("file", file);
        row.put("SHA-256", sets.digest(file));
        outcome.row("Read", row);
    }

    /** The published figure, counted; marked when ours differs in the places that were printed. */
    private String compared(double ours, double theirs, int places) {
        published++;
        boolean equal = text(ours, places).equals(text(theirs, places));
        same += equal ? 1 : 0;
        return text(theirs, places) + (equal ? "" : " (differs)");
    }

    /** The figure of R forecast 8.20, counted likewise, but apart from what was published. */
    private String asR(double ours, double theirs, int places) {
        reckoned++;
        boolean equal = text(ours, places).equals(text(theirs, places));
        asR += equal ? 1 : 0;
        return text(theirs, places) + (equal ? "" : " (differs)");
    }

    private static String text(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }

    /** One series looked ahead in and compared with what came. */
    private record Held(String name, Forecast forecast, double share, double mase, double msis) {

        static Held of(ForecastSets.Split split, Range range, double level) {
            double[] after = split.after();
            Series series = new Series(split.before(), split.period()).within(range);
            if (!(Forecasts.of(series, after.length, level) instanceof Forecasted(Forecast said))) {
                return new Held(split.name(), null, 0, 0, 0);
            }
            double unit = unit(split.before(), split.period());
            double inside = 0;
            double error = 0;
            double score = 0;
            for (int i = 0; i < after.length; i++) {
                Step step = said.steps().get(i);
                double out = Math.max(0, Math.max(step.low() - after[i], after[i] - step.high()));
                inside += out == 0 ? 1 : 0;
                error += Math.abs(after[i] - step.point()) / unit;
                score += (step.high() - step.low() + 2 * out / (1 - level)) / unit;
            }
            int steps = after.length;
            return new Held(split.name(), said, inside / steps, error / steps, score / steps);
        }

        static double mean(List<Held> all, java.util.function.ToDoubleFunction<Held> of) {
            return all.stream().mapToDouble(of).filter(Double::isFinite).average().orElse(0);
        }
    }
}
