package az.qalxan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The picture of a chain: a bar for each time of holding, none overlapping, the last until now. */
class ChainPictureTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = START.plus(Duration.ofDays(100));

    @Test
    void whoeverHeldItTwiceHasOneRowAndTwoBars() {
        ChainPicture picture =
                ChainPicture.of(
                        chain(
                                event(0, "registered", "Elçin"),
                                event(20, "transferred", "Şahin"),
                                event(60, "transferred", "Elçin"),
                                event(80, "seal-broken", "")),
                        NOW);
        assertThat(picture.rows())
                .extracting(ChainPicture.Row::name)
                .containsExactly("Elçin", "Şahin");
        assertThat(picture.bars()).hasSize(3);
        assertThat(picture.bars()).filteredOn(ChainPicture.Bar::current).hasSize(1);
        assertThat(picture.bars().get(0).x() + picture.bars().get(0).width())
                .isEqualTo(picture.bars().get(1).x());
        assertThat(picture.bars().getLast().y()).isEqualTo(picture.rows().getFirst().y());
        assertThat(picture.marks()).filteredOn(ChainPicture.Mark::bad).hasSize(1);
    }

    @Test
    void aChainThatBeginsWithoutAHolderIsNotDrawn() {
        assertThat(ChainPicture.of(chain(), NOW).isEmpty()).isTrue();
        assertThat(ChainPicture.of(chain(event(0, "opened", "")), NOW).isEmpty()).isTrue();
    }

    private static CustodyRecord chain(CustodyEvent... events) {
        return new CustodyRecord(new ExhibitId(UUID.randomUUID()), List.of(events));
    }

    private static CustodyEvent event(int day, String kind, String holder) {
        return new CustodyEvent(
                day,
                START.plus(Duration.ofDays(day)),
                kind,
                "Elçin",
                "din",
                "",
                holder.isEmpty() ? Map.of() : Map.of("holder", holder, "holder-body", "din"),
                null);
    }
}
