package az.qalxan.statistics.measure;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.statistics.measure.CaseFact.Kind;
import az.qalxan.statistics.measure.MeasureCounts.Counts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Figures that were taken daily through a random history with late corrections are reproduced when
 * it is over, and agree with an evaluator that knows nothing of databases.
 */
@NullUnmarked // a null here fails the test anyway
@PlatformTest
class PastFiguresTest {

    private static final List<String> FIGURES =
            List.of(
                    "cases",
                    "article",
                    "state",
                    "border",
                    "persons",
                    "cleared",
                    "offences",
                    "iccs",
                    "body",
                    "months-closed");

    private static final int DAYS = 60;
    private static final int STEPS_A_DAY_MAX = 9;
    private static final List<String> ARTICLES = List.of("271", "272", "178", "178.3.1", "999");
    private static final List<String> STATES =
            List.of("open", "suspended:wanted", "closed:sent-to-court", "closed:joined");

    @Autowired CaseFactStore store;
    @Autowired MeasureCounts counts;
    @Autowired Jurisdiction jurisdiction;

    /** A figure as it was taken. */
    private record Taken(Asked asked, Map<String, Map<String, Long>> figures) {}

    @Test
    void everyPastFigureIsReproduced() {
        long seed = System.nanoTime();
        System.out.println("past figures: seed " + seed);
        History history = new History(new Random(seed), jurisdiction.zone());
        List<Taken> taken = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            List<CaseFact> facts = history.live(day);
            if (!facts.isEmpty()) {
                ActingAs.run(TransactionIdentity.job("test"), () -> store.add(facts));
            }
            for (Asked asked : history.questions(day)) {
                Taken now = new Taken(asked, plain(counts.count(asked)));
                assertThat(now.figures())
                        .as("seed %d, day %d, %s", seed, day, asked)
                        .isEqualTo(history.naive(asked));
                taken.add(now);
            }
        }
        int changed = 0;
        for (Taken one : taken) {
            Asked asked = one.asked();
            assertThat(plain(counts.count(asked)))
                    .as("seed %d, reproduced %s", seed, asked)
                    .isEqualTo(one.figures());
            Asked today =
                    new Asked(
                            asked.sight(),
                            asked.from(),
                            asked.to(),
                            history.day(DAYS),
                            asked.body(),
                            asked.article());
            changed += plain(counts.count(today)).equals(one.figures()) ? 0 : 1;
        }
        assertThat(changed)
                .as("later knowledge changed what is said of the same days")
                .isGreaterThan(DAYS / 2);
    }

    private static Map<String, Map<String, Long>> plain(Counts counts) {
        Map<String, Map<String, Long>> plain = new TreeMap<>();
        for (String figure : FIGURES) {
            Map<String, Long> cells = new TreeMap<>();
            counts.of(figure)
                    .forEach((cell, counted) -> {
                        if (counted.count() > 0) {
                            cells.put(cell, counted.count());
                        }
                    });
            plain.put(figure, cells);
        }
        return plain;
    }

    /** A random past, and what it says when nobody is in a hurry. */
    private static final class History {

        private final Random random;
        private final ZoneId zone;
        private final String body = "t" + UUID.randomUUID().toString().substring(0, 8);
        private final LocalDate first = LocalDate.of(2003, 1, 1);
        private final List<CaseFact> facts = new ArrayList<>();
        private final List<String> cases = new ArrayList<>();

        History(Random random, ZoneId zone) {
            this.random = random;
            this.zone = zone;
        }

        LocalDate day(int day) {
            return first.plusDays(day);
        }

        /** The facts that are recorded on a day; many of them hold from long before. */
        List<CaseFact> live(int day) {
            List<CaseFact> today = new ArrayList<>();
            int steps = random.nextInt(STEPS_A_DAY_MAX);
            for (int step = 0; step < steps; step++) {
                Instant recorded = moment(day).plus(Duration.ofSeconds(1 + random.nextInt(86_000)));
                Instant from =
                        random.nextBoolean()
                                ? recorded
                                : moment(Math.max(0, day - random.nextInt(25)));
                today.addAll(step(from, recorded));
            }
            facts.addAll(today);
            return today;
        }

        private Instant moment(int day) {
            return day(day).atStartOfDay(zone).toInstant();
        }

        private List<CaseFact> step(Instant from, Instant recorded) {
            if (cases.isEmpty() || random.nextInt(3) == 0) {
                String number = "K-T-" + UUID.randomUUID();
                cases.add(number);
                return List.of(
                        CaseFact.of(number, Kind.OPENED, "", "").since(from, recorded),
                        CaseFact.of(number, Kind.BODY, "", body).since(from, recorded),
                        CaseFact.of(number, Kind.STATE, "", "open").since(from, recorded));
            }
            String number = cases.get(random.nextInt(cases.size()));
            CaseFact fact =
                    switch (random.nextInt(6)) {
                        case 0 -> CaseFact.of(number, Kind.STATE, "", any(STATES));
                        case 1 ->
                                CaseFact.of(
                                        number,
                                        Kind.PARTY,
                                        any(List.of("victim", "accused"))
                                                + ":"
                                                + new UUID(0, random.nextInt(3)),
                                        any(List.of("person", "gone")));
                        case 2 ->
                                CaseFact.of(
                                        number,
                                        Kind.BORDER,
                                        "",
                                        any(List.of("yes", "no", "unknown")));
                        case 3 ->
                                CaseFact.of(
                                        number,
                                        Kind.BODY,
                                        "",
                                        random.nextInt(4) == 0 ? "elsewhere" : body);
                        default ->
                                CaseFact.of(
                                        number,
                                        Kind.ARTICLE,
                                        any(ARTICLES),
                                        any(List.of("standing", "standing", "gone")));
                    };
            return List.of(fact.since(from, recorded));
        }

        private String any(List<String> words) {
            return words.get(random.nextInt(words.size()));
        }

        /** As known at the end of that day: of everything so far, and of a random past stretch. */
        List<Asked> questions(int day) {
            int end = random.nextInt(day + 1);
            int start = random.nextInt(end + 1);
            String article = random.nextBoolean() ? "" : any(ARTICLES);
            return List.of(
                    new Asked(Asked.Sight.ALL, day(0), day(day), day(day), body, ""),
                    new Asked(Asked.Sight.ALL, day(start), day(end), day(day), body, article));
        }

        Map<String, Map<String, Long>> naive(Asked asked) {
            Instant start = asked.start(zone).toInstant();
            Instant end = asked.end(zone).toInstant();
            Instant known = asked.knownEnd(zone).toInstant();
            Map<String, Map<String, CaseFact>> world = new LinkedHashMap<>();
            Set<String> opened = new HashSet<>();
            List<CaseFact> seen =
                    facts.stream()
                            .filter(fact ->
                                    fact.recordedAt().isBefore(known)
                                            && fact.holdsFrom().isBefore(end))
                            .sorted(Comparator.comparing(CaseFact::holdsFrom))
                            .toList();
            for (CaseFact fact : seen) {
                world.computeIfAbsent(fact.caseNumber(), key -> new TreeMap<>())
                        .put(fact.kind().code() + "/" + fact.key(), fact);
                if (fact.kind() == Kind.OPENED && !fact.holdsFrom().isBefore(start)) {
                    opened.add(fact.caseNumber());
                }
            }
            Map<String, Map<String, Long>> figures = new TreeMap<>();
            for (String figure : FIGURES) {
                figures.put(figure, new TreeMap<>());
            }
            Map<String, Set<String>> persons = new TreeMap<>();
            for (String number : opened) {
                tell(new World(world.get(number)), asked, figures, persons);
            }
            persons.forEach((status, who) -> figures.get("persons").put(status, (long) who.size()));
            return figures;
        }

        private static void tell(
                World one,
                Asked asked,
                Map<String, Map<String, Long>> figures,
                Map<String, Set<String>> persons) {
            Set<String> articles = one.articles();
            if (!one.value("body/").equals(asked.body())
                    || (!asked.article().isEmpty() && !articles.contains(asked.article()))) {
                return;
            }
            add(figures, "cases", "");
            add(figures, "body", one.value("body/"));
            String state = one.value("state/");
            add(figures, "state", state);
            if (state.startsWith("closed:")) {
                add(
                        figures,
                        "months-closed",
                        one.facts()
                                .get("opened/")
                                .holdsFrom()
                                .atZone(ZoneId.of("Asia/Baku"))
                                .toLocalDate()
                                .toString()
                                .substring(0, 7));
            }
            add(
                    figures,
                    "border",
                    one.value("border/").isEmpty() ? "unknown" : one.value("border/"));
            articles.forEach(article -> add(figures, "article", article));
            Set<String> classes = new HashSet<>();
            articles.stream()
                    .filter(CLASSES::containsKey)
                    .forEach(article -> classes.add(CLASSES.get(article)));
            classes.forEach(code -> add(figures, "iccs", code));
            if (articles.isEmpty()) {
                add(figures, "article", "none");
            }
            if (classes.isEmpty()) {
                add(figures, "iccs", "none");
            }
            boolean accused = false;
            for (Map.Entry<String, CaseFact> fact : one.facts().entrySet()) {
                if (fact.getKey().startsWith("party/")
                        && fact.getValue().value().equals("person")) {
                    String[] key = fact.getValue().key().split(":");
                    persons.computeIfAbsent(key[0] + ":person", s -> new HashSet<>()).add(key[1]);
                    accused |= key[0].equals("accused");
                }
            }
            if (!state.equals("closed:joined")) {
                add(figures, "offences", "");
                if (accused || state.equals("closed:sent-to-court")) {
                    add(figures, "cleared", "");
                }
            }
        }

        private static final Map<String, String> CLASSES =
                Map.of("271", "09031", "272", "09033", "178", "0701", "178.3.1", "0701");

        private static void add(
                Map<String, Map<String, Long>> figures, String figure, String cell) {
            figures.get(figure).merge(cell, 1L, Long::sum);
        }
    }

    /** What holds of one case. */
    private record World(Map<String, CaseFact> facts) {

        String value(String key) {
            CaseFact fact = facts.get(key);
            return fact == null ? "" : fact.value();
        }

        Set<String> articles() {
            Set<String> articles = new HashSet<>();
            facts.values().stream()
                    .filter(fact -> fact.kind() == Kind.ARTICLE && fact.value().equals("standing"))
                    .forEach(fact -> articles.add(fact.key()));
            return articles;
        }
    }
}
