package az.qalxan.engines.language;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures how many words a second one thread turns into keys; run it by its main method. The
 * process's processor time is printed beside wall time, so that a busy machine does not hide the
 * figure.
 */
final class SearchTextSpeed {

    private static final int ROUNDS = 8;
    private static final int TEXTS = 20_000;
    private static final int WORDS_PER_TEXT = 60;
    private static final double NANOS_PER_SECOND = 1e9;

    private SearchTextSpeed() {}

    public static void main(String[] arguments) {
        List<String> words =
                Stream.of("az-forms-dev.tsv", "az-forms-heldout.tsv")
                        .flatMap(list -> LemmaForms.read(list).stream())
                        .flatMap(entry -> entry.forms().stream())
                        .toList();
        List<String> texts =
                Stream.iterate(0, n -> n + 7).limit(TEXTS).map(from -> text(words, from)).toList();
        for (int round = 1; round <= ROUNDS; round++) {
            measure(round, texts);
        }
    }

    private static String text(List<String> words, int from) {
        return Stream.iterate(from, n -> n + 31)
                .limit(WORDS_PER_TEXT)
                .map(n -> words.get(n % words.size()))
                .collect(Collectors.joining(" "));
    }

    private static void measure(int round, List<String> texts) {
        long keys = 0;
        long start = System.nanoTime();
        Duration startOnCores = onCores();
        for (String text : texts) {
            keys += SearchText.keys(text).size();
        }
        double onCores = onCores().minus(startOnCores).toNanos() / NANOS_PER_SECOND;
        double wall = (System.nanoTime() - start) / NANOS_PER_SECOND;
        System.out.printf(
                "round %d: %,d keys, %,.0f words/s of processor time, %,.0f words/s of wall time%n",
                round, keys, keys / onCores, keys / wall);
    }

    /** Processor time of the whole process, compiler and garbage collector included. */
    private static Duration onCores() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
