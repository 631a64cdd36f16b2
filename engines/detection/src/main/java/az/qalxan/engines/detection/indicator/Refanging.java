package az.qalxan.engines.detection.indicator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as people write them so that nobody opens them: {@code hxxp://bad[.]example}. */
final class Refanging {

    private static final Pattern SCHEME =
            Pattern.compile(
                    "^(h(?:xx|tx|xt|\\*\\*)p(s?)|f(?:x|\\*)p)(?=:)", Pattern.CASE_INSENSITIVE);
    private static final Pattern POINT =
            Pattern.compile(
                    "\\s?[\\[({]\\s?(?:\\.|dot)\\s?[\\])}]\\s?|\\\\\\.", Pattern.CASE_INSENSITIVE);
    private static final Pattern AT =
            Pattern.compile("\\s?[\\[({]\\s?(?:@|at)\\s?[\\])}]\\s?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNS = Pattern.compile("[\\[({](://|:|/|//)[\\])}]");

    private Refanging() {}

    /** The text as it is meant. */
    static String refang(String text) {
        String plain = text;
        if (hasSigns(text)) {
            plain = POINT.matcher(plain).replaceAll(".");
            plain = AT.matcher(plain).replaceAll("@");
            plain = SIGNS.matcher(plain).replaceAll("$1");
        }
        Matcher scheme = SCHEME.matcher(plain);
        if (plain.indexOf(':') < 0 || !scheme.lookingAt()) {
            return plain;
        }
        boolean http = scheme.group(2) != null;
        return (http ? "http" + scheme.group(2) : "ftp") + plain.substring(scheme.end());
    }

    private static boolean hasSigns(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '(' || c == '{' || c == '\\') {
                return true;
            }
        }
        return false;
    }
}
