package az.qalxan.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the command line and programs may have done about the log; pages show the same. */
public interface LogOversight {

    /** Starts a verification in the background, or tells the one that is running. */
    UUID verify(String by);

    /** A verification by its id. */
    Optional<Verification> progress(UUID id);

    /**
     * Writes a proof of completeness into a file of its own, which the caller removes. That it was
     * made is recorded on the subject itself, so that it stands in every later one.
     */
    Path prove(SubjectQuestion question);

    /** Lets the log go on after a lawful restore, because a person says so. */
    Continuing.Outcome goOn(Continuing.Order order);

    /**
     * How far a verification is.
     *
     * @param state running, clean, findings or broken
     * @param done how many of {@code total} leaves were read
     * @param size how many leaves the log has
     * @param findings how many were found
     * @param listed the first of them
     */
    record Verification(
            UUID id,
            String state,
            long done,
            long total,
            long size,
            long findings,
            List<Found> listed) {

        /** Copies the list. */
        public Verification {
            listed = List.copyOf(listed);
        }
    }

    /**
     * Something that does not fit.
     *
     * @param kind the end of message key {@code ledger.finding.<kind>}
     */
    record Found(String kind, long place, String what) {}
}
