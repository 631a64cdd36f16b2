package az.qalxan.reporting;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a report in once, however often its request comes. */
@Component
public class IntakeOnce {

    private final Intake intake;
    private final RequestKeys keys;
    private final TransactionTemplate transaction;

    IntakeOnce(Intake intake, RequestKeys keys, TransactionTemplate transaction) {
        this.intake = intake;
        this.keys = keys;
        this.transaction = transaction;
    }

    /** What became of a request. */
    public sealed interface Outcome {

        /** This request stored the report. */
        record Stored(Receipt receipt) implements Outcome {}

        /** An earlier request with the same key stored it; its secret is shown to nobody again. */
        record Repeated(ReportId id, ReportReference reference, boolean sameContent)
                implements Outcome {}
    }

    /** Takes in a report of the current caller. */
    public Outcome receive(RequestKey key, NewReport report) {
        return receive(key, intake.prepare(List.of(report)), id -> {});
    }

    /**
     * Takes in a report of the public form.
     *
     * @param inSameTransaction work on the new report, done with its reporter's rights
     */
    public Outcome receiveFromReporter(
            RequestKey key, NewReport report, Consumer<ReportId> inSameTransaction) {
        Intake.Prepared prepared = intake.prepare(List.of(report));
        String id = prepared.receipts().getFirst().id().toString();
        return ActingAs.call(
                TransactionIdentity.reporterOf(id),
                () -> receive(key, prepared, inSameTransaction));
    }

    private Outcome receive(
            RequestKey key, Intake.Prepared prepared, Consumer<ReportId> inSameTransaction) {
        return earlier(key).orElseGet(() -> store(key, prepared, inSameTransaction));
    }

    private Optional<Outcome> earlier(RequestKey key) {
        return keysFound(key)
                .map(one ->
                        new Outcome.Repeated(
                                one.id(), one.reference(), one.digest().equals(key.digest())));
    }

    private Optional<RequestKeys.Earlier> keysFound(RequestKey key) {
        return Optional.ofNullable(
                transaction.execute(status -> keys.find(key.value()).orElse(null)));
    }

    private Outcome store(
            RequestKey key, Intake.Prepared prepared, Consumer<ReportId> inSameTransaction) {
        Receipt receipt = prepared.receipts().getFirst();
        RequestKeys.Earlier kept =
                new RequestKeys.Earlier(key.digest(), receipt.id(), receipt.reference());
        try {
            intake.store(
                    prepared,
                    () -> {
                        keys.keep(key.value(), kept);
                        inSameTransaction.accept(receipt.id());
                    });
            return new Outcome.Stored(receipt);
        } catch (DuplicateKeyException e) {
            return earlier(key).orElseThrow(() -> e);
        }
    }
}
