package az.qalxan.transmission;

import az.qalxan.access.CompartmentId;
import az.qalxan.access.Handling;
import org.jspecify.annotations.Nullable;

/**
 * Who may see here that a conversation takes place: whoever may read its body's records up to this
 * marking, and is in the compartment if there is one.
 */
public record Guard(Handling handling, @Nullable CompartmentId compartment) {}
