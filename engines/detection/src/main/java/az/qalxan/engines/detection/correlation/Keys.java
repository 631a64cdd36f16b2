package az.qalxan.engines.detection.correlation;

import az.qalxan.engines.detection.Folding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Values of events as keys: folded, and never longer than is good for memory. */
final class Keys {

    /** A longer text is kept by its beginning and its hash. */
    static final int TEXT_MAX = 256;

    private static final int HEAD = 200;
    private static final int HASH_BYTES = 16;

    private Keys() {}

    static GroupKey group(List<String> values) {
        if (values.size() == 1) {
            return new GroupKey(joined(values), List.of(bounded(values.getFirst())));
        }
        List<String> shown = new ArrayList<>(values.size());
        for (String value : values) {
            shown.add(bounded(value));
        }
        return new GroupKey(joined(values), shown);
    }

    /** What tuples are compared by. */
    static String joined(List<String> values) {
        if (values.size() == 1) {
            return bounded(Folding.fold(values.getFirst()));
        }
        StringBuilder all = new StringBuilder();
        for (String value : values) {
            String text = bounded(Folding.fold(value));
            all.append(text.length()).append(':').append(text);
        }
        return all.toString();
    }

    static String bounded(String text) {
        if (text.length() <= TEXT_MAX) {
            return text;
        }
        byte[] hash = hash(text.getBytes(StandardCharsets.UTF_8));
        return text.substring(0, HEAD) + "…" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    }

    /** A reference that stands for the bytes. */
    static EventRef ref(byte[] bytes) {
        ByteBuffer hash = ByteBuffer.wrap(hash(bytes));
        return new EventRef(hash.getLong(), hash.getLong());
    }

    /** The first bits of the text's hash. */
    static long print(String text) {
        return ref(text.getBytes(StandardCharsets.UTF_8)).high();
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
