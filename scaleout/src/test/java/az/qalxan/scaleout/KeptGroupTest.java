package az.qalxan.scaleout;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.detection.correlation.Contribution;
import az.qalxan.engines.detection.correlation.CorrelationPlan;
import az.qalxan.engines.detection.correlation.EventRef;
import az.qalxan.engines.detection.correlation.GroupKey;
import az.qalxan.engines.detection.correlation.GroupState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptGroupTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final String MANY_FAILED = "7e1b0f0a-0000-4000-8000-000000000011";

    @TempDir Path folder;

    @Test
    void aGroupGoesOnFromACheckpoint() throws IOException {
        CorrelationPlan plan = plan("gte: 5");
        KeptGroup group = group(plan, 4);
        group.timer(77);
        KeptGroup read = read(written(group));
        assertThat(read.timer()).isEqualTo(77);
        GroupState state = read.state(plan).orElseThrow();
        state.add(failed(5));
        assertThat(state.advance(NOON.plusSeconds(60))).hasSize(1);
    }

    @Test
    void aCopyIsNotChangedWithTheOther() throws IOException {
        CorrelationPlan plan = plan("gte: 5");
        KeptGroup group = group(plan, 4);
        KeptGroup copy = KeptGroupSerializer.INSTANCE.copy(group);
        byte[] before = group.bytes();
        copy.state(plan).orElseThrow().add(failed(5));
        assertThat(group.bytes()).isEqualTo(before);
        assertThat(copy.bytes()).isNotEqualTo(before);
    }

    @Test
    void whatAChangedRuleHadKeptMeansNothing() throws IOException {
        byte[] written = written(group(plan("gte: 5"), 4));
        assertThat(read(written).state(plan("gte: 6"))).isEmpty();
    }

    @Test
    void aRuleHasNoMoreGroupsThanItMay() throws IOException {
        CorrelationPlan plan = plan("gte: 5");
        GroupCounts counts = new GroupCounts(2);
        KeptGroup one = group(plan, 1);
        KeptGroup other = group(plan, 1);
        counts.there("a", one);
        counts.there("a", one);
        assertThat(counts.full("a")).isFalse();
        counts.there("a", other);
        assertThat(counts.full("a")).isTrue();
        assertThat(counts.full("b")).isFalse();
        counts.gone("a", other);
        assertThat(counts.full("a")).isFalse();
        assertThat(counts.all()).isEqualTo(1);
    }

    private static KeptGroup group(CorrelationPlan plan, int events) {
        GroupState state = plan.state(failed(1), NOON);
        for (int i = 1; i <= events; i++) {
            state.add(failed(i));
        }
        return KeptGroup.of(state);
    }

    private static Contribution failed(int second) {
        return new Contribution(
                MANY_FAILED,
                0,
                new GroupKey("user1", List.of("user1")),
                NOON.plusSeconds(second),
                EventRef.of(second),
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static byte[] written(KeptGroup group) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        KeptGroupSerializer.INSTANCE.serialize(group, out);
        return out.getCopyOfBuffer();
    }

    private static KeptGroup read(byte[] bytes) throws IOException {
        return KeptGroupSerializer.INSTANCE.deserialize(new DataInputDeserializer(bytes));
    }

    private CorrelationPlan plan(String bound) throws IOException {
        Path file = folder.resolve("rules.yml");
        String rules = Scenario.rules();
        Files.writeString(file, rules.replaceFirst("gte: 5", bound));
        RuleOptions usual = new RuleOptions();
        JobRules asked =
                new JobRules(
                        RuleFiles.read(List.of(file), List.of()),
                        usual.format,
                        usual.windows,
                        usual.lateness);
        return LoadedRules.of(asked).plan();
    }
}
