package az.qalxan.ledger.watch;

import az.qalxan.access.AccountNames;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.ledger.Completeness;
import az.qalxan.ledger.ContinuedLog;
import az.qalxan.ledger.Continuing;
import az.qalxan.ledger.LogOversight;
import az.qalxan.ledger.PublishedLog;
import az.qalxan.ledger.SubjectQuestion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What people and programs may ask of the log, and have done about it. */
@Component
class LogDesk implements LogOversight {

    private final PublishedLog log;
    private final CheckpointBook book;
    private final LogAlarms alarms;
    private final VerificationStore verifications;
    private final Verifying verifying;
    private final Feeding feeding;
    private final Stamping stamping;
    private final Completeness completeness;
    private final Continuing continuing;
    private final AccountNames names;
    private final AuditLog audit;
    private final WatchSettings settings;
    private final TransactionTemplate transaction;

    LogDesk(
            PublishedLog log,
            CheckpointBook book,
            LogAlarms alarms,
            VerificationStore verifications,
            Verifying verifying,
            Feeding feeding,
            Stamping stamping,
            Completeness completeness,
            Continuing continuing,
            AccountNames names,
            AuditLog audit,
            WatchSettings settings,
            PlatformTransactionManager manager) {
        this.log = log;
        this.book = book;
        this.alarms = alarms;
        this.verifications = verifications;
        this.verifying = verifying;
        this.feeding = feeding;
        this.stamping = stamping;
        this.completeness = completeness;
        this.continuing = continuing;
        this.names = names;
        this.audit = audit;
        this.settings = settings;
        this.transaction = new TransactionTemplate(manager);
    }

    @Transactional(readOnly = true)
    LogPage page() {
        List<CheckpointBook.Shown> shown = book.latest();
        long last = shown.isEmpty() ? 0 : shown.getFirst().size();
        long first = shown.isEmpty() ? 0 : shown.getLast().size();
        return new LogPage(
                log.key(),
                log.state(),
                settings,
                book.seen(),
                shown,
                book.cosignatures(first, last),
                book.stamps(first, LogPage.STAMPS_MAX),
                alarms.all(),
                verifications.latest(),
                continuing.all());
    }

    @Transactional(readOnly = true)
    Optional<VerificationPage> verification(UUID id) {
        return verifications
                .find(id)
                .map(run -> new VerificationPage(run, verifications.findings(id)));
    }

    @Transactional
    boolean note(UUID alarm, String name) {
        return alarms.note(alarm, name);
    }

    @Override
    public UUID verify(String by) {
        return verifying.start(by);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Verification> progress(UUID id) {
        return verifications
                .find(id)
                .map(run ->
                        new Verification(
                                run.id(),
                                run.state(),
                                run.done(),
                                run.total(),
                                run.size(),
                                run.findings(),
                                verifications.findings(id).stream()
                                        .map(one -> new Found(one.kind(), one.place(), one.what()))
                                        .toList()));
    }

    @Override
    public Continuing.Outcome goOn(Continuing.Order order) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    Continuing.Outcome outcome = continuing.go(order, book.largest());
                    if (outcome instanceof Continuing.Outcome.Done(ContinuedLog went)) {
                        if (!went.sameName()) {
                            book.begin(went.size());
                        }
                        alarms.goOn(went.words().by());
                        record(went);
                    } else {
                        status.setRollbackOnly();
                    }
                    return outcome;
                }));
    }

    private void record(ContinuedLog went) {
        audit.record(
                LedgerAct.CONTINUED,
                AuditSubject.of("log", went.name()),
                Map.of(
                        "ended", went.endedName(),
                        "size", String.valueOf(went.size()),
                        "seen", String.valueOf(went.seen()),
                        "by", went.words().by(),
                        "reason", went.words().reason()));
    }

    @Override
    public Path prove(SubjectQuestion question) {
        String[] subject = question.subject().split("/", 2);
        transaction.executeWithoutResult(status ->
                audit.record(
                        LedgerAct.PROOF_MADE,
                        new AuditSubject(subject[0], subject[1]),
                        Map.of(
                                "from", question.from().toString(),
                                "until", question.until().toString())));
        log.catchUp();
        Checkpoint end =
                feeding.feed(settings.witnesses())
                        .map(stamping::cosigned)
                        .orElseThrow(() -> new IllegalStateException("the log is empty"));
        List<NoteKey> keys = settings.witnesses().stream().map(KnownWitness::key).toList();
        Completeness.Frame frame =
                new Completeness.Frame(
                        start(question).orElse(null), end, keys, accounts -> names.of(accounts));
        try {
            Path file = Files.createTempFile("completeness", ".zip");
            try (OutputStream out = Files.newOutputStream(file)) {
                completeness.write(question, frame, out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the proof", e);
        }
    }

    /** The newest tree that a witness cosigned before the time that is asked about. */
    private Optional<Checkpoint> start(SubjectQuestion question) {
        return ActingAs.call(Feeding.JOB, () -> shown(question.signedBy()))
                .flatMap(one -> Checkpoint.parse(one.note()))
                // One of the log that ended says nothing of this one by itself.
                .filter(one -> one.origin().equals(log.key().name().value()))
                .map(stamping::cosigned);
    }

    private Optional<CheckpointBook.Shown> shown(Instant by) {
        return Objects.requireNonNull(transaction.execute(status -> book.cosignedBefore(by)));
    }
}
