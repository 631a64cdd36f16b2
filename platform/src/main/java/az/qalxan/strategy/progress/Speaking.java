package az.qalxan.strategy.progress;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what bodies say about a measure, one after the other, each line with its audit record in
 * one transaction.
 */
@Component
class Speaking {

    private final StageFiles files;
    private final ProgressStore store;
    private final EvidenceStore evidence;
    private final AuditLog audit;
    private final Clock clock;

    Speaking(
            StageFiles files,
            ProgressStore store,
            EvidenceStore evidence,
            AuditLog audit,
            Clock clock) {
        this.files = files;
        this.store = store;
        this.evidence = evidence;
        this.audit = audit;
        this.clock = clock;
    }

    /** A stage of a measure. */
    record Where(MeasureCode measure, Stage stage) {

        Entry.Place place() {
            return new Entry.Place(measure, stage);
        }
    }

    /**
     * A claim as its judge had it before the eyes.
     *
     * @param last the last line of the record that was shown
     */
    record Seen(Where where, UUID claim, long last) {}

    /** What is said. */
    private record Saying(ProgressKind kind, String words) {}

    @Transactional
    public void criterion(Where where, String words, Set<EvidenceKind> kinds, Caller caller) {
        StageFile file = held(where.measure());
        pass(Rules.criterion(file.parties(), body(caller)));
        Entry entry = line(file, where.place(), caller, new Saying(ProgressKind.CRITERION, words));
        evidence.addKinds(add(entry), kinds);
    }

    /** A body says that a stage is reached; returns the claim. */
    @Transactional
    public UUID propose(Where where, String words, List<Evidence.Given> given, Caller caller) {
        StageFile file = held(where.measure());
        pass(
                Rules.propose(
                        file.parties(),
                        body(caller),
                        file.criterion(where.stage()).isPresent(),
                        file.claims(where.stage())));
        UUID claim = UUID.randomUUID();
        Entry entry = line(file, where.place(), caller, new Saying(ProgressKind.PROPOSED, words));
        add(of(entry, claim, null));
        given.forEach(one -> give(entry, claim, one));
        return claim;
    }

    @Transactional
    public void give(Where where, UUID claim, List<Evidence.Given> given, Caller caller) {
        StageFile file = held(where.measure());
        Claim made = claim(file, where, claim);
        pass(Rules.evidence(made, file.parties(), body(caller)));
        Entry entry = line(file, where.place(), caller, new Saying(ProgressKind.EVIDENCE, ""));
        given.stream()
                .limit(Rules.EVIDENCE_MAX - made.evidence())
                .forEach(one -> give(entry, claim, one));
    }

    private void give(Entry by, UUID claim, Evidence.Given given) {
        Entry entry =
                new Entry(
                        0,
                        by.at(),
                        ProgressKind.EVIDENCE,
                        by.place(),
                        claim,
                        null,
                        by.author(),
                        given.title());
        long sequence = add(entry);
        evidence.add(
                new Evidence(UUID.randomUUID(), sequence, claim, given.title(), given.item()),
                given.content());
    }

    @Transactional
    public void confirm(Seen seen, String words, Caller caller) {
        StageFile file = held(seen.where().measure());
        Claim claim = claim(file, seen.where(), seen.claim());
        pass(Rules.confirm(claim, body(caller), seen.last(), file.missing(claim)));
        say(file, seen, caller, new Saying(ProgressKind.CONFIRMED, words));
    }

    @Transactional
    public void dispute(Seen seen, String words, Caller caller) {
        StageFile file = held(seen.where().measure());
        Claim claim = claim(file, seen.where(), seen.claim());
        pass(Rules.dispute(claim, body(caller), seen.last()));
        say(file, seen, caller, new Saying(ProgressKind.DISPUTED, words));
    }

    @Transactional
    public void answer(Seen seen, long dispute, String words, Caller caller) {
        StageFile file = held(seen.where().measure());
        Claim claim = claim(file, seen.where(), seen.claim());
        pass(Rules.answer(claim, file.parties(), body(caller), dispute));
        Entry entry =
                line(file, seen.where().place(), caller, new Saying(ProgressKind.ANSWERED, words));
        add(of(entry, seen.claim(), dispute));
    }

    @Transactional
    public void takeBack(Seen seen, String words, Caller caller) {
        StageFile file = held(seen.where().measure());
        pass(Rules.takeBack(claim(file, seen.where(), seen.claim()), body(caller)));
        say(file, seen, caller, new Saying(ProgressKind.TAKEN_BACK, words));
    }

    @Transactional
    public void withdraw(Seen seen, String words, Caller caller) {
        StageFile file = held(seen.where().measure());
        pass(Rules.withdraw(claim(file, seen.where(), seen.claim()), body(caller)));
        say(file, seen, caller, new Saying(ProgressKind.WITHDRAWN, words));
    }

    @Transactional
    public void reopen(Seen seen, String words, Caller caller) {
        StageFile file = held(seen.where().measure());
        Claim claim = claim(file, seen.where(), seen.claim());
        pass(Rules.reopen(claim, file.parties(), body(caller)));
        say(file, seen, caller, new Saying(ProgressKind.REOPENED, words));
    }

    /** A body tells how its work on a measure goes. */
    @Transactional
    public void say(MeasureCode measure, String words, Caller caller) {
        StageFile file = held(measure);
        pass(Rules.say(file.parties(), body(caller)));
        Entry.Place place = new Entry.Place(measure, null);
        add(line(file, place, caller, new Saying(ProgressKind.SAID, words)));
    }

    private void say(StageFile file, Seen seen, Caller caller, Saying saying) {
        add(of(line(file, seen.where().place(), caller, saying), seen.claim(), null));
    }

    /** The measure's file, which nobody else adds to before the transaction ends. */
    private StageFile held(MeasureCode measure) {
        store.hold(measure);
        return files.of(measure).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private static Claim claim(StageFile file, Where where, UUID id) {
        return file.claim(where.stage(), id)
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private static void pass(Optional<String> refusal) {
        refusal.ifPresent(why -> {
            throw ProgressProblem.refused(why);
        });
    }

    private static String body(Caller caller) {
        return caller.body().value();
    }

    /** A line of the record; its time never lies before that of the line above it. */
    private Entry line(StageFile file, Entry.Place place, Caller caller, Saying saying) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant last = file.entries().isEmpty() ? now : file.entries().getLast().at();
        Instant at = now.isBefore(last) ? last : now;
        return new Entry(
                0, at, saying.kind(), place, null, null, Author.of(caller), saying.words());
    }

    private static Entry of(Entry line, UUID claim, @Nullable Long about) {
        return new Entry(
                0, line.at(), line.kind(), line.place(), claim, about, line.author(), line.words());
    }

    private long add(Entry entry) {
        long sequence = store.add(entry);
        Stage stage = entry.place().stage();
        audit.record(
                ProgressAct.of(entry.kind()),
                AuditSubject.of("measure", entry.place().measure()),
                Map.of(
                        "stage", stage == null ? "" : stage.code(),
                        "claim", entry.claim() == null ? "" : entry.claim().toString()));
        return sequence;
    }
}
