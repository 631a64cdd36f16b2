package az.qalxan.transmission;

import java.util.List;

/**
 * What a message says: one JSON text and the files with it. The array is shared, not copied.
 *
 * @param json at most {@link #JSON_BYTES_MAX} bytes of UTF-8
 * @param files at most {@link #FILES_MAX}, together at most {@link #FILES_BYTES_MAX} bytes
 */
public record Contents(byte[] json, List<Attached> files) {

    public static final int JSON_BYTES_MAX = 4 << 20;
    public static final int FILES_MAX = 32;
    public static final int FILES_BYTES_MAX = 32 << 20;

    /**
     * @throws IllegalArgumentException beyond a limit
     */
    public Contents {
        files = List.copyOf(files);
        if (json.length == 0 || json.length > JSON_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a message has 1 to " + JSON_BYTES_MAX + " bytes, not " + json.length);
        }
        long bytes = files.stream().mapToLong(file -> file.content().length).sum();
        if (files.size() > FILES_MAX || bytes > FILES_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "%d files with %d bytes; at most %d with %d"
                            .formatted(files.size(), bytes, FILES_MAX, FILES_BYTES_MAX));
        }
    }
}
