package az.qalxan.engines.detection.format;

/** One value of an audit record: quoted, plain, or written as digits to the base of sixteen. */
final class AuditValue {

    private static final byte GROUP = 0x1d;

    /** What the kernel writes as digits where it holds spaces, quotes or bytes beyond ASCII. */
    private static final String[] UNTRUSTED = {
        "comm",
        "exe",
        "name",
        "cwd",
        "proctitle",
        "acct",
        "cmd",
        "data",
        "path",
        "key",
        "dir",
        "file",
        "new_name",
        "old_name"
    };

    private boolean missing;
    private boolean arguments;
    private int end;

    /** Whether what follows are the arguments of a program. */
    void arguments(boolean ofProgram) {
        arguments = ofProgram;
    }

    /** Reads the value at the cursor, unescaped, into the scratch, and goes behind it. */
    void read(Cursor in, int key, int keyEnd, Scratch into) {
        into.clear();
        missing = false;
        if (in.skip('"')) {
            end = in.find('"');
            into.put(in.bytes, in.at, end);
            in.at = Math.min(end + 1, in.end);
            return;
        }
        int from = in.at;
        while (!in.done() && isOfValue(in.bytes[in.at])) {
            in.at++;
        }
        end = in.at;
        missing = from == end || is(in.bytes, from, end, "(null)") || is(in.bytes, from, end, "?");
        boolean digits = Hex.is(in.bytes, from, end) && untrusted(in.bytes, key, keyEnd);
        if (digits) {
            decode(in, from, into);
        } else {
            into.put(in.bytes, from, end);
        }
    }

    private static boolean isOfValue(byte b) {
        return (b > ' ' || b < 0) && b != GROUP && b != '\'' && b != '"' && b != '}';
    }

    /** The parts of a title are separated by zeros. */
    private void decode(Cursor in, int from, Scratch into) {
        for (int i = from; i < end; i += 2) {
            int octet = Hex.octet(in.bytes, i, end);
            into.put(octet == 0 ? ' ' : octet);
        }
        while (into.length > 0 && into.bytes[into.length - 1] == ' ') {
            into.length--;
        }
    }

    /** Whether nothing is known of the field. */
    boolean missing() {
        return missing;
    }

    boolean is(Cursor in, int from, String word) {
        return is(in.bytes, from, end, word);
    }

    static boolean is(byte[] bytes, int from, int until, String word) {
        if (until - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean untrusted(byte[] bytes, int key, int keyEnd) {
        for (String one : UNTRUSTED) {
            if (is(bytes, key, keyEnd, one)) {
                return true;
            }
        }
        return arguments && isArgument(bytes, key, keyEnd);
    }

    /** {@code a0}, {@code a12} and {@code a1[0]}, but not {@code a1_len}. */
    static boolean isArgument(byte[] bytes, int from, int until) {
        if (until - from < 2 || bytes[from] != 'a' || !isDigit(bytes[from + 1])) {
            return false;
        }
        for (int i = from + 2; i < until; i++) {
            if (!isDigit(bytes[i]) && bytes[i] != '[' && bytes[i] != ']') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
