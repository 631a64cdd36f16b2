package az.qalxan.evidence.upkeep;

import az.qalxan.engines.vault.ByteRange;
import az.qalxan.engines.vault.Digests;
import az.qalxan.engines.vault.Verification;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What reading an exhibit's bytes anew told.
 *
 * @param code {@code intact}, {@code damaged}, {@code missing}, {@code sealed} (what says how to
 *     read them is lost) or {@code erased} (their keys were destroyed on purpose)
 * @param ranges where they are damaged, as {@code from–to} in bytes; empty for none
 * @param found what the bytes are now; null when they cannot be read
 */
record Verdict(String code, String ranges, @Nullable Digests found) {

    private static final int RANGES_MAX = 50;

    /** What the vault says, against the digests that were noted when the bytes came. */
    static Verdict of(Verification verification, Digests noted) {
        return switch (verification) {
            case Verification.Intact intact ->
                    intact.digests().equals(noted)
                            ? new Verdict("intact", "", intact.digests())
                            : new Verdict("damaged", "0–" + noted.length(), intact.digests());
            case Verification.Damaged damaged ->
                    new Verdict("damaged", words(damaged.ranges()), null);
            case Verification.Missing ignored -> new Verdict("missing", "", null);
            case Verification.Erased ignored -> new Verdict("erased", "", null);
            case Verification.Sealed ignored -> new Verdict("sealed", "", null);
        };
    }

    private static String words(List<ByteRange> ranges) {
        String shown =
                ranges.stream()
                        .limit(RANGES_MAX)
                        .map(one -> one.from() + "–" + one.end())
                        .collect(Collectors.joining(", "));
        return ranges.size() > RANGES_MAX ? shown + ", …" : shown;
    }

    boolean alarms() {
        return switch (code) {
            case "damaged", "missing", "sealed" -> true;
            default -> false;
        };
    }
}
