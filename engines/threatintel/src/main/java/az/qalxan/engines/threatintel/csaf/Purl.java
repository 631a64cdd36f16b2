package az.qalxan.engines.threatintel.csaf;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A package URL (ECMA-427) in its canonical form. */
record Purl(
        String type,
        String namespace,
        String name,
        String version,
        Set<String> qualifiers,
        String subpath) {

    private static final int CHARS_MAX = 4000;
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9.-]*");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9._-]*");
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Set<String> WITHOUT_NAMESPACE =
            Set.of(
                    "cran",
                    "gem",
                    "pypi",
                    "nuget",
                    "cargo",
                    "hackage",
                    "mlflow",
                    "oci",
                    "pub",
                    "cocoapods",
                    "conda",
                    "bitnami",
                    "opam",
                    "julia");
    private static final Set<String> NAMESPACE_WANTED =
            Set.of("maven", "github", "bitbucket", "swift", "composer");

    Purl {
        qualifiers = Set.copyOf(qualifiers);
    }

    /** Null where it is none, or not in the canonical form that CSAF asks for. */
    static @Nullable Purl of(String text) {
        if (!isPlain(text)
                || text.length() > CHARS_MAX
                || !text.startsWith("pkg:")
                || text.startsWith("pkg:/")) {
            return null;
        }
        String rest = text.substring("pkg:".length());
        int hash = rest.lastIndexOf('#');
        String subpath = hash < 0 ? "" : rest.substring(hash + 1);
        rest = hash < 0 ? rest : rest.substring(0, hash);
        int mark = rest.lastIndexOf('?');
        Set<String> qualifiers = mark < 0 ? Set.of() : qualifiers(rest.substring(mark + 1));
        rest = mark < 0 ? rest : rest.substring(0, mark);
        if (qualifiers == null || BAD_ESCAPE.matcher(rest).find() || !isSubpath(subpath)) {
            return null;
        }
        return path(rest, qualifiers, subpath);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Purl path(String rest, Set<String> qualifiers, String subpath) {
        int slash = rest.indexOf('/');
        if (slash < 0) {
            return null;
        }
        String type = rest.substring(0, slash);
        String path = strip(rest.substring(slash + 1));
        int at = path.lastIndexOf('@');
        boolean hasVersion = at > path.lastIndexOf('/');
        String version = hasVersion ? decode(path.substring(at + 1)) : "";
        path = hasVersion ? path.substring(0, at) : path;
        int last = path.lastIndexOf('/');
        String namespace = last < 0 ? "" : decode(path.substring(0, last));
        String name = decode(path.substring(last + 1));
        if (!TYPE.matcher(type).matches() || name.isEmpty() || namespace.contains("//")) {
            return null;
        }
        if (hasVersion && version.isEmpty()) {
            return null;
        }
        Purl purl = new Purl(type, namespace, name, version, qualifiers, subpath);
        return purl.keepsItsType() ? purl : null;
    }

    /** What the definitions of the commonest types ask for. */
    private boolean keepsItsType() {
        if (NAMESPACE_WANTED.contains(type) && namespace.isEmpty()) {
            return false;
        }
        if (type.equals("cpan") || type.equals("conan")) {
            return true;
        }
        return !WITHOUT_NAMESPACE.contains(type) || namespace.isEmpty();
    }

    private static @Nullable Set<String> qualifiers(String text) {
        Set<String> all = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1
                    || !KEY.matcher(pair.substring(0, equals)).matches()
                    || BAD_ESCAPE.matcher(pair).find()
                    || !keys.add(pair.substring(0, equals))) {
                return null;
            }
            all.add(pair);
        }
        return all;
    }

    private static boolean isSubpath(String subpath) {
        return !BAD_ESCAPE.matcher(subpath).find()
                && Arrays.stream(subpath.split("/"))
                        .noneMatch(part -> part.equals(".") || part.equals(".."));
    }

    private static String strip(String path) {
        String stripped = path;
        while (stripped.startsWith("/")) {
            stripped = stripped.substring(1);
        }
        return stripped;
    }

    private static String decode(String text) {
        return text.indexOf('%') < 0
                ? text
                : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Equal for those that differ in their qualifiers only. */
    String withoutQualifiers() {
        String one = String.join("\n", type, namespace, name, version, subpath);
        return Set.of("github", "bitbucket", "composer", "pypi").contains(type)
                ? one.toLowerCase(Locale.ROOT)
                : one;
    }
}
