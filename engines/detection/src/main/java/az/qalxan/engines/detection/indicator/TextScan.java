package az.qalxan.engines.detection.indicator;

import az.qalxan.engines.detection.indicator.IndicatorSet.Scope;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds what may be a name, an address or a digest in a text, and passes over most of it: names and
 * addresses have a point or a colon, which are looked for eight bytes at a time; of digests one
 * byte in thirty-two.
 */
final class TextScan {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long TOPS = 0x8080_8080_8080_8080L;

    /** Every digest has a digit at one of so many places. */
    private static final int STRIDE = 32;

    private final Found found;

    /** Takes what is found. */
    interface Found {

        /** Something with points in it, whose last label begins at an index. */
        void name(int from, int label, int until);

        /** Something with colons in it. */
        void six(int from, int until);

        void digest(int from, int until);
    }

    TextScan(Found found) {
        this.found = found;
    }

    void scan(byte[] text, int from, int until, Scope scope) {
        names(text, from, until, scope);
        if (!scope.bits(true).isEmpty()) {
            sixes(text, from, until);
        }
        if (scope.hasDigests()) {
            digests(text, from, until);
        }
    }

    /** The next index at which the byte stands, or the end. */
    private static int next(byte[] text, int from, int until, long wanted) {
        int at = from;
        long all = wanted * ONES;
        for (; at + 8 <= until; at += 8) {
            long other = (long) EIGHT.get(text, at) ^ all;
            long hits = (other - ONES) & ~other & TOPS;
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (at < until && text[at] != wanted) {
            at++;
        }
        return at;
    }

    private void names(byte[] text, int from, int until, Scope scope) {
        int floor = from;
        int point = next(text, from, until, '.');
        while (point < until) {
            int end = point + 1;
            while (end < until && Letters.isName(text[end])) {
                end++;
            }
            name(text, new Run(floor, point, end), scope);
            floor = end;
            point = next(text, end, until, '.');
        }
    }

    /** A run of signs of names; it begins at or behind the floor, and has its first point there. */
    private record Run(int floor, int point, int end) {}

    private void name(byte[] text, Run run, Scope scope) {
        int stop = run.end();
        while (stop > run.point() && (text[stop - 1] == '.' || text[stop - 1] == '-')) {
            stop--;
        }
        int label = stop;
        boolean digits = true;
        boolean ascii = true;
        while (label > run.floor() && text[label - 1] != '.' && Letters.isName(text[label - 1])) {
            label--;
            digits &= Letters.isDigit(text[label]);
            ascii &= text[label] > 0;
        }
        boolean pointed = label < stop && label > run.floor() && text[label - 1] == '.';
        if (!pointed || !(digits || !ascii || scope.labels().has(text, label, stop))) {
            return;
        }
        int begin = run.point();
        while (begin > run.floor() && Letters.isName(text[begin - 1])) {
            begin--;
        }
        while (begin < label && (text[begin] == '.' || text[begin] == '-')) {
            begin++;
        }
        if (begin < label) {
            found.name(begin, label, stop);
        }
    }

    private void sixes(byte[] text, int from, int until) {
        int floor = from;
        int colon = next(text, from, until, ':');
        while (colon < until) {
            int begin = colon;
            while (begin > floor && Letters.isHex(text[begin - 1])) {
                begin--;
            }
            int colons = 0;
            int end = colon;
            while (end < until && isSix(text[end])) {
                colons += text[end] == ':' ? 1 : 0;
                end++;
            }
            int stop = sentence(text, begin, end);
            boolean goesOn = begin > from && (text[begin - 1] == '.' || isWord(text, begin - 1));
            goesOn |= end < until && isWord(text, end);
            if (colons > 1 && !goesOn) {
                found.six(begin, stop);
            }
            floor = end;
            colon = next(text, end, until, ':');
        }
    }

    /** Where it ends without a point or a colon that is not its own. */
    private static int sentence(byte[] text, int begin, int end) {
        int stop = end;
        while (stop > begin && text[stop - 1] == '.') {
            stop--;
        }
        boolean single = stop > begin + 1 && text[stop - 1] == ':' && text[stop - 2] != ':';
        return single ? stop - 1 : stop;
    }

    private static boolean isSix(byte b) {
        return b == ':' || b == '.' || Letters.isHex(b);
    }

    private static boolean isWord(byte[] text, int at) {
        return Letters.isWord(text[at]);
    }

    private void digests(byte[] text, int from, int until) {
        int floor = from;
        for (int at = from + STRIDE - 1; at < until; at += STRIDE) {
            if (at < floor || !Letters.isHex(text[at])) {
                continue;
            }
            int begin = at;
            while (begin > floor && Letters.isHex(text[begin - 1])) {
                begin--;
            }
            int end = at + 1;
            while (end < until && Letters.isHex(text[end])) {
                end++;
            }
            boolean goesOn = begin > from && isWord(text, begin - 1);
            goesOn |= end < until && isWord(text, end);
            if (end - begin >= STRIDE && !goesOn) {
                found.digest(begin, end);
            }
            floor = end;
        }
    }
}
