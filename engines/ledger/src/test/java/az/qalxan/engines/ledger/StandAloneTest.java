package az.qalxan.engines.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stand-alone verifier, which shares no code with this engine, gives the same verdict on every
 * bundle, and on every item where the archive can be walked.
 */
class StandAloneTest {

    private static final int BUNDLES = 1_000;
    private static final Path SOURCE = Path.of("../../tools/verify/Verify.java");
    private static final NoteSigner THIEF = Keys.signer(Keys.ORIGIN, NoteKey.Use.LOG);

    @TempDir static Path classes;
    @TempDir static Path folder;

    private static Class<?> verify;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Bundles bundles = new Bundles(random);
    private final Path zip = folder.resolve("bundle.zip");

    /** What one of the two says. */
    private record Said(boolean valid, boolean walked, Map<String, Boolean> items) {}

    @BeforeAll
    static void compile() throws Exception {
        Path javac = Path.of(System.getProperty("java.home"), "bin", "javac");
        Process compiler =
                new ProcessBuilder(javac.toString(), "-d", classes.toString(), SOURCE.toString())
                        .inheritIO()
                        .start();
        assertThat(compiler.waitFor()).isZero();
        URL[] urls = {classes.toUri().toURL()};
        verify = new URLClassLoader(urls, null).loadClass("Verify");
    }

    @Test
    void itAgreesOnAThousandBundlesHalfOfThemDamaged()
            throws IOException, ReflectiveOperationException {
        System.out.println("StandAloneTest: seed " + seed);
        int damaged = 0;
        for (int number = 0; number < BUNDLES; number++) {
            SequencedMap<String, byte[]> files = files();
            String change = "none";
            if (number % 2 == 1) {
                change = number % 4 == 1 ? forged(files) : "bytes";
            }
            write(files);
            if (change.equals("bytes")) {
                change = spoil();
            }
            String where = "bundle " + number + " of seed " + seed + ", changed: " + change;
            List<NoteKey> keys = random.nextBoolean() ? List.of(Keys.LOG.key()) : List.of();
            Said ours = engine(keys);
            Said theirs = standAlone(keys);
            assertThat(theirs.valid()).as(where + ours + theirs).isEqualTo(ours.valid());
            if (ours.walked() && theirs.walked()) {
                assertThat(theirs.items()).as(where).isEqualTo(ours.items());
            }
            assertThat(number % 2 == 1 || ours.valid()).as(where).isTrue();
            damaged += ours.valid() ? 0 : 1;
        }
        System.out.println("StandAloneTest: not valid by both: " + damaged);
        assertThat(damaged).isBetween(BUNDLES * 2 / 5, BUNDLES / 2);
    }

    private SequencedMap<String, byte[]> files() throws IOException {
        List<Bundles.Recorded> records = new ArrayList<>();
        SequencedMap<String, byte[]> contents = new LinkedHashMap<>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            List<ContainerFile> files = new ArrayList<>();
            for (int more = random.nextInt(3); more > 0; more--) {
                byte[] bytes = bundles.bytes(random.nextInt(300));
                files.add(Bundles.file("exhibits/" + left + "-" + more + ".bin", bytes));
                contents.put(files.getLast().digest().path(), bytes);
            }
            records.add(bundles.recorded(files));
        }
        SequencedMap<String, byte[]> all =
                LedgerBundle.files(bundles.parts(records, random.nextBoolean()));
        all.putAll(contents);
        return all;
    }

    private void write(SequencedMap<String, byte[]> files) throws IOException {
        Files.deleteIfExists(zip);
        try (FileChannel out =
                FileChannel.open(zip, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            BundleWriter writer = new BundleWriter(out);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                writer.put(file.getKey(), file.getValue());
            }
            writer.end();
        }
    }

    /** Changes what the archive holds, its sums being right. */
    private String forged(SequencedMap<String, byte[]> files) {
        List<String> names = List.copyOf(files.keySet());
        String name = names.get(random.nextInt(names.size()));
        String other = names.get(random.nextInt(names.size()));
        byte[] bytes = files.getOrDefault(name, new byte[0]).clone();
        switch (random.nextInt(7)) {
            case 0 -> files.remove(name);
            case 1 -> {
                files.put(name, files.getOrDefault(other, new byte[0]));
                files.put(other, bytes);
            }
            case 2 -> files.put(name, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            case 3 -> files.put("ledger/items/x", bytes);
            case 4 -> resign(files);
            default -> {
                if (bytes.length > 0) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                files.put(name, bytes);
            }
        }
        return name + " and " + other;
    }

    /** Another key of the same name signs, which the bundle names: valid where no key is known. */
    private void resign(SequencedMap<String, byte[]> files) {
        byte[] signed = files.getOrDefault(LedgerBundle.CHECKPOINT, new byte[0]);
        Checkpoint real = Checkpoint.parse(signed).orElseThrow();
        byte[] forged = Checkpoint.signed(Keys.ORIGIN, real.head(), THIEF).bytes();
        files.put(LedgerBundle.CHECKPOINT, forged);
        files.put(
                LedgerBundle.KEYS,
                (THIEF.key().text() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        files.replaceAll((name, bytes) -> {
            if (!name.endsWith("/proof")) {
                return bytes;
            }
            LogProof proof = LogProof.parse(bytes).orElseThrow();
            Checkpoint checkpoint = Checkpoint.parse(forged).orElseThrow();
            return new LogProof(proof.index(), proof.hashes(), checkpoint).bytes();
        });
    }

    /** Changes bytes of the archive wherever they are. */
    private String spoil() throws IOException {
        byte[] bytes = Files.readAllBytes(zip);
        int place = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> bytes = java.util.Arrays.copyOf(bytes, place);
            case 1 -> bytes = Bytes.joined(bytes, bundles.bytes(1 + random.nextInt(30)));
            default -> {
                for (int left = 1 + random.nextInt(3); left > 0; left--) {
                    bytes[place] ^= (byte) (1 + random.nextInt(255));
                    place = random.nextInt(bytes.length);
                }
            }
        }
        Files.write(zip, bytes);
        return "bytes from " + place;
    }

    private Said engine(List<NoteKey> keys) throws IOException {
        BundleVerdict verdict = LedgerBundle.verify(zip, new BundleTrust(keys, null));
        Map<String, Boolean> items = new TreeMap<>();
        verdict.items().forEach(item -> items.put(item.id(), item.valid()));
        boolean walked =
                verdict.flaws().stream().noneMatch(flaw -> flaw.kind() == BundleFlaw.Kind.ARCHIVE);
        return new Said(verdict.valid(), walked, items);
    }

    @SuppressWarnings("unchecked")
    private Said standAlone(List<NoteKey> keys) throws ReflectiveOperationException {
        List<String> texts = keys.stream().map(NoteKey::text).toList();
        Object said = verify.getMethod("of", Path.class, List.class).invoke(null, zip, texts);
        boolean valid = (boolean) verify.getMethod("valid").invoke(said);
        Map<String, List<String>> why =
                (Map<String, List<String>>) verify.getField("items").get(said);
        Map<String, Boolean> items = new TreeMap<>();
        why.forEach((id, flaws) -> items.put(id, flaws.isEmpty()));
        return new Said(valid, !items.isEmpty(), items);
    }
}
