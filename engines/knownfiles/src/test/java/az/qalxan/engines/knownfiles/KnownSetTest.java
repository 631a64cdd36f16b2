package az.qalxan.engines.knownfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exact sets: what was put in is found, nothing else, and a changed file is not used. */
class KnownSetTest {

    static final KnownOrigin ORIGIN =
            new KnownOrigin(
                    "test",
                    "1",
                    "made here",
                    "free for any use",
                    Instant.parse("2026-11-27T00:00:00Z"));

    @TempDir Path folder;

    static FileHash random(HashKind kind, Random random) {
        byte[] bytes = new byte[kind.bytes()];
        random.nextBytes(bytes);
        if (random.nextInt(4) == 0) {
            bytes[0] = 7;
            bytes[1] = 7;
        }
        return new FileHash(kind, bytes);
    }

    private Path build(HashKind kind, Iterable<FileHash> hashes) throws IOException {
        Path out = folder.resolve("set.known");
        try (KnownSetBuilder builder = KnownSetBuilder.begin(kind, ORIGIN, out)) {
            for (FileHash hash : hashes) {
                builder.take(hash.hex());
            }
            builder.finish();
        }
        return out;
    }

    @Test
    void exactlyWhatWasPutInIsFound() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (HashKind kind : HashKind.values()) {
            for (int size : new int[] {0, 1, 2, 100, 5_000}) {
                Set<FileHash> in = new HashSet<>();
                List<FileHash> twice = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    FileHash hash = random(kind, random);
                    in.add(hash);
                    twice.add(hash);
                    if (random.nextBoolean()) {
                        twice.add(hash);
                    }
                }
                try (KnownSet set = KnownSet.open(build(kind, twice))) {
                    assertThat(set.count()).as("seed " + seed).isEqualTo(in.size());
                    assertThat(set.origin()).isEqualTo(ORIGIN);
                    for (FileHash hash : in) {
                        assertThat(set.contains(hash)).as("seed %d %s", seed, hash).isTrue();
                        assertThat(set.contains(near(hash, random))).isFalse();
                    }
                    for (int i = 0; i < 500; i++) {
                        FileHash other = random(kind, random);
                        assertThat(set.contains(other)).isEqualTo(in.contains(other));
                    }
                }
            }
        }
    }

    private static FileHash near(FileHash hash, Random random) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return new FileHash(hash.kind(), bytes);
    }

    @Test
    void anyChangedByteMakesASetUnusable() throws IOException {
        Random random = new Random(3);
        List<FileHash> hashes =
                Stream.generate(() -> random(HashKind.SHA1, random)).limit(50).toList();
        Path set = build(HashKind.SHA1, hashes);
        byte[] whole = Files.readAllBytes(set);
        int[] places = random.ints(60, 0, whole.length).toArray();
        for (int place : places) {
            byte[] changed = whole.clone();
            changed[place] ^= 1;
            Files.write(set, changed);
            assertThatThrownBy(() -> KnownSet.open(set)).isInstanceOf(UnusableSet.class);
            Files.write(set, java.util.Arrays.copyOf(whole, place));
            assertThatThrownBy(() -> KnownSet.open(set)).isInstanceOf(UnusableSet.class);
        }
    }

    @Test
    void theFilesOfAnInstalledSystemAreKnown() throws IOException {
        Path lists = Path.of("/var/lib/dpkg/info");
        org.assertj.core.api.Assumptions.assumeThat(Files.isDirectory(lists))
                .as("no Debian package's md5sums are here")
                .isTrue();
        Path out = folder.resolve("debian.known");
        Set<String> expected = new HashSet<>();
        try (KnownSetBuilder builder = KnownSetBuilder.begin(HashKind.MD5, ORIGIN, out);
                Stream<Path> all = Files.list(lists)) {
            for (Path list : all.filter(one -> one.toString().endsWith(".md5sums")).toList()) {
                for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                    expected.add(line.substring(0, 32));
                }
                try (var in = Files.newInputStream(list)) {
                    HashList.read(in, builder);
                }
            }
            assertThat(builder.finish().count()).isEqualTo(expected.size());
        }
        try (KnownSet set = KnownSet.open(out)) {
            for (String hex : expected) {
                assertThat(set.contains(FileHash.parse(hex).orElseThrow())).isTrue();
            }
            Random random = new Random(1);
            for (int i = 0; i < 2_000; i++) {
                assertThat(set.contains(random(HashKind.MD5, random))).isFalse();
            }
        }
    }

    @Test
    void listsAreReadAsTheirToolsWriteThem() throws IOException {
        String list =
                """
                # comment
                d41d8cd98f00b204e9800998ecf8427e  empty file
                \\0CC175B9C0F1B6A831C399E269772661  a name\\nwith a break\r

                da39a3ee5e6b4b0d3255bfef95601890afd80709  of another kind
                not a digest
                900150983cd24fb0d6963f7d28e17f72\
                """;
        Path out = folder.resolve("set.known");
        try (KnownSetBuilder builder = KnownSetBuilder.begin(HashKind.MD5, ORIGIN, out)) {
            HashList.read(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)), builder);
            assertThat(builder.finish()).isEqualTo(new KnownSetBuilder.Written(3, 3, 2));
        }
        try (KnownSet set = KnownSet.open(out)) {
            assertThat(
                            set.contains(
                                    FileHash.parse("0cc175b9c0f1b6a831c399e269772661")
                                            .orElseThrow()))
                    .isTrue();
        }
        assertThat(Files.list(folder)).containsExactly(out);
    }
}
