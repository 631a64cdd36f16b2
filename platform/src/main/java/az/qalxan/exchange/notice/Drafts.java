package az.qalxan.exchange.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a step read, each concern once. */
final class Drafts {

    private final Map<UUID, Draft> drafts = new LinkedHashMap<>();
    private final Taxonomy taxonomy;

    Drafts(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /**
     * A concern as far as this step saw it.
     *
     * @param held by what its owner is known; null while nobody is
     */
    record Draft(
            UUID id,
            Feed feed,
            long batch,
            @Nullable Holding held,
            Occurrence last,
            Instant firstAt,
            int times,
            boolean grave) {

        String heldWords() {
            return held == null ? "" : held.kind().code() + " " + held.value();
        }

        String ip() {
            IpAddress ip = last.where().ip();
            return ip == null ? "" : ip.toString();
        }

        private Draft and(Occurrence seen, long inBatch) {
            boolean same = seen.at().equals(last.at()) && seen.evidence().equals(last.evidence());
            return new Draft(
                    id,
                    feed,
                    inBatch,
                    held,
                    seen.at().isAfter(last.at()) ? seen : last,
                    seen.at().isBefore(firstAt) ? seen.at() : firstAt,
                    same ? times : times + 1,
                    grave);
        }
    }

    /** Adds what was seen, for everybody whom it concerns; false when that is nobody known. */
    boolean add(FeedStore.Waiting batch, Occurrence seen, OwnerIndex owners) {
        List<Holding> held = owners.of(seen.where(), seen.at());
        if (held.isEmpty()) {
            put(batch, seen, null);
        }
        held.forEach(one -> put(batch, seen, one));
        return !held.isEmpty();
    }

    private void put(FeedStore.Waiting batch, Occurrence seen, @Nullable Holding held) {
        Feed feed = batch.feed();
        UUID id = ConcernKey.of(feed.body(), held == null ? null : held.owner(), seen);
        Draft known = drafts.get(id);
        drafts.put(
                id,
                known == null
                        ? new Draft(
                                id,
                                feed,
                                batch.id(),
                                held,
                                seen,
                                seen.at(),
                                1,
                                taxonomy.isGrave(seen.type()))
                        : known.and(seen, batch.id()));
    }

    List<Draft> all() {
        return new ArrayList<>(drafts.values());
    }
}
