package az.qalxan.engines.knownfiles;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The digest of a file's bytes. */
public record FileHash(HashKind kind, byte[] bytes) {

    /** Copies the bytes and checks their number. */
    public FileHash {
        if (bytes.length != kind.bytes()) {
            throw new IllegalArgumentException(kind + " has " + kind.bytes() + " bytes");
        }
        bytes = bytes.clone();
    }

    /** Reads 32, 40 or 64 hexadecimal digits of either case. */
    public static Optional<FileHash> parse(String hex) {
        if (hex.length() % 2 != 0 || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            return Optional.empty();
        }
        return HashKind.ofBytes(hex.length() / 2)
                .map(kind -> new FileHash(kind, HexFormat.of().parseHex(hex)));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] own() {
        return bytes;
    }

    /** In lower case. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    String upperHex() {
        return hex().toUpperCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileHash hash
                && hash.kind == kind
                && Arrays.equals(hash.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
