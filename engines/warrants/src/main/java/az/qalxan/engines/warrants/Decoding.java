package az.qalxan.engines.warrants;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out in which of the few known encodings a message is, and reads its letters strictly. */
final class Decoding {

    private static final int HEAD_BYTES_MAX = 256;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,120}?encoding\\s{0,9}=\\s{0,9}[\"']([\\w.-]{1,40})");

    /** The letters, or what the bytes should have been. */
    record Decoded(Optional<String> text, String charset) {}

    private Decoding() {}

    static Decoded of(byte[] bytes) {
        Optional<Charset> charset = charset(bytes);
        if (charset.isEmpty()) {
            return new Decoded(Optional.empty(), "UTF-8, UTF-16, US-ASCII or ISO-8859-1");
        }
        try {
            String text =
                    charset.get()
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            return new Decoded(Optional.of(text.replaceFirst("^\uFEFF", "")), charset.get().name());
        } catch (CharacterCodingException e) {
            return new Decoded(Optional.empty(), charset.get().name());
        }
    }

    private static Optional<Charset> charset(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes.length > 1 ? bytes[1] & 0xFF : -1;
        if (first == 0xFE && second == 0xFF || first == 0 && second == '<') {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (first == 0xFF && second == 0xFE || first == '<' && second == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        int start = first == 0xEF ? Math.min(3, bytes.length) : 0;
        int length = Math.min(bytes.length - start, HEAD_BYTES_MAX);
        String head = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        if (!declared.find()) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return switch (declared.group(1).toUpperCase(Locale.ROOT)) {
            case "UTF-8", "UTF8" -> Optional.of(StandardCharsets.UTF_8);
            case "US-ASCII", "ASCII" -> Optional.of(StandardCharsets.US_ASCII);
            case "ISO-8859-1", "LATIN1" -> Optional.of(StandardCharsets.ISO_8859_1);
            default -> Optional.empty();
        };
    }
}
