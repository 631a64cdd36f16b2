package az.qalxan.engines.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/** Says what a file is from its first bytes; its name only helps where bytes leave it open. */
public final class TypeSniffer {

    /** How many first bytes are worth giving. */
    public static final int HEAD_BYTES = Magic.HEAD_BYTES;

    private static final int TIKA_BYTES = 1 << 16;
    private static final MimeTypes TIKA = MimeTypes.getDefaultMimeTypes();
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern HEADER =
            Pattern.compile(
                    "(?i)(return-path|received|from|to|subject|date|message-id|mime-version"
                            + "|delivered-to|x-[a-z-]{1,40}|dkim-signature|content-type): ?\\S.*");

    private TypeSniffer() {}

    /** What a file with these first bytes is. */
    public static ContentType sniff(byte[] head, String name) {
        if (head.length == 0) {
            return new ContentType("application/x-empty", "", ContentFamily.OTHER);
        }
        if (startsWith(head, SQLITE)) {
            return new ContentType("application/x-sqlite3", "sqlite", ContentFamily.DATABASE);
        }
        Optional<ContentType> own = Magic.ours().of(head);
        if (own.isPresent()) {
            return own.get();
        }
        return mail(head, name).orElseGet(() -> tika(head, name));
    }

    static ContentType sniff(Source source, String name) throws IOException {
        return sniff(source.read(0, HEAD_BYTES), name);
    }

    /** What the name alone suggests. */
    static ContentType byName(String name) {
        return tika(new byte[0], name);
    }

    /** The type of a media type that a reader found inside. */
    static ContentType media(String media) {
        return new ContentType(media, "", Magic.ours().family(media));
    }

    private static Optional<ContentType> mail(byte[] head, String name) {
        String text = new String(head, 0, Math.min(head.length, 4096), StandardCharsets.ISO_8859_1);
        if (text.startsWith("From ") && text.indexOf('\n') > 0) {
            String second = text.substring(text.indexOf('\n') + 1).split("\r?\n", 2)[0];
            if (HEADER.matcher(second).matches()) {
                return Optional.of(media("application/mbox"));
            }
        }
        String lower = name.toLowerCase(Locale.ROOT);
        long headers =
                text.lines()
                        .limit(12)
                        .takeWhile(line -> !line.isBlank())
                        .filter(line -> HEADER.matcher(line).matches())
                        .count();
        return headers >= 3 || headers >= 1 && lower.endsWith(".eml")
                ? Optional.of(media("message/rfc822"))
                : Optional.empty();
    }

    private static ContentType tika(byte[] head, String name) {
        Metadata metadata = new Metadata();
        if (!name.isBlank()) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        byte[] some = head.length > TIKA_BYTES ? Arrays.copyOf(head, TIKA_BYTES) : head;
        try {
            return media(
                    TIKA.detect(head.length == 0 ? null : new ByteArrayInputStream(some), metadata)
                            .getBaseType()
                            .toString());
        } catch (IOException e) {
            return ContentType.UNKNOWN;
        }
    }

    private static boolean startsWith(byte[] head, byte[] beginning) {
        return head.length >= beginning.length
                && Arrays.equals(head, 0, beginning.length, beginning, 0, beginning.length);
    }
}
