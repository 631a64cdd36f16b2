package az.qalxan.scaleout;

import az.qalxan.engines.detection.RuleHeader;
import az.qalxan.engines.detection.correlation.Contribution;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What travels between the parts of the job. Public, with an array in it, because Flink writes
 * records field by field.
 *
 * @param level of a contribution the level of its rule; otherwise 0
 * @param at the event's time in milliseconds since 1970
 * @param key of a contribution its rule and group, of a damaged event what is wrong with it, of a
 *     finding its rule
 * @param bytes a finding as a line of JSON, a contribution as it writes itself, a damaged event as
 *     it came
 */
@SuppressWarnings("ArrayRecordComponent")
public record Judged(Kind kind, int level, long at, String key, byte[] bytes)
        implements Serializable {

    private static final byte[] EMPTY = {};

    public enum Kind {
        /** Nothing was found; only time has passed. */
        NOTHING,
        FINDING,
        CONTRIBUTION,
        DAMAGED
    }

    static Judged nothing(long at) {
        return new Judged(Kind.NOTHING, 0, at, "", EMPTY);
    }

    static Judged finding(long at, RuleHeader rule, byte[] line) {
        return new Judged(Kind.FINDING, 0, at, rule.called(), line);
    }

    static Judged damaged(String problem, byte[] event) {
        return new Judged(Kind.DAMAGED, 0, Long.MIN_VALUE, problem, event);
    }

    /** What belongs to one rule and one group has one key. */
    static Judged contribution(Contribution one) {
        String key = one.rule().replace('\n', ' ') + '\n' + one.key().text();
        long at = one.at().toEpochMilli();
        return new Judged(Kind.CONTRIBUTION, one.level(), at, key, one.bytes());
    }

    /** The rule in the key of a contribution. */
    static String rule(String key) {
        return key.substring(0, key.indexOf('\n'));
    }

    boolean leaves() {
        return kind == Kind.FINDING || kind == Kind.DAMAGED;
    }

    boolean contributes(int toLevel) {
        return kind == Kind.CONTRIBUTION && level == toLevel;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Judged judged
                && kind == judged.kind
                && level == judged.level
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
