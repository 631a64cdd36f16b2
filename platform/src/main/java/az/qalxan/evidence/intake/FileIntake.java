package az.qalxan.evidence.intake;

import az.qalxan.engines.vault.IntakeId;
import az.qalxan.evidence.ExhibitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to an exhibit.
 *
 * @param account whose it is
 * @param received what the last acknowledged piece came to; the vault knows better
 * @param lastAt when the last piece came
 * @param endedAt null while it goes on
 */
record FileIntake(
        IntakeId id,
        ExhibitId exhibit,
        AnnouncedFile file,
        long received,
        IntakeState state,
        String account,
        String begunBy,
        Instant begunAt,
        Instant lastAt,
        @Nullable Instant endedAt) {

    boolean open() {
        return state == IntakeState.RECEIVING;
    }

    int percent() {
        return file.bytes() == 0 ? 100 : (int) (100 * received / file.bytes());
    }
}
