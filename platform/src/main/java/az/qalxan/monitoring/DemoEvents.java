package az.qalxan.monitoring;

import az.qalxan.access.Caller;
import az.qalxan.database.ActingAs;
import az.qalxan.database.QueueWorker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sources, rules and events for the demonstration, taken in as real ones are. */
@Component
public class DemoEvents {

    private final Sources sources;
    private final RuleDesk rules;
    private final RuleStore store;
    private final BackTests tests;
    private final EventIntake intake;
    private final DetectionStep step;
    private final TransactionTemplate transaction;

    DemoEvents(
            Sources sources,
            RuleDesk rules,
            RuleStore store,
            BackTests tests,
            EventIntake intake,
            DetectionStep step,
            TransactionTemplate transaction) {
        this.sources = sources;
        this.rules = rules;
        this.store = store;
        this.tests = tests;
        this.intake = intake;
        this.step = step;
        this.transaction = transaction;
    }

    /** Whether any source was opened already. */
    public boolean any(Caller caller) {
        return as(caller, () -> !sources.all().isEmpty());
    }

    /**
     * A source that is invented.
     *
     * @param sector code of the pack
     * @param criticality 1 little to 4 vital
     * @param format as Formats calls it
     */
    public record Invented(
            String name,
            String sector,
            String watches,
            int criticality,
            String format,
            int silenceMinutes) {}

    /** Opens a source of the caller's body. */
    public UUID open(Caller caller, Invented source) {
        SourceForm form =
                new SourceForm(
                        source.name(),
                        source.sector(),
                        source.watches(),
                        source.criticality(),
                        source.format(),
                        "",
                        "",
                        "",
                        "Nümayiş üçün uydurulmuş hadisələr.",
                        180,
                        source.silenceMinutes(),
                        "TLP:AMBER");
        return as(caller, () -> sources.open(caller, form));
    }

    /** Makes a set of rules and puts it into force, tried on what is stored. */
    public UUID putInForce(Caller caller, String name, boolean every, Map<String, byte[]> files) {
        String why = "Nümayişin öz qaydaları.";
        UUID version =
                as(
                        caller,
                        () -> {
                            UUID set = rules.make(caller, new RuleDesk.NewSet(name, every, 50));
                            UUID handedIn = rules.handIn(caller, set, new RulePackage(files), why);
                            rules.backTest(caller, handedIn, 7);
                            return handedIn;
                        });
        while (as(caller, () -> store.tried(version)).equals(false)) {
            tests.runOne();
        }
        as(
                caller,
                () -> {
                    rules.move(caller, version, "active", why);
                    return store.version(version);
                });
        return version;
    }

    /** Takes events of a source, one a line, under the key, and judges all that waits. */
    public void take(Caller caller, UUID source, String key, byte[] lines) {
        ActingAs.run(caller.identity(), () -> intake.take(caller, source, key, lines));
        List<Long> taken = new ArrayList<>();
        while (step.take(DetectionWorker.BATCHES_MAX, taken) == QueueWorker.Done.SOME) {
            taken.clear();
        }
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return ActingAs.call(
                caller.identity(),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
