package az.qalxan.engines.detection;

import az.qalxan.engines.detection.RuleFlaw.Code;

/** An expression that is not used; says which flaw of the rule it is. */
final class BadRegex extends Exception {

    private static final long serialVersionUID = 1L;

    private final Code code;
    private final transient Object[] arguments;

    private BadRegex(Code code, Object... arguments) {
        super(code.name());
        this.code = code;
        this.arguments = arguments;
    }

    static BadRegex at(int index, String problem) {
        return new BadRegex(Code.BAD_REGEX, "character " + (index + 1), problem);
    }

    static BadRegex unsupported(String what) {
        return new BadRegex(Code.REGEX_UNSUPPORTED, what);
    }

    static BadRegex tooLarge(int states) {
        return new BadRegex(Code.REGEX_TOO_LARGE, states);
    }

    Code code() {
        return code;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
