package az.qalxan.evidence;

import az.qalxan.access.BodyCode;
import az.qalxan.access.CompartmentId;
import az.qalxan.access.Handling;
import org.jspecify.annotations.Nullable;

/**
 * Where an exhibit stands: where its case does.
 *
 * @param compartment null when the case's body sees it
 */
public record ExhibitStanding(
        BodyCode body, Handling handling, @Nullable CompartmentId compartment) {}
