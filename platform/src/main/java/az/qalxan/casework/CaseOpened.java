package az.qalxan.casework;

import java.time.Instant;

/** Says, in the same transaction, that a case was opened. */
public record CaseOpened(CaseNumber number, String body, Instant at) {}
