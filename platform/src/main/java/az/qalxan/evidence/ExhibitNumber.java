package az.qalxan.evidence;

import az.qalxan.casework.CaseNumber;

/**
 * The number of an exhibit as people quote it: the case's number, the exhibit's place in the case,
 * and for a copy its own place behind a hyphen, for example {@code K-2026-4829137/3-1}.
 *
 * @param copy 0 for an original
 */
public record ExhibitNumber(CaseNumber caseNumber, int sequence, int copy) {

    public ExhibitNumber {
        if (sequence < 1 || copy < 0) {
            throw new IllegalArgumentException("no place in a case: " + sequence + "-" + copy);
        }
    }

    /** The number without the case's, for a page of that case. */
    public String place() {
        return copy == 0 ? String.valueOf(sequence) : sequence + "-" + copy;
    }

    @Override
    public String toString() {
        return caseNumber + "/" + place();
    }
}
