package az.qalxan.strategy.progress;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record of progress, written line by line for a test; a line a day. */
final class Told {

    static final MeasureCode MEASURE = new MeasureCode("8.1.1.1");
    static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");

    private final List<Entry> lines = new ArrayList<>();

    List<Entry> lines() {
        return List.copyOf(lines);
    }

    List<Claim> claims() {
        return Claim.of(lines);
    }

    Claim claim(UUID id) {
        return claims().stream().filter(one -> one.id().equals(id)).findAny().orElseThrow();
    }

    UUID proposes(String body, Stage stage) {
        UUID claim = UUID.randomUUID();
        add(ProgressKind.PROPOSED, body, stage, claim, null);
        return claim;
    }

    Entry says(ProgressKind kind, String body, UUID claim) {
        return add(kind, body, claim(claim).stage(), claim, null);
    }

    Entry answers(String body, UUID claim, Entry dispute) {
        return add(ProgressKind.ANSWERED, body, claim(claim).stage(), claim, dispute.sequence());
    }

    Entry tells(String body) {
        return add(ProgressKind.SAID, body, null, null, null);
    }

    private Entry add(
            ProgressKind kind,
            String body,
            @Nullable Stage stage,
            @Nullable UUID claim,
            @Nullable Long about) {
        Entry entry = line(lines.size() + 1, kind, body, stage, claim, about);
        lines.add(entry);
        return entry;
    }

    private static Entry line(
            long sequence,
            ProgressKind kind,
            String body,
            @Nullable Stage stage,
            @Nullable UUID claim,
            @Nullable Long about) {
        return new Entry(
                sequence,
                day(sequence),
                kind,
                new Entry.Place(MEASURE, stage),
                claim,
                about,
                new Author(body, "account-" + body, "Kimsə"),
                "söz");
    }

    /** When the line with that number was written. */
    static Instant day(long sequence) {
        return FIRST.plusSeconds(86_400 * sequence);
    }
}
