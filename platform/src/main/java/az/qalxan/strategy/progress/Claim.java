package az.qalxan.strategy.progress;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A body's word that a stage is reached, and everything that was said of it. Its state follows from
 * the verdict that each body gave last: one dispute that stands outweighs every confirmation, so
 * that it does not matter who of two was first.
 *
 * @param entries in the order in which they were taken; the first proposes
 * @param verdicts the verdict of each body that stands, by the body's code
 */
record Claim(
        UUID id, List<Entry> entries, State state, Instant since, Map<String, Entry> verdicts) {

    /** What became of a claim. */
    enum State {
        PROPOSED,
        DISPUTED,
        REACHED,
        WITHDRAWN,
        REOPENED;

        boolean stands() {
            return this == PROPOSED || this == DISPUTED || this == REACHED;
        }

        /** Message key {@code progress.claim.<code>}. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Claim {
        entries = List.copyOf(entries);
        verdicts = Map.copyOf(verdicts);
    }

    /** The claims in a record, in the order in which they were made. */
    static List<Claim> of(Collection<Entry> record) {
        Map<UUID, List<Entry>> byClaim = new LinkedHashMap<>();
        record.stream()
                .filter(entry -> entry.claim() != null)
                .sorted(Comparator.comparingLong(Entry::sequence))
                .forEach(entry ->
                        byClaim.computeIfAbsent(
                                        Objects.requireNonNull(entry.claim()),
                                        id -> new ArrayList<>())
                                .add(entry));
        return byClaim.entrySet().stream().map(one -> read(one.getKey(), one.getValue())).toList();
    }

    private static Claim read(UUID id, List<Entry> entries) {
        Entry first = entries.getFirst();
        if (first.kind() != ProgressKind.PROPOSED) {
            throw new IllegalStateException("a claim begins with " + first.kind() + ": " + id);
        }
        Map<String, Entry> verdicts = new TreeMap<>();
        State state = State.PROPOSED;
        Instant since = first.at();
        for (Entry entry : entries) {
            if (state.stands()) {
                State next = after(entry, verdicts);
                since = next == state ? since : entry.at();
                state = next;
            }
        }
        return new Claim(id, entries, state, since, verdicts);
    }

    private static State after(Entry entry, Map<String, Entry> verdicts) {
        switch (entry.kind()) {
            case WITHDRAWN -> {
                return State.WITHDRAWN;
            }
            case REOPENED -> {
                return State.REOPENED;
            }
            case CONFIRMED, DISPUTED -> verdicts.put(entry.body(), entry);
            case TAKEN_BACK -> verdicts.remove(entry.body());
            case CRITERION, PROPOSED, EVIDENCE, ANSWERED, SAID -> {}
        }
        return judged(verdicts.values());
    }

    private static State judged(Collection<Entry> verdicts) {
        if (verdicts.stream().anyMatch(one -> one.kind() == ProgressKind.DISPUTED)) {
            return State.DISPUTED;
        }
        return verdicts.isEmpty() ? State.PROPOSED : State.REACHED;
    }

    Entry proposal() {
        return entries.getFirst();
    }

    MeasureCode measure() {
        return proposal().place().measure();
    }

    Stage stage() {
        return Objects.requireNonNull(proposal().place().stage());
    }

    /** The code of the body that makes it. */
    String body() {
        return proposal().body();
    }

    boolean stands() {
        return state.stands();
    }

    int evidence() {
        return (int) entries.stream().filter(one -> one.kind() == ProgressKind.EVIDENCE).count();
    }

    /** The disputes that stand, the oldest first. */
    List<Entry> disputes() {
        return verdicts.values().stream()
                .filter(one -> one.kind() == ProgressKind.DISPUTED)
                .sorted(Comparator.comparingLong(Entry::sequence))
                .toList();
    }

    /** The disputes that stand and that nobody has answered. */
    List<Entry> unanswered() {
        return disputes().stream().filter(one -> !answered(one)).toList();
    }

    private boolean answered(Entry dispute) {
        return entries.stream()
                .anyMatch(one ->
                        one.kind() == ProgressKind.ANSWERED
                                && Objects.equals(one.about(), dispute.sequence()));
    }

    boolean hasVerdict(String body, ProgressKind kind) {
        Entry verdict = verdicts.get(body);
        return verdict != null && verdict.kind() == kind;
    }

    /** The last line, which a page that shows the claim names. */
    long last() {
        return entries.getLast().sequence();
    }

    /** The line after which it no longer stood; {@link Long#MAX_VALUE} while it does. */
    long end() {
        return entries.stream()
                .filter(one ->
                        one.kind() == ProgressKind.WITHDRAWN || one.kind() == ProgressKind.REOPENED)
                .mapToLong(Entry::sequence)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    StageStanding.State standing() {
        return switch (state) {
            case PROPOSED -> StageStanding.State.PROPOSED;
            case DISPUTED -> StageStanding.State.DISPUTED;
            case REACHED -> StageStanding.State.REACHED;
            case WITHDRAWN, REOPENED -> StageStanding.State.OPEN;
        };
    }
}
