package az.qalxan.engines.threatintel.csaf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of product versions: VERS in its canonical form, or the constraints alone, which CSAF
 * calls vls (CSAF 2.1, 3.1.2.3.2).
 *
 * @param scheme the VERS type, "" for vls
 */
record VersionRange(String scheme, List<Constraint> constraints) {

    private static final int CHARS_MAX = 4000;
    private static final Pattern VERS = Pattern.compile("vers:([a-z][a-z0-9.+-]*)/(.+)");
    private static final Pattern CONSTRAINT =
            Pattern.compile("(!=|<=|>=|<|>)?([A-Za-z0-9._~+:%-]++)");
    private static final Pattern SAYS_VERS = Pattern.compile("vers:[a-z.\\-+][a-z0-9.\\-+]*/.+");
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-F]{2})");
    private static final Set<String> REGISTERED =
            Set.of(
                    "all",
                    "none",
                    "alpm",
                    "apk",
                    "cargo",
                    "composer",
                    "conan",
                    "cpan",
                    "cran",
                    "datetime",
                    "deb",
                    "ebuild",
                    "gem",
                    "generic",
                    "github",
                    "golang",
                    "hex",
                    "intdot",
                    "lexicographic",
                    "libversion",
                    "maven",
                    "mattermost",
                    "mozilla",
                    "nginx",
                    "npm",
                    "nuget",
                    "openssl",
                    "pub",
                    "pypi",
                    "rpm",
                    "semver",
                    "swift");

    VersionRange {
        constraints = List.copyOf(constraints);
    }

    /**
     * @param comparator "" for one version
     */
    record Constraint(String comparator, String version) {

        boolean isAbove() {
            return comparator.startsWith(">");
        }

        boolean isBelow() {
            return comparator.startsWith("<");
        }

        boolean isOne() {
            return comparator.isEmpty();
        }
    }

    /** Null where the text is neither canonical VERS nor vls. */
    static @Nullable VersionRange of(String text) {
        if (text.length() > CHARS_MAX) {
            return null;
        }
        Matcher vers = VERS.matcher(text);
        boolean isVers = vers.matches();
        String scheme = isVers ? vers.group(1) : "";
        String rest = isVers ? vers.group(2) : text;
        boolean isWhole = scheme.equals("all") || scheme.equals("none");
        if (isWhole || rest.equals("*")) {
            return isWhole && rest.equals("*") ? new VersionRange(scheme, List.of()) : null;
        }
        if (!isVers && (text.startsWith("vers:") || text.isEmpty())) {
            return null;
        }
        List<Constraint> constraints = constraints(rest);
        if (constraints == null) {
            return null;
        }
        VersionRange range = new VersionRange(scheme, constraints);
        boolean single = scheme.isEmpty() && range.isSingle();
        return range.isCanonical() && !single ? range : null;
    }

    private static @Nullable List<Constraint> constraints(String text) {
        List<Constraint> all = new ArrayList<>();
        for (String part : text.split("\\|", -1)) {
            Matcher m = CONSTRAINT.matcher(part);
            if (!m.matches() || BAD_ESCAPE.matcher(part).find()) {
                return null;
            }
            String comparator = m.group(1) == null ? "" : m.group(1);
            all.add(new Constraint(comparator, part.substring(comparator.length())));
        }
        return all;
    }

    /** Each version once, ascending, and comparators that follow each other with a sense. */
    private boolean isCanonical() {
        Comparator<String> order = order();
        for (int i = 1; i < constraints.size(); i++) {
            String before = constraints.get(i - 1).version;
            if (order.compare(before, constraints.get(i).version) >= 0) {
                return false;
            }
        }
        return oneIsFollowedByUpward() && boundsAlternate();
    }

    private boolean oneIsFollowedByUpward() {
        List<Constraint> included = included();
        for (int i = 1; i < included.size(); i++) {
            if (included.get(i - 1).isOne() && included.get(i).isBelow()) {
                return false;
            }
        }
        return true;
    }

    private boolean boundsAlternate() {
        List<Constraint> bounds = bounds();
        for (int i = 1; i < bounds.size(); i++) {
            if (bounds.get(i - 1).isAbove() == bounds.get(i).isAbove()) {
                return false;
            }
        }
        return true;
    }

    private List<Constraint> included() {
        return constraints.stream().filter(c -> !c.comparator.equals("!=")).toList();
    }

    private List<Constraint> bounds() {
        return constraints.stream().filter(c -> c.isAbove() || c.isBelow()).toList();
    }

    Comparator<String> order() {
        return new VersionOrder(scheme);
    }

    boolean isVers() {
        return !scheme.isEmpty();
    }

    static boolean saysVers(String text) {
        return SAYS_VERS.matcher(text).matches();
    }

    static String schemeOf(String text) {
        return text.substring("vers:".length(), text.indexOf('/'));
    }

    static boolean isRegistered(String scheme) {
        return REGISTERED.contains(scheme);
    }

    /** Whether the text names one version and no range, canonical or not. */
    static boolean namesOne(String text) {
        String rest = saysVers(text) ? text.substring(text.indexOf('/') + 1) : text;
        List<Constraint> constraints = constraints(rest.startsWith("=") ? rest.substring(1) : rest);
        return constraints != null && new VersionRange("", constraints).isSingle();
    }

    private boolean isSingle() {
        List<Constraint> included = included();
        return included.size() == 1 && included.getFirst().isOne();
    }

    /** Whether no highest version is told. */
    boolean isOpenAbove() {
        List<Constraint> included = included();
        return !scheme.equals("none") && (included.isEmpty() || included.getLast().isAbove());
    }

    /** Whether the last bound is one from above. */
    boolean endsBelow() {
        List<Constraint> included = included();
        return !included.isEmpty() && included.getLast().comparator.equals("<");
    }

    boolean contains(String version) {
        return contains(version, 0);
    }

    /**
     * @param shift 0 for the version itself, 1 for a place just above it, -1 just below
     */
    private boolean contains(String version, int shift) {
        Comparator<String> order = order();
        List<Constraint> bounds = bounds();
        boolean inside = bounds.isEmpty() ? included().isEmpty() : bounds.getFirst().isBelow();
        for (Constraint c : constraints) {
            int side = Integer.signum(order.compare(version, c.version));
            side = side == 0 ? shift : side;
            if (side == 0 && !c.isAbove() && !c.isBelow()) {
                return c.isOne();
            }
            if (c.isAbove() || c.isBelow()) {
                boolean passed = side > 0 || side == 0 && isPassedAtItself(c);
                inside = passed ? c.isAbove() : inside;
            }
        }
        return inside && !scheme.equals("none");
    }

    private static boolean isPassedAtItself(Constraint c) {
        return c.comparator.equals(">=") || c.comparator.equals("<");
    }

    boolean overlaps(VersionRange other) {
        Set<String> edges = new TreeSet<>(order());
        constraints.forEach(c -> edges.add(c.version));
        other.constraints.forEach(c -> edges.add(c.version));
        if (edges.isEmpty()) {
            return !scheme.equals("none") && !other.scheme.equals("none");
        }
        for (String edge : edges) {
            for (int shift = -1; shift <= 1; shift++) {
                if (contains(edge, shift) && other.contains(edge, shift)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the versions of both can be told apart by the same order. */
    boolean isComparableWith(VersionRange other) {
        return isVers() == other.isVers()
                && (scheme.equals(other.scheme)
                        || constraints.isEmpty()
                        || other.constraints.isEmpty());
    }
}
