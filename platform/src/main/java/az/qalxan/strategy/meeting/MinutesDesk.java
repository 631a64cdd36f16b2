package az.qalxan.strategy.meeting;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.database.Sha256;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Confirming and correcting minutes. */
@Component
public class MinutesDesk {

    private final Meetings meetings;
    private final MeetingStore rows;
    private final MinutesStore store;
    private final MinutesMaking making;
    private final AuditLog audit;
    private final Clock clock;

    MinutesDesk(
            Meetings meetings,
            MeetingStore rows,
            MinutesStore store,
            MinutesMaking making,
            AuditLog audit,
            Clock clock) {
        this.meetings = meetings;
        this.rows = rows;
        this.store = store;
        this.making = making;
        this.audit = audit;
        this.clock = clock;
    }

    /** A version with its words: as signed, or as they would be signed now. */
    record Shown(Meeting meeting, Minutes minutes, MinutesContent content, String sha256) {

        /** The words byte for byte. */
        String words() {
            String signed = minutes.content();
            return signed != null ? signed : new String(content.bytes(), StandardCharsets.UTF_8);
        }
    }

    @Transactional(readOnly = true)
    public Shown shown(long number, int version) {
        Meeting meeting = meetings.find(number);
        Minutes minutes =
                store.versions(meeting.id()).stream()
                        .filter(one -> one.version() == version)
                        .findAny()
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        return shown(meeting, minutes);
    }

    private Shown shown(Meeting meeting, Minutes minutes) {
        String signed = minutes.content();
        String digest = minutes.sha256();
        if (signed != null && digest != null) {
            return new Shown(meeting, minutes, MinutesContent.parse(signed), digest);
        }
        MinutesContent content = making.content(meeting, minutes);
        return new Shown(meeting, minutes, content, Sha256.of(content.bytes()));
    }

    /** The digest of the latest version's words, as its reader sees them. */
    @Transactional(readOnly = true)
    public String digest(long number) {
        Meeting meeting = meetings.find(number);
        return shown(meeting, latest(meeting)).sha256();
    }

    /**
     * Confirms the latest version for the chair or the secretary.
     *
     * @param side {@code chair} or {@code secretary}
     * @param sha256 digest of the words that were read; other words are not signed
     */
    @Transactional
    public void sign(long number, String side, String sha256, Caller caller) {
        Meeting meeting = meetings.find(number);
        if (!meeting.closed()) {
            throw ProblemFound.of(MeetingProblem.MEETING_STATE);
        }
        Minutes minutes = latest(meeting);
        Minutes.Side of = side.equals("chair") ? Minutes.Side.CHAIR : Minutes.Side.SECRETARY;
        Shown shown = shown(meeting, minutes);
        if (!may(shown, of, caller) || !shown.sha256().equals(sha256)) {
            throw ProblemFound.of(MeetingProblem.MINUTES_SIGNATURE);
        }
        boolean signed =
                store.sign(
                        meeting.id(),
                        minutes.version(),
                        new MinutesStore.Sealed(shown.words(), shown.sha256()),
                        of,
                        new Minutes.Signature(
                                caller.account().toString(), caller.name(), clock.instant()));
        if (!signed) {
            throw ProblemFound.of(MeetingProblem.MINUTES_SIGNATURE);
        }
        audit.record(
                MeetingAct.MINUTES_SIGNED,
                Meetings.subject(number),
                Map.of(
                        "version",
                        Integer.toString(minutes.version()),
                        "side",
                        side,
                        "sha256",
                        sha256));
    }

    /** Account of whoever signed on the other side; empty if nobody. */
    private static String signer(Minutes minutes, Minutes.Side side) {
        Minutes.Signature other =
                minutes.of(
                        side == Minutes.Side.CHAIR ? Minutes.Side.SECRETARY : Minutes.Side.CHAIR);
        return other == null ? "" : other.account();
    }

    /** Whether the caller may sign on that side now: of its body, and not on both sides. */
    boolean may(Shown shown, Minutes.Side side, Caller caller) {
        Minutes minutes = shown.minutes();
        return minutes.of(side) == null
                && !caller.account().toString().equals(signer(minutes, side))
                && mayFor(shown.meeting(), side, caller);
    }

    /** Whoever presided stands for the chair; the secretary's seat for the secretary. */
    private boolean mayFor(Meeting meeting, Minutes.Side side, Caller caller) {
        return rows.seats(meeting.id()).stream()
                .filter(one ->
                        side == Minutes.Side.CHAIR
                                ? one.id().equals(meeting.presiding())
                                : one.role() == Seat.Role.SECRETARY)
                .anyMatch(one -> one.body().equals(caller.body().value()));
    }

    /** Takes the only signature back, so that the words can be mended. */
    @Transactional
    public void takeBack(long number) {
        Meeting meeting = meetings.held(number, Meeting.State.CLOSED);
        if (!store.takeBack(meeting.id(), latest(meeting).version())) {
            throw ProblemFound.of(MeetingProblem.MINUTES_SIGNED);
        }
        audit.record(MeetingAct.MINUTES_TAKEN_BACK, Meetings.subject(number));
    }

    /** Begins a corrected version; the one before stays as it was signed. */
    @Transactional
    public int correct(long number, String reason, Caller caller) {
        Meeting meeting = meetings.held(number, Meeting.State.CLOSED);
        Minutes before = latest(meeting);
        if (!before.confirmed()) {
            throw ProblemFound.of(MeetingProblem.MEETING_STATE);
        }
        int next = before.version() + 1;
        store.open(meeting.id(), next, reason, caller, clock.instant());
        rows.add(
                meeting.id(),
                MeetingStep.of(
                        MeetingStep.Kind.CORRECTION, reason, clock.instant(), caller.name()));
        audit.record(
                MeetingAct.MINUTES_CORRECTED,
                Meetings.subject(number),
                Map.of("version", Integer.toString(next)));
        return next;
    }

    Minutes latest(Meeting meeting) {
        List<Minutes> versions = store.versions(meeting.id());
        if (versions.isEmpty()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return versions.getLast();
    }
}
