package az.qalxan.scaleout;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What travels between the parts of the job. Public, with an array in it, because Flink writes
 * records field by field.
 *
 * @param at the event's time in milliseconds since 1970
 * @param key of a contribution its rule and group, of a damaged event what is wrong with it, of a
 *     finding its rule
 * @param bytes a finding as a line of JSON, a contribution as it writes itself, a damaged event as
 *     it came
 */
@SuppressWarnings("ArrayRecordComponent")
public record Judged(Kind kind, long at, String key, byte[] bytes) implements Serializable {

    private static final byte[] EMPTY = {};

    public enum Kind {
        /** Nothing was found; only time has passed. */
        NOTHING,
        FINDING,
        CONTRIBUTION,
        DAMAGED
    }

    static Judged nothing(long at) {
        return new Judged(Kind.NOTHING, at, "", EMPTY);
    }

    boolean leaves() {
        return kind == Kind.FINDING || kind == Kind.DAMAGED;
    }

    boolean contributes() {
        return kind == Kind.CONTRIBUTION;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Judged judged
                && kind == judged.kind
                && at == judged.at
                && key.equals(judged.key)
                && Arrays.equals(bytes, judged.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Long.hashCode(at);
    }

    @Override
    public String toString() {
        return kind + " " + key + " " + bytes.length + " bytes";
    }
}
