package az.qalxan.engines.threatintel.csaf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An SPDX licence expression (SPDX 3.0.1, annex B, without DocumentRef).
 *
 * @param licenses the licence identifiers in it, a + after them left out
 * @param exceptions what stands after WITH
 */
record LicenseExpression(List<String> licenses, List<String> exceptions) {

    private static final int CHARS_MAX = 4000;
    private static final int DEPTH_MAX = 100;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]+");
    private static final Map<String, Set<String>> LISTED = read();
    private static final String SCANCODE = "LicenseRef-scancode-";

    /** The commonest keys of ScanCode's LicenseDB beside SPDX; the whole list is not shipped. */
    private static final Set<String> SCANCODE_KEYS =
            Set.of(
                    "public-domain",
                    "public-domain-disclaimer",
                    "us-govt-public-domain",
                    "proprietary-license",
                    "commercial-license",
                    "free-unknown",
                    "unknown",
                    "unknown-license-reference",
                    "unknown-spdx",
                    "other-permissive",
                    "other-copyleft",
                    "warranty-disclaimer",
                    "generic-cla",
                    "all-rights-reserved",
                    "generic-export-compliance",
                    "generic-trademark",
                    "patent-disclaimer",
                    "khronos",
                    "oracle-bcl-javase-javafx-2013",
                    "sun-bcl-sdk-6.0",
                    "ms-net-library",
                    "elastic-license-2018",
                    "facebook-patent-rights-2",
                    "dco-1.1",
                    "bsd-3-clause-no-trademark");

    LicenseExpression {
        licenses = List.copyOf(licenses);
        exceptions = List.copyOf(exceptions);
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> all = new HashMap<>();
        for (String line : Lines.of("spdx.tsv")) {
            String[] cells = line.split("\t");
            Set<String> ids = new HashSet<>();
            for (String id : cells[1].split(" ")) {
                ids.add(id.toLowerCase(Locale.ROOT));
            }
            all.put(cells[0], ids);
        }
        return all;
    }

    /** Null where the text is no licence expression. */
    static @Nullable LicenseExpression of(String text) {
        if (text.length() > CHARS_MAX) {
            return null;
        }
        Parser parser = new Parser(text);
        return parser.compound(0) && parser.isAtEnd()
                ? new LicenseExpression(parser.licenses, parser.exceptions)
                : null;
    }

    List<String> all() {
        List<String> all = new ArrayList<>(licenses);
        all.addAll(exceptions);
        return all;
    }

    /** Whether SPDX or ScanCode list all that is named. */
    boolean isListed() {
        return all().stream().allMatch(LicenseExpression::isListed);
    }

    static boolean isListed(String id) {
        return isSpdx(id) || isScancode(id);
    }

    private static boolean isSpdx(String id) {
        return List.of("license", "exception", "deprecated", "deprecated-exception").stream()
                .anyMatch(kind -> isIn(kind, id));
    }

    private static boolean isScancode(String id) {
        return id.startsWith(SCANCODE) && SCANCODE_KEYS.contains(id.substring(SCANCODE.length()));
    }

    static boolean isDeprecated(String id) {
        return isIn("deprecated", id) || isIn("deprecated-exception", id);
    }

    /** Whether a list that is known here should have it, but has not. */
    static boolean isUnknown(String id) {
        boolean isOfOthers =
                !id.startsWith(SCANCODE)
                        && (id.startsWith("LicenseRef-") || id.startsWith("AdditionRef-"));
        return !isOfOthers && !isListed(id);
    }

    private static boolean isIn(String kind, String id) {
        return LISTED.getOrDefault(kind, Set.of()).contains(id.toLowerCase(Locale.ROOT));
    }

    private static final class Parser {

        private final String[] tokens;
        private final List<String> licenses = new ArrayList<>();
        private final List<String> exceptions = new ArrayList<>();
        private int next;

        Parser(String text) {
            this.tokens = text.replace("(", " ( ").replace(")", " ) ").trim().split("\\s+");
        }

        boolean isAtEnd() {
            return next == tokens.length;
        }

        private String token() {
            return isAtEnd() ? "" : tokens[next];
        }

        private boolean takes(String word) {
            boolean is = token().equals(word) || token().equals(word.toLowerCase(Locale.ROOT));
            next += is ? 1 : 0;
            return is;
        }

        boolean compound(int depth) {
            do {
                if (!simple(depth)) {
                    return false;
                }
            } while (takes("AND") || takes("OR"));
            return true;
        }

        private boolean simple(int depth) {
            if (takes("(")) {
                return depth < DEPTH_MAX && compound(depth + 1) && takes(")");
            }
            String id = token();
            boolean later = id.endsWith("+") && !id.startsWith("LicenseRef-");
            String bare = later ? id.substring(0, id.length() - 1) : id;
            if (!isId(bare) || bare.startsWith("AdditionRef-")) {
                return false;
            }
            next++;
            licenses.add(bare);
            return !takes("WITH") || exception();
        }

        private boolean exception() {
            String id = token();
            next++;
            exceptions.add(id);
            return isId(id) && !id.startsWith("LicenseRef-");
        }

        private static boolean isId(String id) {
            boolean isWord = List.of("AND", "OR", "WITH").contains(id.toUpperCase(Locale.ROOT));
            boolean isEmptyRef = id.equals("LicenseRef-") || id.equals("AdditionRef-");
            return ID.matcher(id).matches() && !isWord && !isEmptyRef;
        }
    }
}
