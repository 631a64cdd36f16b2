package az.qalxan.casework;

import az.qalxan.access.Caller;
import az.qalxan.reporting.ReportId;

/**
 * What other modules do with the parties of a case on an officer's behalf; the module that owns
 * parties provides it, and does what its page does.
 */
public interface PartyDesk {

    /** A person as an officer types them. */
    record Person(String name, String purpose, String status, String ground) {}

    void enter(CaseNumber number, Person person, Caller caller);

    /** Enters whoever reported as a victim; false when the report does not say who that was. */
    boolean enterVictim(CaseNumber number, ReportId report, Caller caller);
}
