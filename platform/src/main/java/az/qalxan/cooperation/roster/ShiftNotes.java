package az.qalxan.cooperation.roster;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.cooperation.DutyGlance;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writing and taking over hand-over notes. */
@Component
class ShiftNotes {

    /** How far ahead a note looks: the shift that comes. */
    static final Duration AHEAD = Duration.ofHours(24);

    private static final Duration SHIFT = Duration.ofHours(12);
    private static final int LATEST = 30;

    private final NoteStore store;
    private final ShiftStore shifts;
    private final DutyGlance requests;
    private final AuditLog audit;
    private final Clock clock;

    ShiftNotes(
            NoteStore store, ShiftStore shifts, DutyGlance requests, AuditLog audit, Clock clock) {
        this.store = store;
        this.shifts = shifts;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a note of the caller would tell of now. */
    record Draft(Instant since, List<DutyGlance.Line> changed, List<DutyGlance.Line> runningOut) {

        Draft {
            changed = List.copyOf(changed);
            runningOut = List.copyOf(runningOut);
        }
    }

    /** A note with the requests that its reader may see, as they are now. */
    record Shown(ShiftNote state, List<DutyGlance.Line> changed, List<DutyGlance.Line> runningOut) {

        Shown {
            changed = List.copyOf(changed);
            runningOut = List.copyOf(runningOut);
        }
    }

    @Transactional(readOnly = true)
    public Draft draft(Caller caller) {
        Instant now = clock.instant();
        Instant since = since(caller, now);
        return new Draft(
                since,
                requests.changedSince(caller.body(), since),
                requests.runningOut(caller.body(), now.plus(AHEAD)));
    }

    /** When the caller's running shift began; twelve hours ago for whoever has none. */
    private Instant since(Caller caller, Instant now) {
        return shifts.between(caller.body(), now.minus(AHEAD), now).stream()
                .filter(shift -> shift.account().equals(caller.account().toString()))
                .filter(shift -> !shift.cancelled())
                .map(Shift::start)
                .max(Instant::compareTo)
                .orElse(now.minus(SHIFT));
    }

    @Transactional
    public UUID write(String words, Caller caller) {
        Draft draft = draft(caller);
        ShiftNote.Words note =
                new ShiftNote.Words(
                        UUID.randomUUID(),
                        draft.since(),
                        clock.instant(),
                        caller.name(),
                        caller.account().toString(),
                        words,
                        draft.changed().stream().map(DutyGlance.Line::id).toList(),
                        draft.runningOut().stream().map(DutyGlance.Line::id).toList());
        store.insert(note, caller.body());
        audit.record(RosterAct.NOTE_WRITTEN, AuditSubject.of("shift-note", note.id()));
        return note.id();
    }

    @Transactional
    public void accept(UUID id, String remark, Caller caller) {
        find(id);
        if (!store.accept(id, caller, remark, clock.instant())) {
            throw ProblemFound.of(RosterProblem.SHIFT_NOTE_TAKEN);
        }
        audit.record(RosterAct.NOTE_ACCEPTED, AuditSubject.of("shift-note", id));
    }

    @Transactional(readOnly = true)
    public List<ShiftNote> latest(Caller caller) {
        return store.latest(caller.body(), LATEST);
    }

    @Transactional
    public Shown view(UUID id) {
        ShiftNote note = find(id);
        audit.record(RosterAct.NOTE_VIEWED, AuditSubject.of("shift-note", id));
        return new Shown(
                note,
                requests.seen(note.note().changed()),
                requests.seen(note.note().runningOut()));
    }

    private ShiftNote find(UUID id) {
        return store.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }
}
