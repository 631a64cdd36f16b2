package az.qalxan.engines.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** Bytes as text: as they say they are, as UTF-8 if they can be, else by their letters. */
final class Charsets {

    private static final Charset TURKISH = Charset.forName("windows-1254");
    private static final Charset CYRILLIC = Charset.forName("windows-1251");

    private Charsets() {}

    static String decode(byte[] bytes, @Nullable String declared) {
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        Charset named = named(declared);
        if (named != null) {
            return new String(bytes, named);
        }
        return decode(bytes);
    }

    private static String decode(byte[] bytes) {
        Charset wide = wide(bytes);
        if (wide != null) {
            return new String(bytes, wide);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, isCyrillic(bytes) ? CYRILLIC : TURKISH);
        }
    }

    /** A declared name, unless it is unknown or says only that letters are ASCII. */
    private static @Nullable Charset named(@Nullable String declared) {
        if (declared == null || declared.equalsIgnoreCase("us-ascii")) {
            return null;
        }
        try {
            return Charset.forName(declared);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** UTF-16 without a mark: every other byte of a longer stretch is zero. */
    private static @Nullable Charset wide(byte[] bytes) {
        int looked = Math.min(bytes.length, 512) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < looked; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (looked < 8 || Math.max(even, odd) < looked / 4) {
            return null;
        }
        return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    /** In Cyrillic most letters are above ASCII, in Turkish and Azerbaijani few are. */
    private static boolean isCyrillic(byte[] bytes) {
        int high = 0;
        int letters = 0;
        for (int i = 0; i < Math.min(bytes.length, 4096); i++) {
            int c = bytes[i] & 0xff;
            high += c >= 0xc0 ? 1 : 0;
            letters += Character.isLetter(c) && c < 0x80 ? 1 : 0;
        }
        return high > letters;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
