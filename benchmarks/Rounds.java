import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;

/** The same texts several times on one thread; the best round counts. */
final class Rounds {

    private static final int ROUNDS = 8;

    private Rounds() {}

    record Best(double perSecond, double megabytesPerSecond, long found) {}

    static Best best(List<String> texts, ToIntFunction<String> work) {
        double bytes =
                texts.stream().mapToLong(one -> one.getBytes(StandardCharsets.UTF_8).length).sum();
        double least = Double.MAX_VALUE;
        long found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            found = 0;
            for (String text : texts) {
                found += work.applyAsInt(text);
            }
            least = Math.min(least, (System.nanoTime() - begin) / 1e9);
        }
        return new Best(texts.size() / least, bytes / least / 1e6, found);
    }
}
