package az.qalxan.engines.content;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;

/** One reading of a file with everything inside it. */
final class Reading {

    private static final Instant FIRST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private final ContentLimits limits;
    private final ZoneId zone;
    private final ContentSink sink;
    private final Set<Integer> skipped;
    private final Budget budget;

    /**
     * @param zone what wall-clock times without a zone are supposed to mean
     * @param skipped numbers of parts that are listed but not read, because they broke reading
     */
    Reading(ContentLimits limits, ZoneId zone, ContentSink sink, Set<Integer> skipped) {
        this.limits = limits;
        this.zone = zone;
        this.sink = sink;
        this.skipped = skipped;
        this.budget = new Budget(limits);
    }

    ContentLimits limits() {
        return limits;
    }

    Budget budget() {
        return budget;
    }

    void file(Source source, String name) throws IOException {
        read(source, Place.root(name), "");
    }

    /** Reads a member of a part. */
    void member(byte[] bytes, PartDraft of, String name) throws IOException {
        Place place = of.place().inside(of.number(), name);
        read(Source.of(bytes), place, Digest.sha256(bytes));
    }

    /** Lists a member that cannot be read. */
    void unread(PartDraft of, String name, long size, Flaw why) throws IOException {
        Place place = of.place().inside(of.number(), name);
        PartDraft draft = new PartDraft(budget.part(place.depth()), place, size, this);
        draft.type(TypeSniffer.byName(name));
        draft.flaw(why);
        flagName(draft);
        give(draft);
    }

    /** Reads a member with a reader of the caller's, for what is no file of its own. */
    void member(PartDraft of, String name, ContentType type, PartReader reader) throws IOException {
        Place place = of.place().inside(of.number(), name);
        PartDraft draft = new PartDraft(budget.part(place.depth()), place, -1, this);
        draft.type(type);
        begin(draft);
        PartEdge.read(reader, Source.of(new byte[0]), draft, this);
        give(draft);
    }

    private void read(Source source, Place place, String sha256) throws IOException {
        PartDraft draft = new PartDraft(budget.part(place.depth()), place, source.size(), this);
        draft.sha256(sha256);
        flagName(draft);
        begin(draft);
        if (skipped.contains(draft.number())) {
            draft.type(TypeSniffer.byName(place.name()));
            draft.flaw(Flaw.STOPPED);
        } else {
            PartEdge.read(Readers::read, source, draft, this);
        }
        give(draft);
    }

    private static void flagName(PartDraft draft) {
        if (draft.place().depth() > 0 && Place.leaves(draft.place().name())) {
            draft.flaw(Flaw.NAME_LEAVES_FOLDER);
        }
    }

    private void begin(PartDraft draft) throws SinkFailed {
        try {
            sink.begun(draft.number(), draft.place().path());
        } catch (IOException e) {
            throw new SinkFailed(e);
        }
    }

    private void give(PartDraft draft) throws SinkFailed {
        try {
            sink.part(draft.finish());
        } catch (IOException e) {
            throw new SinkFailed(e);
        }
    }

    void thumbnail(PartDraft draft, byte[] jpeg) throws SinkFailed {
        try {
            sink.thumbnail(draft.number(), jpeg);
        } catch (IOException e) {
            throw new SinkFailed(e);
        }
    }

    /** Tells a moment whose zone is known; times that no machine of the case can mean are left. */
    void moment(PartDraft draft, Instant at, MomentKind kind, String message) throws SinkFailed {
        moment(draft, at, new Happening(kind, message, "", ""), false);
    }

    /** Tells a moment given by a clock on a wall. */
    void moment(PartDraft draft, LocalDateTime at, MomentKind kind, String message)
            throws SinkFailed {
        try {
            Happening happening = new Happening(kind, message, "", "");
            moment(draft, at.atZone(zone).toInstant(), happening, true);
        } catch (DateTimeException e) {
            draft.flaw(Flaw.DAMAGED);
        }
    }

    /** What happened, and on whose account and machine. */
    record Happening(MomentKind kind, String message, String user, String host) {}

    void moment(PartDraft draft, Instant at, Happening what, boolean zoneAssumed)
            throws SinkFailed {
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            return;
        }
        if (!budget.moment()) {
            draft.flaw(Flaw.MOMENTS_CUT);
            return;
        }
        String source =
                draft.type().kind().isEmpty() ? draft.type().family().code() : draft.type().kind();
        Instant micros = at.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        try {
            sink.moment(
                    new Moment(
                            micros,
                            zoneAssumed,
                            what.kind(),
                            source,
                            what.message(),
                            what.user(),
                            what.host(),
                            draft.number()));
        } catch (IOException e) {
            throw new SinkFailed(e);
        }
    }
}
