package az.qalxan.strategy.progress;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Span;
import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.progress.MeasureStanding.Flag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Standings and flags, of now and of past moments. */
class StandingsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Baku");
    private static final Span OPEN = new Span("mütəmadi", Span.Kind.ONGOING, null, null);
    private static final Span DATED = new Span("2023 – 2026", Span.Kind.RANGE, 2023, 2026);
    private static final LocalDate BEGINS = LocalDate.of(2025, 12, 1);

    private final Standings standings = new Standings(ZONE, Period.ofMonths(3));
    private final Told record = new Told();

    @Test
    void aPastMomentIsToldAsItWasThen() {
        UUID claim = record.proposes("rinn", Stage.INITIAL);
        record.says(ProgressKind.EVIDENCE, "rinn", claim);
        record.says(ProgressKind.CONFIRMED, "dtx", claim);
        record.says(ProgressKind.REOPENED, "dtx", claim);
        assertThat(initial(0)).isEqualTo(StageStanding.State.OPEN);
        assertThat(initial(1)).isEqualTo(StageStanding.State.PROPOSED);
        assertThat(initial(3)).isEqualTo(StageStanding.State.REACHED);
        assertThat(initial(4)).isEqualTo(StageStanding.State.OPEN);
    }

    private StageStanding.State initial(long day) {
        return of(OPEN, Told.day(day)).stage(Stage.INITIAL).state();
    }

    @Test
    void theClaimThatIsFurthestSpeaksForTheStage() {
        UUID first = record.proposes("rinn", Stage.INITIAL);
        UUID second = record.proposes("dtx", Stage.INITIAL);
        record.says(ProgressKind.EVIDENCE, "rinn", first);
        record.says(ProgressKind.EVIDENCE, "dtx", second);
        record.says(ProgressKind.DISPUTED, "mb", first);
        Entry confirmed = record.says(ProgressKind.CONFIRMED, "mb", second);
        MeasureStanding one = of(OPEN, Told.day(9));
        assertThat(one.stage(Stage.INITIAL))
                .isEqualTo(
                        new StageStanding(StageStanding.State.REACHED, confirmed.at(), "dtx", 2));
        assertThat(one.flags()).containsExactly(Flag.DISPUTED);
    }

    @Test
    void aDatedMeasureIsLateWhenItsLastYearIsOver() {
        Instant lastEvening = Instant.parse("2026-12-31T19:59:59Z");
        assertThat(of(DATED, lastEvening).flags()).doesNotContain(Flag.LATE);
        assertThat(of(DATED, lastEvening.plusSeconds(1)).flags()).contains(Flag.LATE);
        UUID claim = record.proposes("rinn", Stage.FINAL);
        record.says(ProgressKind.EVIDENCE, "rinn", claim);
        assertThat(of(DATED, lastEvening.plusSeconds(1)).flags())
                .as("proposed is not reached")
                .contains(Flag.LATE);
        record.says(ProgressKind.CONFIRMED, "dtx", claim);
        assertThat(of(DATED, lastEvening.plusSeconds(1)).flags()).isEmpty();
    }

    @Test
    void anOpenEndedMeasureIsNeverLateButCanBeSilent() {
        UUID claim = record.proposes("rinn", Stage.FINAL);
        record.says(ProgressKind.EVIDENCE, "rinn", claim);
        record.says(ProgressKind.CONFIRMED, "dtx", claim);
        Instant muchLater = Instant.parse("2040-01-01T00:00:00Z");
        assertThat(of(OPEN, muchLater).flags()).containsExactly(Flag.SILENT);
        assertThat(of(DATED, muchLater).flags()).as("it is done").isEmpty();
    }

    @Test
    void silenceIsAboutTheBodiesOfTheMeasureAlone() {
        UUID claim = record.proposes("rinn", Stage.INITIAL);
        record.says(ProgressKind.EVIDENCE, "rinn", claim);
        Instant later = Instant.parse("2026-04-05T00:00:00Z");
        assertThat(of(OPEN, later).flags()).contains(Flag.SILENT);
        Told others = record;
        for (int i = 0; i < 80; i++) {
            others.says(ProgressKind.CONFIRMED, "mb", claim);
        }
        assertThat(of(OPEN, later).flags())
                .as("a verdict of another body is no word of theirs")
                .contains(Flag.SILENT);
        record.tells("dtx");
        assertThat(of(OPEN, later).flags()).doesNotContain(Flag.SILENT);
    }

    @Test
    void whatHasNotBegunIsNeitherSilentNorWithoutEvidence() {
        Span next = new Span("2027", Span.Kind.RANGE, 2027, 2027);
        Standings.Planned planned =
                new Standings.Planned(Told.MEASURE, next, LocalDate.of(2027, 1, 1), parties());
        assertThat(at(planned, Told.day(1)).flags()).isEmpty();
        assertThat(at(planned, Instant.parse("2027-01-02T00:00:00Z")).flags())
                .containsExactly(Flag.WITHOUT_EVIDENCE);
        assertThat(at(planned, Instant.parse("2027-04-05T00:00:00Z")).flags())
                .containsExactlyInAnyOrder(Flag.SILENT, Flag.WITHOUT_EVIDENCE);
    }

    @Test
    void aClaimWithoutEvidenceIsShown() {
        UUID claim = record.proposes("rinn", Stage.INITIAL);
        assertThat(of(OPEN, Told.day(2)).flags()).containsExactly(Flag.WITHOUT_EVIDENCE);
        record.says(ProgressKind.EVIDENCE, "rinn", claim);
        assertThat(of(OPEN, Told.day(2)).flags()).isEmpty();
    }

    @Test
    void aDroppedMeasureKeepsWhatWasSaidOfIt() {
        UUID claim = record.proposes("rinn", Stage.INITIAL);
        record.says(ProgressKind.EVIDENCE, "rinn", claim);
        MeasureStanding one =
                Objects.requireNonNull(
                        standings.at(Told.day(500), List.of(), record.lines()).get(Told.MEASURE));
        assertThat(one.dropped()).isTrue();
        assertThat(one.flags()).isEmpty();
        assertThat(one.stage(Stage.INITIAL).evidence()).isEqualTo(1);
    }

    private MeasureStanding of(Span span, Instant moment) {
        return at(new Standings.Planned(Told.MEASURE, span, BEGINS, parties()), moment);
    }

    private MeasureStanding at(Standings.Planned planned, Instant moment) {
        MeasureCode code = planned.code();
        return Objects.requireNonNull(
                standings.at(moment, List.of(planned), record.lines()).get(code));
    }

    private static Parties parties() {
        return new Parties("rinn", Set.of("rinn", "dtx"));
    }
}
