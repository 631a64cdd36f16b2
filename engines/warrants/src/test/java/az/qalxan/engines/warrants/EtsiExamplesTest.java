package az.qalxan.engines.warrants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The standard's own examples and schemas; skipped where they are absent. */
@NullMarked
class EtsiExamplesTest {

    private static final int MESSAGES = 300;
    private static final int MUTATIONS = 600;

    @Test
    void examplesAreUnderstoodAndWrittenAgainUnchangedInMeaning() throws IOException {
        SchemaCheck schemas = Outside.schemas();
        for (Path example : Outside.examples()) {
            byte[] bytes = Files.readAllBytes(example);
            Reading reading = Warrants.read(bytes, schemas);
            assertThat(reading).as(example.toString()).isInstanceOf(Reading.Understood.class);
            byte[] again = Warrants.write(((Reading.Understood) reading).message());
            assertThat(Canonical.of(again)).isEqualTo(Canonical.of(bytes));
            assertThat(schemas.violations(again)).isEmpty();
        }
    }

    /** Everything that our grammar allows, the schemas allow, and it survives reading. */
    @Test
    void inventedMessagesPleaseTheSchemasAndSurvive() {
        SchemaCheck schemas = Outside.schemas();
        long seed = new Random().nextLong();
        for (int i = 0; i < MESSAGES; i++) {
            byte[] bytes = XmlWriting.bytes(new Samples(seeded(seed + i)).message());
            String as = "seed " + (seed + i);
            assertThat(schemas.violations(bytes)).as(as).isEmpty();
            Reading reading = Warrants.read(bytes);
            assertThat(told(reading)).as(as).isEmpty();
            byte[] again = Warrants.write(((Reading.Understood) reading).message());
            assertThat(schemas.violations(again)).as(as).isEmpty();
            Reading second = Warrants.read(again);
            assertThat(Warrants.write(((Reading.Understood) second).message()))
                    .as(as)
                    .isEqualTo(again);
        }
    }

    /** The validator knows lines alone; its verdict names the element as ours do. */
    @Test
    void theSchemasVerdictNamesThePath() {
        SchemaCheck schemas = Outside.schemas();
        String message = text(XmlWriting.bytes(new Samples(seeded(7)).message()));
        int header = message.indexOf("<Header>");
        String mutated =
                message.substring(0, header)
                        + "<Header><Nonsense/>"
                        + message.substring(header + "<Header>".length());
        assertThat(schemas.violations(mutated.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty()
                .first()
                .satisfies(found ->
                        assertThat(found.place().path()).isEqualTo("/HI1Message/Header/Nonsense"))
                .satisfies(found -> assertThat(found.place().line()).isPositive());
    }

    /** Whatever is done to a message, we and the schemas agree about it. */
    @Test
    void verdictsOnMutationsAgreeWithTheSchemas() {
        SchemaCheck schemas = Outside.schemas();
        long seed = new Random().nextLong();
        List<String> differences = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            RandomGenerator random = seeded(seed + i);
            String message = text(XmlWriting.bytes(new Samples(random).message()));
            String mutated = Mutation.random(message, random);
            byte[] bytes = mutated.getBytes(StandardCharsets.UTF_8);
            List<Finding> schema = schemas.violations(bytes);
            Reading own = Warrants.read(bytes);
            refused += schema.isEmpty() ? 0 : 1;
            // The dictionaries are ours to check; the schemas do not know them.
            boolean refusedHere =
                    told(own).stream().anyMatch(one -> one.fault() != Fault.UNKNOWN_ENTRY);
            if (schema.isEmpty() == refusedHere) {
                differences.add((seed + i) + " " + schema + " own " + told(own) + "\n");
            }
        }
        assertThat(differences).isEmpty();
        assertThat(refused).isGreaterThan(MUTATIONS / 3);
    }

    private static RandomGenerator seeded(long seed) {
        return new Random(seed);
    }

    private static List<Finding> told(Reading reading) {
        return reading instanceof Reading.Malformed malformed ? malformed.violations() : List.of();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
