package az.qalxan.engines.threatintel.misp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which paths of STIX say what a type of attribute says. */
final class Attributes {

    /** One comparison: what lies there equals the value. */
    record Term(String path, String value) {

        /** As a pattern writes it. */
        String comparison() {
            return path + " = " + (number(path) ? value : quoted(value));
        }

        private static String quoted(String value) {
            return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
        }
    }

    /** A value of a type of MISP. */
    record Typed(String type, String value) {}

    private static final Pattern COMPARISON =
            Pattern.compile(
                    "\\G(?<path>[a-z0-9-]+:[^=<>\\[\\]]+(?:\\[\\*][^=<>\\[\\]]*)?) = "
                            + "(?<value>'(?:[^'\\\\]|\\\\['\\\\])*'|[0-9]{1,18})(?: AND |$)");

    private static final Map<String, List<String>> PATHS = read();

    private Attributes() {}

    private static Map<String, List<String>> read() {
        try (InputStream in = Attributes.class.getResourceAsStream("attributes.txt")) {
            if (in == null) {
                throw new IllegalStateException("attributes.txt is not where this class is");
            }
            Map<String, List<String>> paths = new LinkedHashMap<>();
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] halves = line.split(" = ", 2);
                    paths.put(halves[0], List.of(halves[1].split(" \\| ")));
                }
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean number(String path) {
        return path.endsWith("_port")
                || path.equals("file:size")
                || path.equals("autonomous-system:number");
    }

    /** The comparisons that say the same; none when STIX has no words for it. */
    static List<Term> terms(String type, String value) {
        List<String> paths = PATHS.getOrDefault(type, List.of());
        String[] values =
                paths.size() > 1 ? value.split("\\|", paths.size()) : new String[] {value};
        if (paths.isEmpty() || values.length != paths.size()) {
            return List.of();
        }
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Optional<Term> term = term(paths.get(i), values[i]);
            if (term.isEmpty()) {
                return List.of();
            }
            terms.add(term.get());
        }
        return terms;
    }

    private static Optional<Term> term(String path, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String real = path.equals("ip:value") ? family(value) : path;
        String bare =
                path.equals("autonomous-system:number") ? value.replaceFirst("(?i)^AS", "") : value;
        boolean digits = bare.length() <= 15 && bare.chars().allMatch(c -> c >= '0' && c <= '9');
        return number(real) && !digits ? Optional.empty() : Optional.of(new Term(real, bare));
    }

    private static String family(String address) {
        return address.indexOf(':') >= 0 ? "ipv6-addr:value" : "ipv4-addr:value";
    }

    /** The type of MISP that says what the comparisons say together, when there is one. */
    static Optional<Typed> typed(List<Term> terms) {
        List<String> paths = terms.stream().map(term -> general(term.path())).toList();
        return PATHS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(paths))
                .findFirst()
                .map(entry -> new Typed(entry.getKey(), value(entry.getKey(), terms)));
    }

    private static String value(String type, List<Term> terms) {
        String joined = String.join("|", terms.stream().map(Term::value).toList());
        return type.equals("AS") ? "AS" + joined : joined;
    }

    private static String general(String path) {
        return path.equals("ipv4-addr:value") || path.equals("ipv6-addr:value") ? "ip:value" : path;
    }

    /** All single paths, for reading observables. */
    static List<String> singlePaths() {
        return PATHS.values().stream()
                .filter(paths -> paths.size() == 1)
                .map(List::getFirst)
                .distinct()
                .toList();
    }

    /** A pattern of one observation with equalities only; none when it says more. */
    static List<Term> termsOf(String pattern) {
        if (!pattern.startsWith("[") || !pattern.endsWith("]")) {
            return List.of();
        }
        String inner = pattern.substring(1, pattern.length() - 1);
        Matcher matcher = COMPARISON.matcher(inner);
        List<Term> terms = new ArrayList<>();
        int end = 0;
        while (matcher.find()) {
            String value = matcher.group("value");
            String bare =
                    value.startsWith("'")
                            ? value.substring(1, value.length() - 1)
                                    .replaceAll("\\\\(['\\\\])", "$1")
                            : value;
            terms.add(new Term(matcher.group("path"), bare));
            end = matcher.end();
        }
        return end == inner.length() ? terms : List.of();
    }
}
