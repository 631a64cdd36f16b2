package az.qalxan.evidence.dossier;

import az.qalxan.casework.CaseNumber;
import az.qalxan.engines.vault.StoredId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export of exhibits of one case.
 *
 * @param exhibits how many are in it
 * @param author the person's name
 */
record Dossier(
        UUID id,
        CaseNumber caseNumber,
        int sequence,
        Terms terms,
        int exhibits,
        State state,
        Written written,
        Instant at,
        String author) {

    /** A writing of which nothing was heard for so long has died. */
    private static final Duration SILENCE = Duration.ofMinutes(3);

    /**
     * For whom, and why it may go there.
     *
     * @param recipient court or authority, with its address if need be
     * @param basis clause of law or treaty
     * @param document decision or request with number and day
     */
    record Terms(Purpose purpose, String recipient, String basis, String document, String words) {}

    /** How far it is. */
    enum State {
        WAITING,
        WRITING,
        READY,
        FAILED;

        /** The name in the database; message key {@code dossier.state.<code>}. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What was written.
     *
     * @param failure last part of the message key {@code dossier.failure.<code>}; may be empty
     * @param stored the container in the vault; null while there is none
     * @param graph {@code valid}, {@code unjudged} without shapes, empty before
     */
    record Written(
            long bytesDone,
            long bytesAll,
            String failure,
            @Nullable StoredId stored,
            String sha256,
            long length,
            String graph,
            @Nullable UUID entry,
            Instant touchedAt) {

        int percent() {
            return bytesAll == 0 ? 0 : (int) Math.min(99, 100 * bytesDone / bytesAll);
        }
    }

    /** As people quote it. */
    String number() {
        return caseNumber + "/D" + sequence;
    }

    String fileName() {
        return (caseNumber + "-D" + sequence).replaceAll("[^A-Za-z0-9-]", "-") + ".asice";
    }

    String path() {
        return "/evidence/dossiers/" + id;
    }

    boolean running(Instant now) {
        return (state == State.WAITING || state == State.WRITING) && !stopped(now);
    }

    /** Whether its writer died, so that it must be asked for anew. */
    boolean stopped(Instant now) {
        return (state == State.WAITING || state == State.WRITING)
                && written.touchedAt().plus(SILENCE).isBefore(now);
    }
}
