package az.qalxan.access;

import org.jspecify.annotations.Nullable;

/**
 * People who may read a record.
 *
 * @param body their body; null for those of every body
 * @param rule the rule of the access matrix that lets them
 * @param reasonAz why the rule stands, in Azerbaijani
 * @param reasonEn why the rule stands, in English
 */
public record Reader(
        @Nullable BodyCode body, Role role, String rule, String reasonAz, String reasonEn) {}
