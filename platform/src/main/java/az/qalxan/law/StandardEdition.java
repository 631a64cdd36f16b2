package az.qalxan.law;

import az.qalxan.engines.law.Citation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An edition of an international standard.
 *
 * @param origin for example ISO/IEC 27001
 * @param edition for example 2022
 * @param supersedes the edition that it came instead of; empty for none
 * @param published the day, where a source gives one
 */
record StandardEdition(
        String origin,
        String edition,
        String supersedes,
        @Nullable LocalDate published,
        Citation citation) {

    String id() {
        return origin + ":" + edition;
    }
}
