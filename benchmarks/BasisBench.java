import az.qalxan.engines.law.Basis;
import az.qalxan.engines.law.BasisAnswer;
import az.qalxan.engines.law.BasisQuestion;
import az.qalxan.engines.law.ClockRule;
import az.qalxan.engines.law.ClockWork;
import az.qalxan.engines.law.LawBook;
import az.qalxan.engines.law.LawFacts;
import az.qalxan.engines.law.LawPacks;
import az.qalxan.engines.law.RequestKind;
import az.qalxan.engines.law.StateCode;
import az.qalxan.engines.law.WorkingCalendar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The legal basis and all clocks of one request, over every kind, pair of states and many days. */
final class BasisBench {

    private static final int WARM_UP = 20_000;

    private record Request(BasisQuestion question, ZonedDateTime start) {}

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench basis [--requests N] [--seed N]", words);
        int count = options.number("--requests", 100_000);
        Path packs = Path.of(System.getProperty("qalxan.home", "")).resolve("packs");
        long began = System.nanoTime();
        LawFacts facts =
                LawPacks.read(path -> {
                    Path file = packs.resolve(path);
                    return Files.exists(file) ? Files.newInputStream(file) : null;
                });
        LawBook book = LawBook.of(facts);
        double reading = millis(System.nanoTime() - began);
        List<Request> requests = requests(book, count, options.number("--seed", 11));
        WorkingCalendar calendar = book.calendar(new StateCode("AZ")).orElseThrow();
        Outcome outcome =
                new Outcome(
                        "basis",
                        "%,d requests of every kind between %d states on days from 2001 to 2027;"
                                .formatted(count, book.states().size() + 1)
                                + " %,d facts".formatted(facts.rows().size()),
                        options);
        double first = answer(book, calendar, requests.getFirst());
        for (int i = 0; i < WARM_UP; i++) {
            answer(book, calendar, requests.get(i % requests.size()));
        }
        double[] times = new double[requests.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = answer(book, calendar, requests.get(i));
        }
        Arrays.sort(times);
        outcome.atMost("basis and clocks of one request, p95", at(times, 0.95), 5, "ms");
        outcome.atMost("basis and clocks of one request, p99", at(times, 0.99), 5, "ms");
        outcome.also("median", 1_000 * at(times, 0.5), "µs");
        outcome.also("p99.9", at(times, 0.999), "ms");
        outcome.also("slowest", times[times.length - 1], "ms");
        outcome.also("the very first one, nothing warm", first, "ms");
        outcome.also("reading the packs and making the book, once", reading, "ms");
        outcome.end();
    }

    private static double answer(LawBook book, WorkingCalendar calendar, Request request) {
        long began = System.nanoTime();
        BasisAnswer answer = book.basis(request.question());
        for (Basis one : answer.usable()) {
            for (ClockRule rule : one.clocks()) {
                if (ClockWork.run(rule, request.start(), calendar).end() == null) {
                    throw new IllegalStateException();
                }
            }
        }
        // The deadline of an appeal: the dearest clock, sixty working days.
        book.clock("az-appeals-extended", request.question().on())
                .ifPresent(rule -> ClockWork.run(rule, request.start(), calendar));
        return millis(System.nanoTime() - began);
    }

    private static List<Request> requests(LawBook book, int count, int seed) {
        Random random = new Random(seed);
        List<StateCode> states = new ArrayList<>(book.states());
        states.add(new StateCode("DE"));
        RequestKind[] kinds = RequestKind.values();
        List<ZoneId> zones =
                List.of("Asia/Baku", "Europe/Berlin", "America/New_York", "Pacific/Apia").stream()
                        .map(ZoneId::of)
                        .toList();
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate on = LocalDate.of(2001, 1, 1).plusDays(random.nextInt(9_600));
            requests.add(
                    new Request(
                            new BasisQuestion(
                                    kinds[random.nextInt(kinds.length)],
                                    states.get(random.nextInt(states.size())),
                                    states.get(random.nextInt(states.size())),
                                    on),
                            on.atTime(random.nextInt(24), 30)
                                    .atZone(zones.get(random.nextInt(zones.size())))));
        }
        return requests;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))];
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
