package az.qalxan.engines.content;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Text of RTF: control words are passed over, groups that hold no text are left out. */
final class RichTextReader implements PartReader {

    private static final Charset WINDOWS = Charset.forName("windows-1254");
    private static final Set<String> SILENT =
            Set.of(
                    "fonttbl",
                    "colortbl",
                    "stylesheet",
                    "info",
                    "pict",
                    "object",
                    "themedata",
                    "generator",
                    "listtable",
                    "datastore",
                    "xmlnstbl");

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        byte[] bytes = source.read(0, TextReader.BYTES_MAX);
        draft.text(text(new String(bytes, StandardCharsets.ISO_8859_1), draft.textRoom() + 1));
    }

    private static String text(String rtf, int max) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        int silent = Integer.MAX_VALUE;
        int at = 0;
        while (at < rtf.length() && text.length() < max) {
            char c = rtf.charAt(at++);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                silent = depth < silent ? Integer.MAX_VALUE : silent;
            } else if (c == '\\' && at < rtf.length()) {
                int end = wordEnd(rtf, at);
                String word = rtf.substring(at, end);
                if (SILENT.contains(word) || rtf.startsWith("*", at)) {
                    silent = Math.min(silent, depth);
                }
                at = control(rtf, at, silent == Integer.MAX_VALUE ? text : new StringBuilder());
            } else if (c >= ' ' && silent == Integer.MAX_VALUE) {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static int wordEnd(String rtf, int at) {
        int end = at;
        while (end < rtf.length() && end - at < 32 && Character.isLetter(rtf.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Reads one control behind its backslash; gives the place behind it. */
    private static int control(String rtf, int at, StringBuilder text) {
        char c = rtf.charAt(at);
        if (c == '\'' && at + 2 < rtf.length()) {
            int high = Character.digit(rtf.charAt(at + 1), 16);
            int low = Character.digit(rtf.charAt(at + 2), 16);
            if (high >= 0 && low >= 0) {
                text.append(new String(new byte[] {(byte) (high << 4 | low)}, WINDOWS));
            }
            return at + 3;
        }
        int end = wordEnd(rtf, at);
        if (end == at) {
            if (c == '\\' || c == '{' || c == '}') {
                text.append(c);
            }
            return at + 1;
        }
        String word = rtf.substring(at, end);
        int digits = end;
        while (digits < rtf.length()
                && digits - end < 8
                && (Character.isDigit(rtf.charAt(digits)) || rtf.charAt(digits) == '-')) {
            digits++;
        }
        written(word, rtf.substring(end, digits), text);
        if (word.equals("u") && digits < rtf.length() && rtf.charAt(digits) == '?') {
            return digits + 1;
        }
        return digits < rtf.length() && rtf.charAt(digits) == ' ' ? digits + 1 : digits;
    }

    private static void written(String word, String number, StringBuilder text) {
        switch (word) {
            case "par", "line", "row" -> text.append('\n');
            case "tab", "cell" -> text.append(' ');
            case "u" -> {
                if (number.matches("-?\\d{1,5}")) {
                    text.append((char) Integer.parseInt(number));
                }
            }
            default -> {}
        }
    }
}
