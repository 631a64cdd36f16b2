package az.qalxan.engines.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Feeds hostile files to the reader of packs: it answers with facts or with located problems and
 * throws nothing else. {@code JAZZER_FUZZ=1} searches for new inputs.
 */
class LawPacksFuzzTest {

    private static final List<String> KEYS =
            List.of(
                    "sources",
                    "instruments",
                    "provisions",
                    "events",
                    "observations",
                    "statements",
                    "powers",
                    "mappings",
                    "assessments",
                    "clocks",
                    "rules",
                    "contents",
                    "grounds",
                    "limits",
                    "remarks",
                    "calendars",
                    "years",
                    "state",
                    "instrument",
                    "retrieved",
                    "assessor",
                    "id",
                    "kind",
                    "clause",
                    "from",
                    "until",
                    "standing",
                    "text",
                    "name",
                    "weeks",
                    "rest",
                    "fixed",
                    "movable",
                    "usual",
                    "hijri",
                    "length",
                    "day",
                    "days",
                    "overrides",
                    "year",
                    "national",
                    "treaty",
                    "fit",
                    "assessed",
                    "dual_criminality",
                    "need",
                    "title",
                    "zone",
                    "amount",
                    "unit",
                    "start",
                    "step",
                    "date",
                    "function",
                    "body",
                    "effect");
    private static final List<String> VALUES =
            List.of(
                    "AZ",
                    "T:1",
                    "':'",
                    "2026-01-01",
                    "verified",
                    "[S]",
                    "{az: a, en: b}",
                    "x",
                    "''",
                    "[]",
                    "{}",
                    "[[]]",
                    "5",
                    "99999999999",
                    "treaty",
                    "law",
                    "-",
                    "12-30",
                    "02-29",
                    "true",
                    "[{}]",
                    "saturday",
                    "not-required",
                    "\"\\UFFFFFFFF\"");

    @FuzzTest(maxDuration = "3m")
    void anyBytesAreReadOrRefused(byte[] bytes) throws IOException {
        check(bytes);
    }

    @Test
    void mutatedPacksAreReadOrRefused() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> files =
                List.of(
                        "treaties/budapest-185.yaml",
                        "az/law/calendar.yaml",
                        "az/law/treaties.yaml",
                        "az/law/operators.yaml",
                        "treaties/remarks.yaml",
                        "kg/law/matrix.yaml");
        for (int i = 0; i < 400; i++) {
            byte[] bytes =
                    Files.readAllBytes(
                            Packs.folder().resolve(files.get(random.nextInt(files.size()))));
            for (int j = 0; j <= random.nextInt(8); j++) {
                mutate(bytes, random);
            }
            try {
                check(bytes);
            } catch (AssertionError | IllegalStateException | IllegalArgumentException e) {
                throw new AssertionError("seed " + seed + ", round " + i, e);
            }
        }
    }

    @Test
    void wrongValuesAtEveryPlaceAreReadOrRefused() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder file = new StringBuilder();
            for (int j = 0; j <= random.nextInt(4); j++) {
                file.append(KEYS.get(random.nextInt(KEYS.size()))).append(": [{");
                for (int k = 0; k < random.nextInt(8); k++) {
                    file.append(k == 0 ? "" : ", ")
                            .append(KEYS.get(random.nextInt(KEYS.size())))
                            .append(": ")
                            .append(VALUES.get(random.nextInt(VALUES.size())));
                }
                file.append("}]\n");
            }
            try {
                check(file.toString().getBytes(StandardCharsets.UTF_8));
            } catch (AssertionError | IllegalStateException | IllegalArgumentException e) {
                throw new AssertionError("seed " + seed + "\n" + file, e);
            }
        }
    }

    private static void mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(3)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] = (byte) ":{}[]-,\"'&*!#\n 09".charAt(random.nextInt(17));
            default -> {
                int from = random.nextInt(bytes.length);
                int length = Math.min(random.nextInt(80), bytes.length - Math.max(at, from));
                System.arraycopy(bytes, from, bytes, at, length);
            }
        }
    }

    private static void check(byte[] bytes) throws IOException {
        try {
            LawFacts facts =
                    LawPacks.read(path ->
                            switch (path) {
                                case "law.yaml" ->
                                        new ByteArrayInputStream(
                                                "files: [a.yaml]".getBytes(StandardCharsets.UTF_8));
                                case "a.yaml" -> new ByteArrayInputStream(bytes);
                                default -> null;
                            });
            assertThat(LawBook.of(facts).facts()).isEqualTo(facts);
        } catch (PackRefused e) {
            assertThat(e.problems())
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(PackProblems.TOLD_MAX)
                    .allMatch(one -> one.matches("(?s)[a-z.]+, line \\d+: .+"));
        }
    }
}
