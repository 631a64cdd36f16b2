package az.qalxan.engines.law;

import org.jspecify.annotations.Nullable;

/**
 * One sentence of an explanation.
 *
 * @param code stable name of the kind of reason, for programs
 * @param clause what it rests on; null where it rests on arithmetic only
 * @param standing of the fact that it tells
 */
public record Reason(String code, Wording text, @Nullable Clause clause, Standing standing) {}
