package az.qalxan.casework;

import java.time.Instant;

/**
 * Says, in the same transaction, that a case was restricted to named people, or opened to its body
 * again.
 */
public record CaseSecluded(CaseNumber number, String body, boolean restricted, Instant at) {}
