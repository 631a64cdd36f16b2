package az.qalxan.casework;

import java.time.Instant;

/** Says, in the same transaction, that a case was closed. */
public record CaseClosed(CaseNumber number, String body, Instant at) {}
