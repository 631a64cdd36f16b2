package az.qalxan.engines.threatintel.csaf;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An order of product versions that fits most schemes: numbers by value, marks of tries before the
 * release, other words after it; what follows a plus does not count.
 */
final class VersionOrder implements Comparator<String> {

    private static final Map<String, Integer> BEFORE_RELEASE =
            Map.ofEntries(
                    Map.entry("dev", -7),
                    Map.entry("snapshot", -6),
                    Map.entry("a", -5),
                    Map.entry("alpha", -5),
                    Map.entry("b", -4),
                    Map.entry("beta", -4),
                    Map.entry("m", -3),
                    Map.entry("milestone", -3),
                    Map.entry("pre", -2),
                    Map.entry("preview", -2),
                    Map.entry("c", -1),
                    Map.entry("cr", -1),
                    Map.entry("rc", -1));

    private final boolean semantic;

    VersionOrder(String scheme) {
        this.semantic =
                List.of("semver", "npm", "cargo", "golang", "hex", "github").contains(scheme);
    }

    @Override
    public int compare(String a, String b) {
        return semantic ? semantic(bare(a), bare(b)) : natural(bare(a), bare(b));
    }

    private static String bare(String version) {
        String v = version.toLowerCase(Locale.ROOT);
        int plus = v.indexOf('+');
        v = plus > 0 ? v.substring(0, plus) : v;
        boolean marked = v.length() > 1 && v.charAt(0) == 'v' && Character.isDigit(v.charAt(1));
        return marked ? v.substring(1) : v;
    }

    private static int semantic(String a, String b) {
        int da = a.indexOf('-');
        int db = b.indexOf('-');
        int order = natural(da < 0 ? a : a.substring(0, da), db < 0 ? b : b.substring(0, db));
        if (order != 0) {
            return order;
        }
        return DocumentVersion.preReleases(
                da < 0 ? "" : a.substring(da + 1), db < 0 ? "" : b.substring(db + 1));
    }

    private static int natural(String a, String b) {
        List<String> as = tokens(a);
        List<String> bs = tokens(b);
        for (int i = 0; i < Math.max(as.size(), bs.size()); i++) {
            String x = i < as.size() ? as.get(i) : "";
            String y = i < bs.size() ? bs.get(i) : "";
            int order = tokens(x, y, i > 0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** An end counts as a zero against a number, as the release against a word. */
    private static int tokens(String x, String y, boolean inside) {
        boolean nx = isNumber(x);
        boolean ny = isNumber(y);
        if ((nx || x.isEmpty()) && (ny || y.isEmpty())) {
            return value(x).compareTo(value(y));
        }
        if (nx != ny && !x.isEmpty() && !y.isEmpty()) {
            return nx ? 1 : -1;
        }
        int order = Integer.compare(rank(x, inside), rank(y, inside));
        return order != 0 ? order : x.compareTo(y);
    }

    private static int rank(String word, boolean inside) {
        if (word.isEmpty()) {
            return 0;
        }
        return inside ? BEFORE_RELEASE.getOrDefault(word, 1) : 1;
    }

    private static BigInteger value(String number) {
        return number.isEmpty() ? BigInteger.ZERO : new BigInteger(number);
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty() && token.charAt(0) >= '0' && token.charAt(0) <= '9';
    }

    private static List<String> tokens(String version) {
        List<String> all = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < version.length(); i++) {
            char c = version.charAt(i);
            boolean isWord = Character.isLetterOrDigit(c);
            boolean changes =
                    !token.isEmpty() && isNumber(token.toString()) != (c >= '0' && c <= '9');
            if (!token.isEmpty() && (!isWord || changes)) {
                all.add(token.toString());
                token.setLength(0);
            }
            if (isWord) {
                token.append(c);
            }
        }
        if (!token.isEmpty()) {
            all.add(token.toString());
        }
        return all;
    }
}
