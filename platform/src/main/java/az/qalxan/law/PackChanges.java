package az.qalxan.law;

import az.qalxan.engines.law.Period;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts before people what a pack says otherwise than the pack before it. */
@Component
class PackChanges {

    /** Stands as the reason; the pages say it in the reader's language. */
    static final String REASON = "Ölkə paketinin yeni buraxılışı belə deyir.";

    private static final Proposal.Decision REPLACED_BY =
            new Proposal.Decision("job:law", "Qalxan", Instant.EPOCH, "Daha yeni paket gəldi.");

    private final PackRowStore rows;
    private final ProposalStore proposals;
    private final RecordingStore recordings;
    private final Clock clock;

    PackChanges(
            PackRowStore rows, ProposalStore proposals, RecordingStore recordings, Clock clock) {
        this.rows = rows;
        this.proposals = proposals;
        this.recordings = recordings;
        this.clock = clock;
    }

    static Map<PackRowStore.Place, String> digests(List<Record> facts) {
        Map<PackRowStore.Place, String> digests = new LinkedHashMap<>();
        facts.forEach(fact ->
                digests.put(
                        PackRowStore.Place.of(fact),
                        FactJson.digest(FactJson.write(fact), FactJson.days(fact))));
        return digests;
    }

    /** Proposes every difference; gives how many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int propose(List<Record> facts, Map<PackRowStore.Place, String> before) {
        Map<PackRowStore.Place, String> now = digests(facts);
        Map<PackRowStore.Place, String> gone = new HashMap<>(before);
        gone.keySet().removeAll(now.keySet());
        Map<PackRowStore.Place, String> other = new LinkedHashMap<>(now);
        other.entrySet().removeIf(row -> row.getValue().equals(before.get(row.getKey())));
        if (gone.isEmpty() && other.isEmpty()) {
            return 0;
        }
        Map<LineKey, List<Recording>> standing = standing();
        List<Proposal.Change> changes = new ArrayList<>();
        facts.stream()
                .filter(fact -> other.containsKey(PackRowStore.Place.of(fact)))
                .forEach(fact -> said(fact, standing).ifPresent(changes::add));
        gone.keySet().forEach(place -> unsaid(place, standing).ifPresent(changes::add));
        Instant at = clock.instant();
        replace(changes, at);
        changes.forEach(change -> proposals.insert(change, REASON, null, at));
        rows.keep(other, at);
        rows.forget(gone);
        return changes.size();
    }

    private Map<LineKey, List<Recording>> standing() {
        Map<LineKey, List<Recording>> standing = new HashMap<>();
        recordings
                .standing()
                .forEach(one ->
                        standing.computeIfAbsent(one.line(), line -> new ArrayList<>()).add(one));
        return standing;
    }

    private void replace(List<Proposal.Change> changes, Instant at) {
        proposals.replacePack(
                changes.stream().map(Proposal.Change::line).distinct().toList(),
                new Proposal.Decision(
                        REPLACED_BY.account(), REPLACED_BY.name(), at, REPLACED_BY.words()));
    }

    /** What a pack says now; nothing when that stands already. */
    private static Optional<Proposal.Change> said(
            Record fact, Map<LineKey, List<Recording>> standing) {
        LineKey line = FactKind.keyOf(fact);
        Period days = FactJson.days(fact);
        String digest = FactJson.digest(FactJson.write(fact), days);
        Optional<Recording> before =
                standing.getOrDefault(line, List.of()).stream()
                        .filter(one -> Splice.overlap(one.valid(), days))
                        .findFirst();
        if (before.filter(one -> digest(one).equals(digest)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                new Proposal.Change(
                        line,
                        before.isPresent() ? Proposal.Act.CHANGE : Proposal.Act.NEW,
                        days,
                        FactJson.write(fact),
                        before.map(Recording::id).orElse(null)));
    }

    /** The digest of what stands, written as a fact of today would be. */
    private static String digest(Recording one) {
        Record fact = FactJson.read(one.line().kind(), one.fact(), one.valid());
        return FactJson.digest(FactJson.write(fact), one.valid());
    }

    /** What no pack says any more. */
    private static Optional<Proposal.Change> unsaid(
            PackRowStore.Place place, Map<LineKey, List<Recording>> standing) {
        return standing.getOrDefault(place.line(), List.of()).stream()
                .filter(one ->
                        place.starts()
                                .equals(
                                        one.valid().from() == null
                                                ? "-infinity"
                                                : one.valid().from().toString()))
                .findFirst()
                .map(one ->
                        new Proposal.Change(
                                place.line(), Proposal.Act.RETRACT, one.valid(), null, one.id()));
    }
}
