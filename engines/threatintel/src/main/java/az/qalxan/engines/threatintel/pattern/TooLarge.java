package az.qalxan.engines.threatintel.pattern;

/** A pattern asks for more than is reckoned; never leaves this package. */
final class TooLarge extends Exception {

    private static final long serialVersionUID = 1L;

    TooLarge(String words) {
        super(words, null, false, false);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
