package az.qalxan.law;

import az.qalxan.engines.law.Citation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place in the catalogue of national standards (strategy 8.7.2). Which standards fill the
 * eighteen places is not known to us; a place without a designation is to be filled from the
 * register of the standardisation institute.
 *
 * @param place its number in the catalogue
 * @param designation the national one, for example AZS …; empty while the place is
 * @param origin the international standard that it adopts, without the edition
 * @param edition of the origin, for example 2013
 * @param adoption identical or modified
 * @param registered the day of state registration
 * @param replacedBy designation of the standard that came instead
 */
record StandardSlot(
        String id,
        int place,
        String designation,
        String title,
        String origin,
        String edition,
        Adoption adoption,
        @Nullable LocalDate registered,
        @Nullable LocalDate withdrawn,
        String replacedBy,
        String committee,
        String language,
        Citation citation) {

    /** How a national standard took over its origin. */
    enum Adoption {
        UNKNOWN,
        IDENTICAL,
        MODIFIED
    }

    boolean empty() {
        return designation.isBlank();
    }
}
