package az.qalxan.casework;

import java.util.Optional;

/**
 * Says where a case went that the caller's body had; the module that owns hand-overs provides it.
 */
@FunctionalInterface
public interface CaseElsewhere {

    /** The address of what the caller may still know of it; empty when that is nothing. */
    Optional<String> place(CaseNumber number);
}
