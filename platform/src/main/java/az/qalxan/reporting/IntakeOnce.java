package az.qalxan.reporting;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a report of the public form in once, however often its request comes. */
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

    /**
     * Takes in a report with its reporter's rights.
     *
     * @param inSameTransaction work on the new report
     */
    public Outcome receive(RequestKey key, NewReport report, Consumer<ReportId> inSameTransaction) {
        Intake.Prepared prepared = intake.prepare(List.of(report));
        String id = prepared.receipts().getFirst().id().toString();
        return ActingAs.call(
                TransactionIdentity.reporterOf(id),
                () ->
                        Objects.requireNonNull(
                                transaction.execute(
                                        status -> store(key, prepared, inSameTransaction))));
    }

    private Outcome store(
            RequestKey key, Intake.Prepared prepared, Consumer<ReportId> inSameTransaction) {
        Receipt receipt = prepared.receipts().getFirst();
        RequestKeys.Earlier own =
                new RequestKeys.Earlier(key.digest(), receipt.id(), receipt.reference());
        RequestKeys.Earlier holder =
                keys.claim(List.of(new RequestKeys.Claim(key.value(), own)))
                        .getOrDefault(key.value(), own);
        if (!holder.id().equals(own.id())) {
            return new Outcome.Repeated(
                    holder.id(), holder.reference(), holder.digest().equals(own.digest()));
        }
        intake.store(prepared, () -> inSameTransaction.accept(receipt.id()));
        return new Outcome.Stored(receipt);
    }
}
