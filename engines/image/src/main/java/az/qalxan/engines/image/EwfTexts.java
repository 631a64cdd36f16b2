package az.qalxan.engines.image;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts of header and header2 sections: lines of names and values between tabs. */
final class EwfTexts {

    private static final int BYTES_MAX = 1 << 20;
    private static final int VALUE_CHARS_MAX = 20_000;

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("c", "caseNumber"),
                    Map.entry("n", "evidenceNumber"),
                    Map.entry("a", "description"),
                    Map.entry("e", "examiner"),
                    Map.entry("t", "notes"),
                    Map.entry("av", "software"),
                    Map.entry("ov", "operatingSystem"),
                    Map.entry("m", "acquired"),
                    Map.entry("u", "systemTime"),
                    Map.entry("p", "passwordHash"),
                    Map.entry("md", "model"),
                    Map.entry("sn", "serialNumber"),
                    Map.entry("l", "deviceLabel"),
                    Map.entry("r", "compression"),
                    Map.entry("pid", "processId"),
                    Map.entry("dc", "unknownDc"),
                    Map.entry("ext", "extents"));

    private EwfTexts() {}

    /** Reads such a section; nothing where it cannot be inflated. */
    static Optional<Map<String, String>> of(EwfSection section) throws java.io.IOException {
        return Inflation.whole(section.content(BYTES_MAX), BYTES_MAX)
                .map(bytes -> of(text(bytes, section.type().equals("header2"))));
    }

    private static String text(byte[] bytes, boolean wide) {
        boolean marked =
                bytes.length >= 2 && (bytes[0] & 0xff) >= 0xfe && (bytes[1] & 0xff) >= 0xfe;
        if (wide || marked) {
            return new String(bytes, marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE);
        }
        return decoded(bytes, StandardCharsets.UTF_8)
                .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> of(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        int main = lines.indexOf("main");
        if (main < 0 || main + 2 >= lines.size()) {
            return values;
        }
        String[] names = lines.get(main + 1).split("\t", -1);
        String[] told = lines.get(main + 2).split("\t", -1);
        for (int i = 0; i < Math.min(names.length, told.length); i++) {
            String value = told[i].strip();
            if (!value.isEmpty()) {
                String shown = value.substring(0, Math.min(value.length(), VALUE_CHARS_MAX));
                values.put(
                        NAMES.getOrDefault(names[i], names[i]),
                        names[i].equals("m") || names[i].equals("u") ? time(shown) : shown);
            }
        }
        return values;
    }

    /** Seconds of the epoch, or a local time in six numbers without any zone. */
    private static String time(String value) {
        try {
            if (value.matches("\\d{1,11}")) {
                return Instant.ofEpochSecond(Long.parseLong(value)).toString();
            }
            if (value.matches("\\d{1,4}( \\d{1,2}){5}")) {
                String[] parts = value.split(" ");
                return java.time.LocalDateTime.of(
                                Integer.parseInt(parts[0]),
                                Integer.parseInt(parts[1]),
                                Integer.parseInt(parts[2]),
                                Integer.parseInt(parts[3]),
                                Integer.parseInt(parts[4]),
                                Integer.parseInt(parts[5]))
                        .toString();
            }
            return value;
        } catch (DateTimeException e) {
            return value;
        }
    }
}
