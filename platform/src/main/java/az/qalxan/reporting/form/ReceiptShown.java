package az.qalxan.reporting.form;

import java.io.Serial;
import java.io.Serializable;

/**
 * A receipt that waits in the reporter's session to be shown.
 *
 * @param key of the form that made the report
 * @param secret empty when the report was stored by an earlier request of another session
 * @param category empty with {@code secret}
 */
record ReceiptShown(String key, String reference, String secret, String category, int files)
        implements Serializable {

    @Serial private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return "ReceiptShown[" + reference + "]";
    }
}
