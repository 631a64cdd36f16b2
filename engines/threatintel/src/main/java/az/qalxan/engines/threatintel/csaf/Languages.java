package az.qalxan.engines.threatintel.csaf;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Language tags (BCP 47, RFC 5646) and the subtags that are registered. */
final class Languages {

    private static final Pattern FORM =
            Pattern.compile(
                    "([A-Za-z]{2,3}(-[A-Za-z]{3}(-[A-Za-z]{3}){0,2})?|[A-Za-z]{4,8})"
                            + "(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
                            + "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
                            + "(-[A-WY-Za-wy-z0-9](-[A-Za-z0-9]{2,8})+)*"
                            + "(-[Xx](-[A-Za-z0-9]{1,8})+)?"
                            + ""
                            + "|[Xx](-[A-Za-z0-9]{1,8})+|[Ii]-[Dd][Ee][Ff][Aa][Uu][Ll][Tt]"
                            + "|[Ii]-[Mm][Ii][Nn][Gg][Oo]");
    private static final Pattern PRIVATE_REGION = Pattern.compile("q[m-z]|x[a-z]");
    private static final int CHARS_MAX = 300;
    private static final Map<String, Set<String>> REGISTERED = read();

    private Languages() {}

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> all = new HashMap<>();
        for (String line : Lines.of("subtags.tsv")) {
            int tab = line.indexOf('\t');
            all.put(
                    line.substring(0, tab),
                    Set.copyOf(List.of(line.substring(tab + 1).split(" "))));
        }
        return Map.copyOf(all);
    }

    static boolean isWellFormed(String tag) {
        return tag.length() <= CHARS_MAX && FORM.matcher(tag).matches();
    }

    /** Whether each subtag is registered or reserved for private use. */
    static boolean exists(String text) {
        String tag = text.toLowerCase(Locale.ROOT);
        if (!isWellFormed(tag)) {
            return false;
        }
        if (tag.startsWith("x-") || tag.startsWith("i-")) {
            return true;
        }
        String[] parts = tag.split("-", -1);
        if (!is("language", parts[0]) && !isPrivateLanguage(parts[0])) {
            return false;
        }
        for (int i = 1; i < parts.length && parts[i].length() > 1; i++) {
            if (!isKnown(parts[i], i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKnown(String part, int place) {
        boolean digitFirst = Character.isDigit(part.charAt(0));
        return switch (part.length()) {
            case 2 -> is("region", part) || isPrivateRegion(part);
            case 3 -> digitFirst ? is("region", part) : place <= 3 && is("extlang", part);
            case 4 ->
                    digitFirst ? is("variant", part) : is("script", part) || isPrivateScript(part);
            default -> is("variant", part);
        };
    }

    /** Whether a subtag is one of those that mean nothing without an agreement. */
    static boolean hasPrivateUse(String text) {
        String tag = text.toLowerCase(Locale.ROOT);
        if (tag.startsWith("x-") || tag.contains("-x-")) {
            return true;
        }
        String[] parts = tag.split("-", -1);
        if (isPrivateLanguage(parts[0])) {
            return true;
        }
        for (int i = 1; i < parts.length && parts[i].length() > 1; i++) {
            boolean isRegion = parts[i].length() == 2 && isPrivateRegion(parts[i]);
            if (isRegion || (parts[i].length() == 4 && isPrivateScript(parts[i]))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPrivateLanguage(String part) {
        return part.length() == 3 && part.compareTo("qaa") >= 0 && part.compareTo("qtz") <= 0;
    }

    private static boolean isPrivateScript(String part) {
        return part.compareTo("qaaa") >= 0 && part.compareTo("qabx") <= 0;
    }

    /** AA, QM to QZ, XA to XZ and ZZ (RFC 5646, 2.2.4). */
    private static boolean isPrivateRegion(String part) {
        return part.equals("aa") || part.equals("zz") || PRIVATE_REGION.matcher(part).matches();
    }

    private static boolean is(String kind, String subtag) {
        return REGISTERED.getOrDefault(kind, Set.of()).contains(subtag);
    }
}
