package az.qalxan.directory;

import az.qalxan.access.BodyCode;
import az.qalxan.jurisdiction.Words;
import java.util.List;

/**
 * An organisation of the directory.
 *
 * @param acronym as the country writes it, for example DİN
 * @param verified whether the entry was read in the source
 */
public record Organisation(
        BodyCode code,
        String acronym,
        Words name,
        List<OrganisationKind> kinds,
        boolean verified,
        Words source) {

    public Organisation {
        kinds = List.copyOf(kinds);
    }

    /** The same organisation under another name. */
    Organisation called(String otherAcronym, Words otherName) {
        return new Organisation(code, otherAcronym, otherName, kinds, verified, source);
    }
}
