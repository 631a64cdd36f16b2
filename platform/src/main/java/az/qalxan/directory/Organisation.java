package az.qalxan.directory;

import az.qalxan.access.BodyCode;
import az.qalxan.web.Language;
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
        String nameAz,
        String nameEn,
        List<OrganisationKind> kinds,
        boolean verified,
        String source) {

    public Organisation {
        kinds = List.copyOf(kinds);
    }

    /** The full name in that language. */
    public String name(Language language) {
        return switch (language) {
            case AZ -> nameAz;
            case EN -> nameEn;
        };
    }
}
