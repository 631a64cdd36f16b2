package az.qalxan.evidence.intake;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Verb;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.vault.IntakeId;
import az.qalxan.evidence.Description;
import az.qalxan.evidence.EvidenceRights;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitId;
import az.qalxan.evidence.Exhibits;
import az.qalxan.evidence.NewExhibit;
import az.qalxan.evidence.StoredBytes;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is written down of intakes, each step in one transaction. */
@Component
class IntakeDesk {

    private final IntakeStore store;
    private final Exhibits exhibits;
    private final EvidenceRights rights;
    private final Room room;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final Clock clock;

    IntakeDesk(
            IntakeStore store,
            Exhibits exhibits,
            EvidenceRights rights,
            Room room,
            AuditLog audit,
            CurrentCaller callers,
            Clock clock) {
        this.store = store;
        this.exhibits = exhibits;
        this.rights = rights;
        this.room = room;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** An intake and the exhibit that it is for. */
    record Known(FileIntake intake, Exhibit exhibit) {}

    /**
     * An intake that goes on or was begun.
     *
     * @param fresh whether it was begun now
     */
    record Begun(Known known, boolean fresh) {}

    /** The intake of an address, or the problem "not found". */
    @Transactional(readOnly = true)
    Known require(UUID id) {
        return known(store.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)));
    }

    private Known known(FileIntake intake) {
        return new Known(intake, exhibits.require(intake.exhibit().value()));
    }

    /** The same for somebody who may work on the exhibit. */
    @Transactional(readOnly = true)
    Known mine(UUID id) {
        Known known = require(id);
        requireUpdate(known.exhibit());
        return known;
    }

    private void requireUpdate(Exhibit exhibit) {
        if (!rights.may(callers.require(), Verb.UPDATE, exhibit)) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
    }

    /**
     * The open intakes that the caller may know of; the view is recorded.
     *
     * @param caseNumber of the case whose exhibits they are for; empty for every case
     */
    @Transactional
    List<Known> listed(String caseNumber) {
        audit.record(
                IntakeAct.LISTED,
                AuditSubject.of("intake-list", callers.require().body()),
                Map.of());
        List<FileIntake> open = store.open(caseNumber);
        Map<ExhibitId, Exhibit> known =
                exhibits.of(open.stream().map(FileIntake::exhibit).toList());
        return open.stream()
                .flatMap(one ->
                        Optional.ofNullable(known.get(one.exhibit())).stream()
                                .map(exhibit -> new Known(one, exhibit)))
                .toList();
    }

    /** The open intake of an exhibit. */
    @Transactional(readOnly = true)
    Optional<FileIntake> openOf(ExhibitId exhibit) {
        return store.openOf(exhibit);
    }

    /** Begins an intake for that exhibit, or finds the one of the same file that goes on. */
    @Transactional
    Begun begin(UUID exhibitId, AnnouncedFile file) {
        Exhibit exhibit = exhibits.require(exhibitId);
        requireUpdate(exhibit);
        Optional<FileIntake> open = store.openOf(exhibit.id());
        if (open.isPresent() && open.get().file().same(file)) {
            return new Begun(new Known(open.get(), exhibit), false);
        }
        if (open.isPresent()) {
            throw ProblemFound.of(IntakeProblem.INTAKE_OPEN, open.get().file().name());
        }
        return begun(exhibit, file);
    }

    /** Begins an intake for a new exhibit that is told of as the given one; or finds one. */
    @Transactional
    Begun beginLike(UUID exhibitId, AnnouncedFile file) {
        Exhibit like = exhibits.require(exhibitId);
        requireUpdate(like);
        Caller caller = callers.require();
        Optional<FileIntake> open =
                store.openLike(like.caseNumber(), caller.account().toString(), file).stream()
                        .filter(one -> one.file().same(file))
                        .findFirst();
        return open.isPresent()
                ? new Begun(known(open.get()), false)
                : begun(exhibits.register(alike(like, file), caller), file);
    }

    private static NewExhibit alike(Exhibit like, AnnouncedFile file) {
        Description told = like.description();
        return new NewExhibit(
                like.caseNumber(),
                new Description(told.kind(), told.dataClass(), file.name(), told.words()),
                like.origin(),
                like.owner(),
                like.basis(),
                like.acquisition(),
                List.of(),
                like.keeping().place());
    }

    private Begun begun(Exhibit exhibit, AnnouncedFile file) {
        if (exhibit.stored() != null || !exhibit.alive()) {
            throw ProblemFound.of(IntakeProblem.INTAKE_NOT_TAKEN);
        }
        room.require(file.bytes());
        Instant now = clock.instant();
        Caller caller = callers.require();
        FileIntake intake =
                new FileIntake(
                        new IntakeId(UUID.randomUUID()),
                        exhibit.id(),
                        file,
                        0,
                        IntakeState.RECEIVING,
                        caller.account().toString(),
                        caller.name(),
                        now,
                        now,
                        null);
        if (!store.begin(intake)) {
            throw ProblemFound.of(IntakeProblem.INTAKE_OPEN, file.name());
        }
        audit.record(
                IntakeAct.BEGUN,
                subject(intake),
                Map.of(
                        "exhibit", exhibit.number().toString(),
                        "bytes", String.valueOf(file.bytes())));
        return new Begun(new Known(intake, exhibit), true);
    }

    @Transactional
    void received(IntakeId id, long until) {
        store.received(id, until, clock.instant());
    }

    /** Gives the exhibit its bytes. */
    @Transactional
    Known stored(Known known, StoredBytes bytes) {
        exhibits.stored(known.exhibit().id(), bytes, callers.require().name());
        return ended(known, IntakeState.STORED, IntakeAct.ENDED);
    }

    /** Ends an intake otherwise. */
    @Transactional
    Known ended(Known known, IntakeState state) {
        return ended(
                known, state, state == IntakeState.DROPPED ? IntakeAct.DROPPED : IntakeAct.ENDED);
    }

    private Known ended(Known known, IntakeState state, IntakeAct act) {
        FileIntake intake = known.intake();
        if (!store.end(intake.id(), state, clock.instant(), callers.require().name())) {
            throw ProblemFound.of(IntakeProblem.INTAKE_OVER);
        }
        audit.record(
                act,
                subject(intake),
                Map.of(
                        "exhibit", known.exhibit().number().toString(),
                        "outcome", state.code()));
        return require(intake.id().value());
    }

    private static AuditSubject subject(FileIntake intake) {
        return AuditSubject.of("intake", intake.id());
    }

    Instant abandonedBefore(IntakeSettings settings) {
        return clock.instant().minus(settings.abandonedAfter());
    }
}
