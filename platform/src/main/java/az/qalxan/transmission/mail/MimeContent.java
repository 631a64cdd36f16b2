package az.qalxan.transmission.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;

/** Takes the encoding off a part's body. */
final class MimeContent {

    private MimeContent() {}

    /** The bytes that the part carries. */
    static byte[] bytes(MimePart part) {
        return switch (part.encoding()) {
            case "7bit", "8bit", "binary" -> part.body();
            case "base64" -> base64(part);
            case "quoted-printable" -> quotedPrintable(part);
            default -> throw new MimeReading.Unreadable(part.place(), "encoding");
        };
    }

    private static byte[] base64(MimePart part) {
        try {
            return Base64.getMimeDecoder().decode(part.body());
        } catch (IllegalArgumentException e) {
            throw new MimeReading.Unreadable(part.place(), "base64");
        }
    }

    private static byte[] quotedPrintable(MimePart part) {
        byte[] in = part.body();
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        int at = 0;
        while (at < in.length) {
            if (in[at] != '=') {
                out.write(in[at++]);
            } else {
                at = escape(part, in, at, out);
            }
        }
        return out.toByteArray();
    }

    private static int escape(MimePart part, byte[] in, int at, ByteArrayOutputStream out) {
        if (at + 1 < in.length && in[at + 1] == '\n') {
            return at + 2;
        }
        if (at + 2 < in.length && in[at + 1] == '\r' && in[at + 2] == '\n') {
            return at + 3;
        }
        int high = at + 2 < in.length ? Character.digit(in[at + 1], 16) : -1;
        int low = at + 2 < in.length ? Character.digit(in[at + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw new MimeReading.Unreadable(part.place() + " @" + at, "quoted-printable");
        }
        out.write(high * 16 + low);
        return at + 3;
    }

    /** The text that the part carries. */
    static String text(MimePart part) {
        String name = part.type().parameter("charset");
        try {
            Charset charset = name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
            return new String(bytes(part), charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MimeReading.Unreadable(part.place(), "charset");
        }
    }

    /** Lines end in CRLF, as a signature is made over them (RFC 8551 §3.1.1, RFC 3156 §5). */
    static byte[] canonical(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 64);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) {
                out.write('\r');
            }
            out.write(bytes[i]);
        }
        return out.toByteArray();
    }
}
