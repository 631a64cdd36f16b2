import az.qalxan.engines.linking.series.MinHash;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** MinHash signatures of stories at 128 permutations, on one core; java-LSH beside them. */
final class MinhashBench {

    private static final int ROUNDS = 12;
    private static final int PEER_ROUNDS = 2;
    private static final double PEER_PUBLISHED = 11_600;
    private static final double TARGET = 100_000;

    public static void main(String[] words) throws Exception {
        Options options =
                new Options(
                        "bench minhash [--reports N] [--peer java-lsh.jar] (the peer is also found"
                                + " after: mvn dependency:get -Dartifact=info.debatty:java-lsh:0.12)",
                        words);
        int count = options.number("--reports", 20_000);
        List<String> stories =
                Country.reports(7, count).map(SyntheticReport::story).toList();
        double letters = stories.stream().mapToInt(String::length).average().orElseThrow();
        Outcome outcome =
                new Outcome(
                        "minhash",
                        "%,d stories of the synthetic country, %.0f characters on average"
                                .formatted(count, letters),
                        options);
        MinHash hash = new MinHash();
        outcome.atLeast(
                "documents signed", perSecond(stories, s -> hash.of(s)[0], ROUNDS), TARGET,
                "1/s/core");
        outcome.also("places of a signature", hash.of(stories.getFirst()).length, "");
        outcome.also("error of the likeness, on average", 100 * error(stories, hash), "percent points");
        peer(options, outcome, stories);
        outcome.end();
    }

    /** By the processor time of this thread, so that other programs do not count; the best round. */
    private static double perSecond(List<String> stories, ToIntFunction<String> sign, int rounds) {
        var threads = ManagementFactory.getThreadMXBean();
        double least = Double.MAX_VALUE;
        int used = 0;
        for (int round = 0; round < rounds; round++) {
            long begin = threads.getCurrentThreadCpuTime();
            for (String story : stories) {
                used += sign.applyAsInt(story);
            }
            least = Math.min(least, (threads.getCurrentThreadCpuTime() - begin) / 1e9);
        }
        return used == 42 ? 0 : stories.size() / least;
    }

    /** Against the exact likeness of sets of shingles made by the same rule, over plain letters. */
    private static double error(List<String> stories, MinHash hash) {
        double sum = 0;
        int pairs = 500;
        for (int i = 0; i < pairs; i++) {
            String one = plain(stories.get(i));
            String other = one.substring(0, one.length() / 2) + plain(stories.get(i + pairs));
            Set<String> a = shingles(one);
            Set<String> b = shingles(other);
            long shared = a.stream().filter(b::contains).count();
            double exact = (double) shared / (a.size() + b.size() - shared);
            sum += Math.abs(exact - MinHash.agreement(hash.of(one), hash.of(other)));
        }
        return sum / pairs;
    }

    /** A text that folding does not change: words of consonants and vowels in turn. */
    private static String plain(String story) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < story.length(); i++) {
            int drawn = Math.floorMod(story.charAt(i) * 31 + i * 7, 15);
            plain.append("bdfgklmnprstvxz".charAt(drawn)).append("aeiou".charAt(drawn % 5));
            plain.append(i % 3 == 2 ? " " : "");
        }
        return plain.toString().strip();
    }

    private static Set<String> shingles(String text) {
        Set<String> all = new TreeSet<>();
        String spaced = text + " ";
        for (int i = 0; i + 5 <= spaced.length(); i++) {
            all.add(spaced.substring(i, i + 5));
        }
        String[] words = text.split(" ");
        for (int i = 0; i + 3 <= words.length; i++) {
            all.add(words[i] + "|" + words[i + 1] + "|" + words[i + 2]);
        }
        return all;
    }

    private static void peer(Options options, Outcome outcome, List<String> stories)
            throws Exception {
        Path jar = jar(options);
        if (jar == null) {
            outcome.also("java-LSH, published figure", PEER_PUBLISHED, "1/s/core");
            return;
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            outcome.also("java-LSH", perSecond(stories, peer(loader), PEER_ROUNDS), "1/s/core");
        }
    }

    private static Path jar(Options options) throws IOException {
        Path given = Path.of(options.text("--peer", ""));
        if (!given.toString().isEmpty()) {
            return given;
        }
        Path local = Path.of(System.getProperty("user.home"), ".m2/repository/info/debatty/java-lsh");
        if (!Files.isDirectory(local)) {
            return null;
        }
        try (var files = Files.walk(local)) {
            return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElse(null);
        }
    }

    /** Five letters to a shingle, numbered in a dictionary as its README does, 128 permutations. */
    private static ToIntFunction<String> peer(ClassLoader loader)
            throws ReflectiveOperationException {
        Class<?> type = loader.loadClass("info.debatty.java.lsh.MinHash");
        Constructor<?> made = type.getConstructor(int.class, int.class, long.class);
        Object hash = made.newInstance(MinHash.PERMUTATIONS, 1 << 20, 7L);
        Method signature = type.getMethod("signature", Set.class);
        return story -> {
            Set<Integer> shingles = new TreeSet<>();
            for (int i = 0; i + 5 <= story.length(); i++) {
                shingles.add(Math.floorMod(story.substring(i, i + 5).hashCode(), 1 << 20));
            }
            try {
                return ((int[]) signature.invoke(hash, shingles))[0];
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
