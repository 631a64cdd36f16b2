package az.qalxan.strategy.ranking;

import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Rankings and pieces of evidence for tests. */
final class TestRankings {

    private static final Words NAME = new Words("ad", "name");
    static final Topic TOPIC = new Topic("topic", NAME, NAME);

    private TestRankings() {}

    /** The catalogue of the packs. */
    static Catalogue packs() {
        CatalogueReading reading = CatalogueReading.of(read("packs/rankings/topics.yaml"));
        return new Catalogue(
                Stream.of("gci", "ncsi", "ncaf")
                        .map(file -> reading.ranking(read("packs/rankings/" + file + ".yaml")))
                        .toList(),
                reading.topics());
    }

    static JsonNode read(String name) {
        try (InputStream file = new ClassPathResource(name).getInputStream()) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Question question(String code, Weight weight, String... was) {
        return question("1", code, weight, was);
    }

    static Question question(String edition, String code, Weight weight, String... was) {
        return new Question(
                new QuestionRef("t", edition, code),
                "g",
                TOPIC,
                weight,
                true,
                Stream.of(was).map(one -> QuestionRef.parse("t:" + one).orElseThrow()).toList());
    }

    static QuestionGroup group(String code, Weight weight, Question... questions) {
        return new QuestionGroup(code, NAME, weight, List.of(questions));
    }

    static RankingEdition edition(Weight total, QuestionGroup... groups) {
        return edition("1", total, 0, groups);
    }

    static RankingEdition edition(String code, Weight total, int levels, QuestionGroup... groups) {
        return new RankingEdition(
                "t",
                code,
                NAME,
                LocalDate.of(2000 + code.charAt(0) - '0', 1, 1),
                null,
                NAME,
                true,
                total,
                levels > 0 ? levels : 100,
                levels,
                levels > 0 ? RankingEdition.Partial.LEVEL : RankingEdition.Partial.UNKNOWN,
                NAME,
                List.of(),
                List.of(groups));
    }

    static Catalogue catalogue(RankingEdition... editions) {
        return new Catalogue(
                List.of(new Ranking("t", NAME, NAME, "", 60, List.of(editions))),
                Map.of(TOPIC.id(), TOPIC));
    }

    /** A piece in force that answers those questions in full. */
    static Evidence evidence(long number, String... questions) {
        return evidence(
                number,
                LocalDate.of(2026, 1, 1),
                Stream.of(questions)
                        .map(one ->
                                new Evidence.Link(
                                        QuestionRef.parse(one).orElseThrow(), Answer.FULL))
                        .toList());
    }

    static Evidence evidence(long number, LocalDate dated, List<Evidence.Link> links) {
        Evidence.@Nullable Decision decided = new Evidence.Decision("b", "B", Instant.EPOCH, "");
        return new Evidence(
                UUID.nameUUIDFromBytes(new byte[] {(byte) number}),
                UUID.nameUUIDFromBytes(new byte[] {(byte) number, 1}),
                number,
                1,
                false,
                new Evidence.Content(
                        EvidenceKind.DOCUMENT, "Sənəd " + number, "№", dated, 12, "dtx", "", links),
                new Evidence.Proposed("a", "A", "dtx", Instant.EPOCH),
                Evidence.State.APPROVED,
                decided);
    }
}
