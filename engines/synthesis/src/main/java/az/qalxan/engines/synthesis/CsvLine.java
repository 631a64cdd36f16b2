package az.qalxan.engines.synthesis;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** One line of comma-separated values after RFC 4180, with a line feed at its end. */
final class CsvLine {

    private final StringBuilder line = new StringBuilder();

    CsvLine add(@Nullable Object value) {
        if (!line.isEmpty()) {
            line.append(',');
        }
        String text = value == null ? "" : value.toString();
        if (isPlain(text)) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
        return this;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }

    void writeTo(Writer out) throws IOException {
        out.append(text());
    }

    /** The line with its end. */
    String text() {
        return line + "\n";
    }
}
