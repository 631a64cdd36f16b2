package az.qalxan.evidence;

import az.qalxan.casework.CaseNumber;
import java.util.List;

/**
 * What is told of an exhibit when it is registered.
 *
 * @param seals numbers of the seals that it bears
 * @param place where it lies
 */
public record NewExhibit(
        CaseNumber caseNumber,
        Description description,
        Origin origin,
        Owner owner,
        LegalBasis basis,
        Acquisition acquisition,
        List<String> seals,
        String place) {

    public NewExhibit {
        seals = List.copyOf(seals);
    }
}
