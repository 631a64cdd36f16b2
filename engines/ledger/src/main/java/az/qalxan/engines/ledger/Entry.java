package az.qalxan.engines.ledger;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One leaf of the log (docs/ledger-entry.md): binds somebody's record to a time and a place in the
 * log, and tells nothing of what the record says. The log keeps {@link #bytes}; the record itself
 * and its salt are kept elsewhere and may be erased.
 *
 * @param at to the microsecond, years 1970 to 9999
 * @param subject what the record is about, blinded by a key of the keeper ({@link Digest#blinded});
 *     {@link Digest#NONE} where there is no subject
 * @param digest binds the record by {@link Opening#digest}
 */
public record Entry(Kind kind, UUID id, Instant at, Digest subject, Digest digest) {

    /** More bytes than any entry has. */
    public static final int BYTES_MAX = 512;

    private static final String HEADER = "qalxan.az/ledger-entry@v1";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** The last time that an entry can have; the first is 1970. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private static final String[] NAMES = {"kind ", "id ", "at ", "subject ", "digest "};

    /** What sort of record an entry stands for: a word of lower-case ASCII letters. */
    public record Kind(String word) {

        private static final int LENGTH_MAX = 32;

        /**
         * Checks the word.
         *
         * @throws IllegalArgumentException unless it has 1 to 32 of the letters a to z
         */
        public Kind {
            if (!isValid(word)) {
                throw new IllegalArgumentException("no kind of an entry: " + word);
            }
        }

        private static boolean isValid(String word) {
            return !word.isEmpty()
                    && word.length() <= LENGTH_MAX
                    && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
        }
    }

    /**
     * Cuts the time to microseconds.
     *
     * @throws IllegalArgumentException for a time before 1970 or after 9999
     */
    public Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("no time of an entry: " + at);
        }
    }

    /** The only spelling, as it becomes a leaf. */
    public byte[] bytes() {
        String text =
                """
                %s
                kind %s
                id %s
                at %s
                subject %s
                digest %s
                """
                        .formatted(
                                HEADER,
                                kind.word(),
                                id,
                                TIME.format(at),
                                subject.hex(),
                                digest.hex());
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads what {@link #bytes} writes, to the last byte; empty for anything else. */
    public static Optional<Entry> parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            return Optional.empty();
        }
        String[] lines = new String(bytes, StandardCharsets.US_ASCII).split("\n");
        if (lines.length != 1 + NAMES.length || !lines[0].equals(HEADER)) {
            return Optional.empty();
        }
        String[] values = new String[NAMES.length];
        for (int i = 0; i < NAMES.length; i++) {
            if (!lines[i + 1].startsWith(NAMES[i])) {
                return Optional.empty();
            }
            values[i] = lines[i + 1].substring(NAMES[i].length());
        }
        return of(values).filter(entry -> Arrays.equals(entry.bytes(), bytes));
    }

    private static Optional<Entry> of(String[] values) {
        Optional<Digest> subject = Digest.ofHex(values[3]);
        Optional<Digest> digest = Digest.ofHex(values[4]);
        if (!Kind.isValid(values[0]) || subject.isEmpty() || digest.isEmpty()) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(values[1]);
            Instant at = Instant.from(TIME.parse(values[2]));
            Kind kind = new Kind(values[0]);
            return Optional.of(new Entry(kind, id, at, subject.get(), digest.get()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
