package az.qalxan.engines.container;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A file of a container.
 *
 * @param path of letters, digits, points, hyphens and underscores of ASCII, parted by slashes: it
 *     is the same to every program that reads it
 * @param mediaType for example {@code application/pdf}
 * @param sha256 hexadecimal
 */
public record Member(String path, String mediaType, long length, String sha256) {

    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*){0,9}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*(; ?charset=[a-z0-9-]+)?");
    private static final int LENGTH_MAX = 200;

    /** Checks path and media type. */
    public Member {
        if (!isPath(path)) {
            throw new IllegalArgumentException("no path of a container: " + path);
        }
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("no media type: " + mediaType);
        }
    }

    /** Whether a file may have that path. */
    public static boolean isPath(String path) {
        return path.length() <= LENGTH_MAX && PATH.matcher(path).matches();
    }

    /** A name that may stand in a path, as near to the given one as ASCII allows. */
    public static String safeName(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replace('ə', 'e')
                        .replace('Ə', 'E')
                        .replace('ı', 'i')
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^A-Za-z0-9._-]", "_")
                        .replaceFirst("^[.-]+", "_");
        int from = Math.max(0, plain.length() - LENGTH_MAX / 2);
        String kept = plain.substring(from).replaceFirst("^[.-]+", "_");
        return kept.isEmpty() ? "_" : kept;
    }
}
