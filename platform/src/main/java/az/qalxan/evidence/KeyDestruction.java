package az.qalxan.evidence;

import az.qalxan.access.Caller;
import az.qalxan.access.Confirmation;
import az.qalxan.casework.CaseNumber;

/** Destroying the keys of a case, for the command line; pages do the same in two steps. */
public interface KeyDestruction {

    /** Somebody who is there and confirmed it. */
    record Person(Caller caller, Confirmation.Confirmed confirmed) {}

    /**
     * Why it is lawful.
     *
     * @param document the decision
     */
    record Grounds(String reason, String basis, String document) {}

    /** The first proposes, the second decides, and it is carried out; how many files are gone. */
    int together(CaseNumber number, Grounds grounds, Person first, Person second);
}
