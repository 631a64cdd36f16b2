package az.qalxan.casework;

import az.qalxan.access.Caller;
import java.time.LocalDate;

/**
 * What other modules do with a case's articles on an officer's behalf; the module that owns
 * qualifications provides it, and does what its page does.
 */
@FunctionalInterface
public interface OffenceDesk {

    /**
     * An article that is put to a case from a day on.
     *
     * @param replaces the article that it takes the place of; empty when it stands beside the
     *     others
     */
    record Step(String article, String replaces, LocalDate on, String reason) {}

    void qualify(CaseNumber number, Step step, Caller caller);
}
