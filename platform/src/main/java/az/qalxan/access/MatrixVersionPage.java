package az.qalxan.access;

import java.util.List;

/**
 * The page of one version: what it changes, who signed.
 *
 * @param maySign whether the reader could sign it now
 * @param mayReject whether the reader could reject or withdraw it now
 * @param bodiesMin from how many bodies the signatures come
 */
record MatrixVersionPage(
        MatrixVersion version,
        MatrixDifference difference,
        boolean maySign,
        boolean mayReject,
        int bodiesMin) {

    List<MatrixDifference.Change> changes() {
        return difference.changes();
    }
}
