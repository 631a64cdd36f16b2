package az.qalxan.evidence.custody;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a case ended, as far as its evidence is concerned.
 *
 * @param kind verdict, terminated or reopened
 * @param inForceOn since when; null for a case that was opened again
 */
record CaseEnd(
        String kind,
        @Nullable LocalDate inForceOn,
        String document,
        String words,
        Instant at,
        String author) {}
