package az.qalxan.engines.vault;

import java.util.regex.Pattern;

/** What identifies a stream of bytes: three digests in lower-case hexadecimal, and its length. */
public record Digests(String sha256, String sha1, String md5, long length) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

    public Digests {
        if (!SHA256.matcher(sha256).matches()
                || !SHA1.matcher(sha1).matches()
                || !MD5.matcher(md5).matches()
                || length < 0) {
            throw new IllegalArgumentException(
                    "not digests: " + sha256 + ", " + sha1 + ", " + md5 + ", " + length);
        }
    }
}
