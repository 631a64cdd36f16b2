package az.qalxan.evidence.intake;

import java.time.Duration;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may set of this module (docs/operating): {@code qalxan.evidence.intake.}{@code
 * piece-mib}, {@code file-gib-max}, {@code free-gib-min}, {@code pieces-at-once}, {@code
 * abandoned-days}.
 */
@Component
final class IntakeSettings {

    private static final String PREFIX = "qalxan.evidence.intake.";
    private static final int PIECE_MIB_MAX = 64;

    private final Environment environment;

    IntakeSettings(Environment environment) {
        this.environment = environment;
    }

    /** Bytes of a piece: what a sender is to send at once, and the most that is taken. */
    int pieceBytes() {
        int mebibytes = Math.clamp(number("piece-mib", 8), 1, PIECE_MIB_MAX);
        return Math.toIntExact(DataSize.ofMegabytes(mebibytes).toBytes());
    }

    long fileBytesMax() {
        return DataSize.ofGigabytes(number("file-gib-max", 4_096)).toBytes();
    }

    /** Bytes that an intake leaves free on the disk. */
    long freeBytesMin() {
        return DataSize.ofGigabytes(number("free-gib-min", 1)).toBytes();
    }

    /** How many pieces are held in memory; more wait. */
    int piecesAtOnce() {
        return number("pieces-at-once", 8);
    }

    /** After so long without a piece an intake counts as abandoned. */
    Duration abandonedAfter() {
        return Duration.ofDays(number("abandoned-days", 7));
    }

    private int number(String name, int usual) {
        return environment.getProperty(PREFIX + name, Integer.class, usual);
    }
}
