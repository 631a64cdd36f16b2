package az.qalxan.evidence.intake;

import az.qalxan.engines.vault.Digests;
import az.qalxan.evidence.Exhibit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an intake stands, for programs and for the page's script.
 *
 * @param exhibit the id of the exhibit
 * @param number of the exhibit
 * @param path of the exhibit's page
 * @param received how many bytes would outlive a crash: where to go on
 * @param digested how many of them are digested, while the end is prepared
 * @param piece how many bytes to send at once at most; all pieces but the last are multiples of
 *     65,536 bytes
 * @param sha256 and the other digests when the file is stored; null before
 */
record Standing(
        UUID id,
        UUID exhibit,
        String number,
        String path,
        String name,
        long bytes,
        long modified,
        String state,
        long received,
        long digested,
        int piece,
        @Nullable String sha256,
        @Nullable String sha1,
        @Nullable String md5) {

    static Standing of(FileIntake intake, Exhibit exhibit, Progress progress) {
        Digests digests =
                intake.state() == IntakeState.STORED && exhibit.stored() != null
                        ? exhibit.stored().digests()
                        : null;
        return new Standing(
                intake.id().value(),
                exhibit.id().value(),
                exhibit.number().toString(),
                exhibit.path(),
                intake.file().name(),
                intake.file().bytes(),
                intake.file().modified(),
                intake.state().code(),
                progress.received(),
                progress.digested(),
                progress.piece(),
                digests == null ? null : digests.sha256(),
                digests == null ? null : digests.sha1(),
                digests == null ? null : digests.md5());
    }

    /** How far the bytes are. */
    record Progress(long received, long digested, int piece) {}
}
