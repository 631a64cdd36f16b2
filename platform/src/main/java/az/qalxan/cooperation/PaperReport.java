package az.qalxan.cooperation;

import az.qalxan.cooperation.paper.PaperRead;
import az.qalxan.cooperation.paper.PaperReader;
import az.qalxan.cooperation.paper.PaperSignature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading a paper gave, for the command line.
 *
 * @param json the paper's data; null when it was not understood
 * @param flaws why it was not
 */
public record PaperReport(@Nullable String json, Signed signature, List<Flaw> flaws) {

    /** Longer files are not read. */
    public static final int FILE_BYTES_MAX = PaperReader.FILE_BYTES_MAX;

    public PaperReport {
        flaws = List.copyOf(flaws);
    }

    /** Something wrong: where, and what in English. */
    public record Flaw(String place, String why) {}

    /**
     * What the signature is worth.
     *
     * @param unchanged whether the paper is as it was signed, within the certificate's term
     * @param state its name, for example {@code trial}
     * @param meaning what that means, in English
     * @param at when the signer says it was made; empty when nothing can be told
     */
    public record Signed(
            boolean unchanged,
            String state,
            String meaning,
            String subject,
            String issuer,
            String fingerprint,
            String at) {

        static Signed of(PaperSignature one) {
            boolean unchanged =
                    switch (one.state()) {
                        case SOUND, TRIAL -> true;
                        case EXPIRED, CHANGED, PARTIAL, UNREADABLE, ABSENT -> false;
                    };
            return new Signed(
                    unchanged,
                    one.state().code(),
                    PaperReader.english(one.state()),
                    one.subject(),
                    one.issuer(),
                    one.fingerprint(),
                    one.at() == null ? "" : one.at().toString());
        }
    }

    /** Reads a file; never fails. */
    public static PaperReport of(byte[] file) {
        return switch (PaperReader.read(file)) {
            case PaperRead.Understood paper ->
                    new PaperReport(paper.json(), Signed.of(paper.signature()), List.of());
            case PaperRead.NotUnderstood not ->
                    new PaperReport(
                            null,
                            Signed.of(not.signature()),
                            not.flaws().stream()
                                    .map(flaw ->
                                            new Flaw(flaw.location(), PaperReader.english(flaw)))
                                    .toList());
        };
    }
}
