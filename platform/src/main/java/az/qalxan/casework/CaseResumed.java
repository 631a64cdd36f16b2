package az.qalxan.casework;

import java.time.Instant;

/** Says, in the same transaction, that work on a suspended or closed case goes on. */
public record CaseResumed(CaseNumber number, String body, Instant at, boolean restricted) {}
