package az.qalxan.engines.linking.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TraitBytesTest {

    private static final UUID ID = new UUID(1, 2);

    /** Where the kind of the first trait stands when category, region and loss are empty. */
    private static final int FIRST_KIND = 1 + 4 + 4 + 3 * 2 + 2;

    private static ReportTraits report(List<Trait> traits) {
        return new ReportTraits(
                ID,
                new ReportTraits.Circumstances(20_000, 20_001, "", "", ""),
                traits,
                new short[] {7, -8});
    }

    private static Trait trait(TraitKind kind, long key) {
        return new Trait(kind, key, "shown", 3, 8);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        ReportTraits report = report(List.of(trait(TraitKind.PHONE, 5), trait(TraitKind.STORY, 6)));
        assertThat(ReportTraits.fromBytes(ID, report.toBytes())).isEqualTo(report);
    }

    @Test
    void aScriptOfAnEarlierEngineIsLeftOut() {
        byte[] bytes =
                report(List.of(trait(TraitKind.STORY, 5), trait(TraitKind.PHONE, 6))).toBytes();
        assertThat(bytes[FIRST_KIND]).isEqualTo((byte) TraitKind.STORY.ordinal());
        bytes[FIRST_KIND] = 13;
        ReportTraits read = ReportTraits.fromBytes(ID, bytes);
        assertThat(read).isEqualTo(report(List.of(trait(TraitKind.PHONE, 6))));
        assertThat(read.keys()).containsExactly(6);
    }

    @Test
    void aKindThatNoEngineKnewIsDamage() {
        byte[] bytes = report(List.of(trait(TraitKind.STORY, 5))).toBytes();
        bytes[FIRST_KIND] = 14;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportTraits.fromBytes(ID, bytes))
                .withMessageContaining("damaged");
    }
}
