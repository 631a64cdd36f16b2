package az.qalxan.assets;

import az.qalxan.access.Caller;
import az.qalxan.web.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads written transfers in: says what is wrong row by row, stores the rest when asked to. */
@Component
class Statements {

    /** Wrong rows that are named; the rest is counted. */
    static final int WRONG_SHOWN_MAX = 100;

    private final TransferCheck check;
    private final Transfers transfers;

    Statements(TransferCheck check, Transfers transfers) {
        this.check = check;
        this.transfers = transfers;
    }

    /** A row with what is wrong with it; rows are counted from 1, the header is not. */
    record WrongRow(int row, List<Violation> violations) {

        WrongRow {
            violations = List.copyOf(violations);
        }
    }

    /**
     * What a reading found or stored.
     *
     * @param right rows that can be stored
     * @param wrongRows how many cannot
     * @param wrong the first of them
     * @param entered what was stored; null after a mere check
     */
    record Outcome(
            int rows,
            int right,
            int wrongRows,
            List<WrongRow> wrong,
            Transfers.@Nullable Entered entered) {

        Outcome {
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * Where rows come from.
     *
     * @param document what they were read from; may be empty
     */
    record Sheet(Standing standing, TransferCheck.Source source, String document) {}

    /** Says what storing those rows would do. */
    @Transactional(readOnly = true)
    public Outcome check(Sheet sheet, List<RawTransfer> rows) {
        return outcome(check.check(rows, sheet.source()), null);
    }

    /** Stores the right rows, each once; wrong ones are left out and named. */
    @Transactional
    public Outcome store(Sheet sheet, List<RawTransfer> rows, Caller caller) {
        List<TransferCheck.Checked> checked = check.check(rows, sheet.source());
        List<Transfer> right = right(checked);
        return outcome(
                checked,
                right.isEmpty()
                        ? new Transfers.Entered(0, 0, 0)
                        : transfers.enter(sheet.standing(), right, sheet.document(), caller));
    }

    private static List<Transfer> right(List<TransferCheck.Checked> checked) {
        List<Transfer> right = new ArrayList<>();
        for (TransferCheck.Checked one : checked) {
            if (one instanceof TransferCheck.Checked.Right(Transfer transfer)) {
                right.add(transfer);
            }
        }
        return right;
    }

    private static Outcome outcome(
            List<TransferCheck.Checked> checked, Transfers.@Nullable Entered entered) {
        List<WrongRow> wrong = new ArrayList<>();
        int wrongRows = 0;
        for (int i = 0; i < checked.size(); i++) {
            if (checked.get(i) instanceof TransferCheck.Checked.Wrong(var violations)) {
                wrongRows++;
                if (wrong.size() < WRONG_SHOWN_MAX) {
                    wrong.add(new WrongRow(i + 1, violations));
                }
            }
        }
        return new Outcome(checked.size(), checked.size() - wrongRows, wrongRows, wrong, entered);
    }
}
