package az.qalxan.law;

import az.qalxan.engines.law.Citation;
import az.qalxan.engines.law.LawRow;
import az.qalxan.engines.law.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it is recorded.
 *
 * @param valid the days on which it holds
 * @param since since when that is recorded
 * @param proposal the change that brought it; null when the first pack did
 */
record Held<T extends Record>(
        LineKey line,
        UUID recording,
        Period valid,
        Instant since,
        @Nullable UUID proposal,
        T fact) {

    static Held<?> of(Recording recording) {
        Record fact = FactJson.read(recording.line().kind(), recording.fact(), recording.valid());
        return new Held<>(
                recording.line(),
                recording.id(),
                days(recording, fact),
                recording.from(),
                recording.proposal(),
                fact);
    }

    private static Period days(Recording recording, Record fact) {
        return !recording.line().kind().splits() && fact instanceof LawRow row
                ? row.period()
                : recording.valid();
    }

    boolean on(LocalDate day) {
        return valid.contains(day);
    }

    Citation citation() {
        return switch (fact) {
            case LawRow row -> row.citation();
            case Counterpart counterpart -> counterpart.citation();
            case StandardSlot slot -> slot.citation();
            case StandardEdition edition -> edition.citation();
            default -> throw new IllegalStateException("a source cites nothing: " + line);
        };
    }
}
