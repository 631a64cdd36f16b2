package az.qalxan.engines.caseontology;

/**
 * A look over JSON before any parser of it, which would follow brackets by recursion and write out
 * numbers with a billion zeros.
 */
final class JsonBounds {

    private static final int NUMBER_MAX = 60;
    private static final int EXPONENT_MAX = 4;

    private final byte[] json;
    private final int depthMax;
    private int at;
    private int depth;

    private JsonBounds(byte[] json, int depthMax) {
        this.json = json;
        this.depthMax = depthMax;
    }

    static void check(byte[] json, int depthMax) {
        new JsonBounds(json, depthMax).run();
    }

    private void run() {
        while (at < json.length) {
            byte sign = json[at++];
            if (sign == '"') {
                skipText();
            } else if (sign == '{' || sign == '[') {
                depth++;
                if (depth > depthMax) {
                    throw new TooMuch("brackets lie more than " + depthMax + " deep");
                }
            } else if (sign == '}' || sign == ']') {
                depth--;
            } else if (sign >= '0' && sign <= '9') {
                number();
            }
        }
    }

    private void skipText() {
        while (at < json.length) {
            byte sign = json[at++];
            if (sign == '\\') {
                at++;
            } else if (sign == '"') {
                return;
            }
        }
    }

    private void number() {
        int start = at - 1;
        int exponent = -1;
        while (at < json.length && ofNumber(json[at])) {
            exponent = (json[at] | ' ') == 'e' ? at : exponent;
            at++;
        }
        if (at - start > NUMBER_MAX || (exponent >= 0 && at - exponent > EXPONENT_MAX)) {
            throw new TooMuch("the number at byte " + start + " is too long");
        }
    }

    private static boolean ofNumber(byte sign) {
        return (sign >= '0' && sign <= '9')
                || sign == '.'
                || sign == '+'
                || sign == '-'
                || sign == 'e'
                || sign == 'E';
    }
}
