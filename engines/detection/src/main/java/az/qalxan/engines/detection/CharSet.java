package az.qalxan.engines.detection;

import java.util.BitSet;

/** A set of UTF-16 units. */
record CharSet(BitSet units) {

    static final int UNITS = 0x10000;
    static final CharSet DIGIT = range('0', '9');
    static final CharSet WORD = range('0', '9').or(range('A', 'Z')).or(range('a', 'z')).or(of('_'));
    static final CharSet SPACE = of(' ').or(range('\t', '\r'));
    static final CharSet NEWLINE = of('\n');
    static final CharSet ANY = range('\0', '\uffff');

    static CharSet of(char c) {
        return range(c, c);
    }

    static CharSet range(char from, char to) {
        BitSet set = new BitSet(to + 1);
        set.set(from, to + 1);
        return new CharSet(set);
    }

    CharSet or(CharSet other) {
        BitSet both = (BitSet) units.clone();
        both.or(other.units);
        return new CharSet(both);
    }

    CharSet not() {
        BitSet others = (BitSet) units.clone();
        others.flip(0, UNITS);
        return new CharSet(others);
    }

    /** The set with the other case of every unit in it. */
    CharSet anyCase() {
        BitSet more = (BitSet) units.clone();
        for (int c = units.nextSetBit(0); c >= 0; c = units.nextSetBit(c + 1)) {
            more.set(Character.toLowerCase((char) c));
            more.set(Character.toUpperCase((char) c));
            more.set(Folding.fold((char) c));
        }
        return new CharSet(more);
    }

    boolean holds(char c) {
        return units.get(c);
    }
}
