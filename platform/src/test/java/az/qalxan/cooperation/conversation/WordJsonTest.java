package az.qalxan.cooperation.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.web.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is written is read back; whatever else comes is refused with its place and never thrown. */
class WordJsonTest {

    private static final UUID REFERENCE = UUID.randomUUID();
    private static final int ROUNDS = 4_000;

    private static final List<Word> WORDS =
            List.of(
                    new Word.Asked(
                            "preservation",
                            true,
                            "RED",
                            "KZ",
                            "24/7 нүкте",
                            "Asia/Almaty",
                            "",
                            "a@b.kz",
                            "",
                            "",
                            "BUDAPEST-185:29",
                            "Dələduzluq",
                            "Sətir\nikinci sətir",
                            "Poçt qutusu \"x\"",
                            "",
                            "",
                            UUID.randomUUID()),
                    new Word.Acknowledged("Mərkəz"),
                    new Word.Preserved(
                            Instant.parse("2026-01-02T03:04:05Z"),
                            Instant.parse("2026-01-02T03:04:05.123Z")),
                    new Word.ExtensionAsked("səbəb"),
                    new Word.ExtensionGranted(Instant.parse("2026-02-01T00:00:00Z"), ""),
                    new Word.ExtensionRefused("səbəb"),
                    new Word.Answered(true, "cavab", ""),
                    new Word.Refused("ordre public", "BUDAPEST-185:29(5)", "səbəb"),
                    new Word.Released("səbəb"),
                    new Word.Withdrawn("səbəb"),
                    new Word.Closed(""),
                    new Word.Remark("söz"),
                    new Word.Objected(UUID.randomUUID(), "state", ""));

    @Test
    void everyWordIsReadBackAsItWasSaid() {
        for (Word word : WORDS) {
            Spoken spoken = new Spoken(REFERENCE, "S-2026-000000001", word);
            assertThat(read(word, WordJson.write(spoken)))
                    .isEqualTo(new WordRead.Understood(spoken));
            String kept = WordJson.kept("S-2026-000000001", word);
            assertThat(WordJson.stored(WordKind.of(word), kept)).isEqualTo(word);
            assertThat(WordJson.message(WordKind.of(word).wire(), REFERENCE, kept))
                    .isEqualTo(WordJson.write(spoken));
        }
        assertThat(WORDS.stream().map(WordKind::of).distinct()).hasSize(WordKind.values().length);
    }

    private static WordRead read(Word word, byte[] json) {
        return WordJson.read(WordKind.of(word).wire(), json);
    }

    @Test
    void whatIsWrongIsSaidAtOnceWithItsPlace() {
        String answer = json(new Word.Answered(true, "cavab", ""));
        assertThat(places("cooperation.answer", answer.replace("true", "\"yes\"")))
                .containsExactly("/word/complete talk.wrong.boolean");
        assertThat(places("cooperation.answer", answer.replace("\"cavab\"", "\"  \"")))
                .containsExactly("/word/words talk.wrong.empty");
        assertThat(
                        places(
                                "cooperation.answer",
                                answer.replace("\"words\":\"cavab\"", "\"word\":7")))
                .containsExactlyInAnyOrder(
                        "/word/words talk.wrong.missing", "/word/word talk.wrong.unknown");
        assertThat(places("cooperation.answer", answer.replace("cooperation/1", "cooperation/2")))
                .containsExactly("/schema talk.wrong.schema");
        assertThat(places("cooperation.refusal", answer)).containsExactly("/kind talk.wrong.kind");
        assertThat(places("cooperation.answer", answer.replace("cavab", "x".repeat(10_001))))
                .containsExactly("/word/words talk.wrong.long");
        assertThat(places("cooperation.answer", answer.substring(0, 30)))
                .containsExactly(" talk.wrong.json");
        assertThat(places("cooperation.answer", answer + "{}")).containsExactly(" talk.wrong.json");
        assertThat(places("cooperation.answer", "[".repeat(100_000)))
                .containsExactly(" talk.wrong.json");
        assertThat(places("cooperation.answer", "null")).containsExactly(" talk.wrong.object");
    }

    @Test
    void aReferenceIsKnownEvenWhenTheRestIsNot() {
        String answer = json(new Word.Answered(true, "cavab", "")).replace("true", "1");
        WordRead read =
                WordJson.read("cooperation.answer", answer.getBytes(StandardCharsets.UTF_8));
        assertThat(((WordRead.NotUnderstood) read).reference()).isEqualTo(REFERENCE);
    }

    @Test
    void momentsOutsideOfLifeAreRefused() {
        String word =
                json(
                        new Word.Preserved(
                                Instant.parse("2026-01-01T00:00:00Z"),
                                Instant.parse("2026-01-02T00:00:00Z")));
        for (String bad : List.of("+1000000000-12-31T23:59:59Z", "2026-13-01T00:00:00Z", "gəl")) {
            assertThat(
                            places(
                                    "cooperation.preservation",
                                    word.replace("2026-01-02T00:00:00Z", bad)))
                    .containsExactly("/word/effect talk.wrong.moment");
        }
    }

    @Test
    void noBytesBreakTheReading() {
        long seed = System.nanoTime();
        System.out.println("WordJsonTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Word word = WORDS.get(random.nextInt(WORDS.size()));
            byte[] json = WordJson.write(new Spoken(REFERENCE, "S-2026-000000001", word));
            for (int change = random.nextInt(4); change >= 0; change--) {
                json[random.nextInt(json.length)] = (byte) random.nextInt(256);
            }
            switch (read(word, json)) {
                case WordRead.Understood(Spoken spoken) ->
                        assertThat(spoken.word()).as("seed %d", seed).isNotNull();
                case WordRead.NotUnderstood wrong ->
                        assertThat(wrong.flaws()).as("seed %d", seed).isNotEmpty();
            }
        }
    }

    private static String json(Word word) {
        return new String(
                WordJson.write(new Spoken(REFERENCE, "S-2026-000000001", word)),
                StandardCharsets.UTF_8);
    }

    private static List<String> places(String kind, String json) {
        return switch (WordJson.read(kind, json.getBytes(StandardCharsets.UTF_8))) {
            case WordRead.Understood ignored -> List.of();
            case WordRead.NotUnderstood wrong ->
                    wrong.flaws().stream()
                            .map((Violation one) -> one.location() + " " + one.key())
                            .toList();
        };
    }
}
