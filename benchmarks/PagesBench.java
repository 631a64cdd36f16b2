import az.qalxan.access.Role;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An officer's pages with millions of reports stored: the list, a report, two kinds of search. */
final class PagesBench {

    private static final int FILE_ROWS = 250_000;
    private static final int ASKED = 300;
    private static final int WARM = 60;
    private static final double TARGET_MILLIS = 60;
    private static final Pattern REPORT = Pattern.compile("/reports/([0-9a-f-]{36})");
    private static final Pattern WORD = Pattern.compile("\\p{L}{6,}");

    private final Officer officer;
    private final Random random = new Random(5);
    private final Set<String> identifiers = new LinkedHashSet<>();
    private final Set<String> phrases = new LinkedHashSet<>();

    PagesBench(Officer officer) {
        this.officer = officer;
    }

    public static void main(String[] words) throws Exception {
        Options options =
                new Options("bench pages [--reports N] (2,000,000 need 25 GB of disk)", words);
        int reports = options.number("--reports", 2_000_000);
        Path data = options.work().resolve("data");
        boolean loaded = Files.exists(data.resolve("loaded-" + reports));
        String token = loaded ? "" : Served.prepare(data, "din", Role.DUTY_OFFICER);
        Outcome outcome =
                new Outcome(
                        "pages",
                        "%,d reports stored; %d requests each, one after another"
                                .formatted(reports, ASKED),
                        options);
        try (Served served = Served.start(data, "demo", "--reports", "10")) {
            if (!loaded) {
                load(options, served, token, reports);
                Files.createFile(data.resolve("loaded-" + reports));
            }
            Officer officer =
                    Officer.signIn(served.address(), "novbetci", "Qalxan-numayis-2026");
            new PagesBench(officer).measure(options, outcome);
            outcome.also("resident memory of the JVM", served.residentMegabytes(), "MB");
        }
        outcome.end();
    }

    private static void load(Options options, Served served, String token, int reports)
            throws Exception {
        ImportBench imports = new ImportBench(served.address(), token);
        Path file = options.work().resolve("part.csv");
        for (int from = 0; from < reports; from += FILE_ROWS) {
            int rows = Math.min(FILE_ROWS, reports - from);
            Country.csv(file, 100 + from / FILE_ROWS, rows);
            ImportBench.Times times = imports.run(file);
            options.tell(
                    "%,d of %,d reports, the last %,d in %.0f s",
                    from + rows, reports, rows, times.total());
        }
        Files.delete(file);
    }

    private void measure(Options options, Outcome outcome) throws Exception {
        options.tell("measuring");
        List<String> ids = ids();
        collect();
        List<String> triage = List.of("/triage", "/triage?category=phone-fraud");
        also(outcome, "triage page", pages(triage));
        also(outcome, "report page", pages(ids.stream().map(id -> "/reports/" + id).toList()));
        also(outcome, "search by identifier", pages(searches(identifiers)));
        also(outcome, "search by words", pages(searches(phrases)));
    }

    private static void also(Outcome outcome, String what, Latencies latencies) {
        outcome.also(what + ", p50", latencies.quantile(0.5), "ms");
        outcome.atMost(what + ", p95", latencies.quantile(0.95), TARGET_MILLIS, "ms");
        outcome.also(what + ", max", latencies.quantile(1), "ms");
    }

    /** Reports that the lists and searches show, so that they are spread over all years. */
    private List<String> ids() throws Exception {
        collect();
        Set<String> ids = new LinkedHashSet<>();
        List<String> pages = new ArrayList<>(List.of("/triage"));
        pages.addAll(searches(phrases).subList(0, 60));
        for (String page : pages) {
            Matcher link = REPORT.matcher(officer.get(page));
            while (link.find()) {
                ids.add(link.group(1));
            }
        }
        return new ArrayList<>(ids);
    }

    /** What an officer types: identifiers and two words of stories that are stored. */
    private void collect() {
        List<SyntheticReport> some = Country.reports(100, FILE_ROWS).limit(3_000).toList();
        for (SyntheticReport one : some) {
            one.identifiers().forEach(planted -> identifiers.add(planted.value()));
            List<String> words =
                    WORD.matcher(one.story()).results().map(found -> found.group()).toList();
            if (words.size() > 4) {
                phrases.add(
                        words.get(random.nextInt(words.size()))
                                + " "
                                + words.get(random.nextInt(words.size())));
            }
        }
    }

    private static List<String> searches(Set<String> queries) {
        return queries.stream().map(query -> "/search?q=" + Officer.encoded(query)).toList();
    }

    private Latencies pages(List<String> paths) throws Exception {
        Latencies latencies = new Latencies();
        for (int i = 0; i < WARM + ASKED; i++) {
            String path = paths.get(i < WARM ? random.nextInt(paths.size()) : i % paths.size());
            long begin = System.nanoTime();
            officer.get(path);
            if (i >= WARM) {
                latencies.add(System.nanoTime() - begin);
            }
        }
        return latencies;
    }
}
