package az.qalxan.law;

import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.LawRow;
import az.qalxan.engines.law.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Records what the law says, one change at a time. Recorded time only goes forward, whatever a
 * clock does, so what was known at a moment that is over never changes.
 */
@Component
class Recorder {

    private final RecordingStore store;
    private final LawShelf shelf;
    private final Clock clock;

    Recorder(RecordingStore store, LawShelf shelf, Clock clock) {
        this.store = store;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** What a change did: which places say something else, and when. */
    record Done(Set<Clause> clauses, Instant at) {}

    /** Waits until this transaction is the only one that changes the law. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        store.lock();
    }

    /** Puts a fact on those days of a line; no fact leaves them empty. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Done put(LineKey line, Period days, @Nullable JsonNode fact, @Nullable UUID proposal) {
        store.lock();
        Instant at = next();
        Splice splice = Splice.of(store.standing(line), days, fact);
        store.end(splice.ended(), at);
        store.insert(
                splice.fresh().stream()
                        .map(piece -> new RecordingStore.Fresh(line, piece))
                        .toList(),
                proposal,
                at);
        shelf.changing();
        return new Done(touched(line, splice, days, fact), at);
    }

    /** Records facts that are the first of their lines. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void first(List<Record> facts) {
        store.lock();
        List<RecordingStore.Fresh> fresh = new ArrayList<>();
        for (Record fact : facts) {
            fresh.add(
                    new RecordingStore.Fresh(
                            FactKind.keyOf(fact),
                            new Splice.Piece(FactJson.days(fact), FactJson.write(fact))));
        }
        store.insert(fresh, null, next());
        shelf.changing();
    }

    private Instant next() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.lastChange()
                .map(last -> last.plus(1, ChronoUnit.MICROS))
                .filter(last -> last.isAfter(now))
                .orElse(now);
    }

    private static Set<Clause> touched(
            LineKey line, Splice splice, Period days, @Nullable JsonNode fact) {
        Set<Clause> clauses = new HashSet<>();
        splice.ended().forEach(one -> clauses.addAll(clauses(line, one.fact(), one.valid())));
        if (fact != null) {
            clauses.addAll(clauses(line, fact, days));
        }
        return clauses;
    }

    private static Set<Clause> clauses(LineKey line, JsonNode fact, Period days) {
        return FactJson.read(line.kind(), fact, days) instanceof LawRow row
                ? row.clauses()
                : Set.of();
    }
}
