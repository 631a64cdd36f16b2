package az.qalxan.transmission.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a mail as it stands in the bytes.
 *
 * @param place where it stands: {@code 1} is the mail, {@code 1.2} the second part in it
 * @param raw header and body exactly as they came, which is what a signature is over
 * @param body what follows the header, still encoded
 */
record MimePart(
        String place,
        List<Header> headers,
        Type type,
        byte[] raw,
        byte[] body,
        List<MimePart> parts) {

    /** A header line, unfolded; the name is in lower case. */
    record Header(String name, String value) {}

    /** A media type with its parameters; names are in lower case. */
    record Type(String name, Map<String, String> parameters) {

        static final Type PLAIN = new Type("text/plain", Map.of());

        String parameter(String parameter) {
            return parameters.getOrDefault(parameter, "");
        }
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(one -> one.name().equals(name))
                .map(Header::value)
                .findFirst();
    }

    /** A header in readable characters (RFC 2047), empty when it is absent. */
    String readable(String name) {
        String value = header(name).orElse("");
        try {
            return clean(MimeUtility.decodeText(value));
        } catch (UnsupportedEncodingException e) {
            return clean(value);
        }
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    boolean isMultipart() {
        return type.name().startsWith("multipart/");
    }

    String encoding() {
        return header("content-transfer-encoding").orElse("7bit").strip().toLowerCase(Locale.ROOT);
    }

    /** The file name that the part gives itself; empty when it gives none. */
    String fileName() {
        return header("content-disposition")
                .map(MimeReading::parameters)
                .map(parameters -> parameters.getOrDefault("filename", ""))
                .filter(name -> !name.isEmpty())
                .or(() -> Optional.of(type.parameter("name")))
                .map(MimePart::decoded)
                .orElse("");
    }

    private static String decoded(String name) {
        try {
            return clean(MimeUtility.decodeText(name));
        } catch (UnsupportedEncodingException e) {
            return clean(name);
        }
    }

    boolean isAttachment() {
        return header("content-disposition")
                        .map(value -> value.strip().toLowerCase(Locale.ROOT))
                        .filter(value -> value.startsWith("attachment"))
                        .isPresent()
                || !fileName().isEmpty();
    }
}
