package az.qalxan.engines.law;

import org.jspecify.annotations.Nullable;

/**
 * Whether an article asks that the act be an offence on both sides.
 *
 * @param clause where it stands; null where the article says nothing
 */
public record Criminality(CriminalityNeed need, @Nullable Clause clause, Wording text) {}
