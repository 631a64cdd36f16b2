package az.qalxan.casework;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another module must know of a case to hang its own rows on it.
 *
 * @param compartment whose members alone see it; null when it stands in none
 */
public record CaseGlance(
        CaseNumber number,
        String title,
        BodyCode body,
        Handling handling,
        @Nullable UUID compartment) {}
