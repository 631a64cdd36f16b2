package az.qalxan.engines.threatintel.csaf;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A version of a document: a whole number or a semantic version (CSAF 2.1, 3.1). */
record DocumentVersion(
        BigInteger major,
        BigInteger minor,
        BigInteger patch,
        String preRelease,
        String build,
        boolean isInteger)
        implements Comparable<DocumentVersion> {

    private static final int CHARS_MAX = 500;
    private static final Pattern SEMANTIC =
            Pattern.compile(
                    "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)"
                            + "(?:-([0-9A-Za-z.-]+))?(?:\\+([0-9A-Za-z.-]+))?");
    private static final Pattern INTEGER = Pattern.compile("0|[1-9]\\d*");

    static @Nullable DocumentVersion of(String text) {
        if (text.length() > CHARS_MAX) {
            return null;
        }
        if (INTEGER.matcher(text).matches()) {
            return new DocumentVersion(
                    new BigInteger(text), BigInteger.ZERO, BigInteger.ZERO, "", "", true);
        }
        Matcher m = SEMANTIC.matcher(text);
        if (!m.matches()) {
            return null;
        }
        return new DocumentVersion(
                new BigInteger(m.group(1)),
                new BigInteger(m.group(2)),
                new BigInteger(m.group(3)),
                m.group(4) == null ? "" : m.group(4),
                m.group(5) == null ? "" : m.group(5),
                false);
    }

    boolean isZero() {
        return major.signum() == 0;
    }

    /** Order of Semantic Versioning 2.0.0, clause 11: build data does not count. */
    @Override
    public int compareTo(DocumentVersion other) {
        int order = core(other);
        return order != 0 ? order : preReleases(preRelease, other.preRelease);
    }

    /** Order of the three numbers alone. */
    int core(DocumentVersion other) {
        int order = major.compareTo(other.major);
        order = order != 0 ? order : minor.compareTo(other.minor);
        return order != 0 ? order : patch.compareTo(other.patch);
    }

    static int preReleases(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        String[] as = a.split("\\.", -1);
        String[] bs = b.split("\\.", -1);
        for (int i = 0; i < Math.min(as.length, bs.length); i++) {
            int order = identifiers(as[i], bs[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(as.length, bs.length);
    }

    private static int identifiers(String a, String b) {
        boolean na = isNumber(a);
        boolean nb = isNumber(b);
        if (na && nb) {
            return new BigInteger(a).compareTo(new BigInteger(b));
        }
        return na != nb ? (na ? -1 : 1) : a.compareTo(b);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
