package az.qalxan.web;

/**
 * A kind of refusal or error that a caller can meet (RFC 9457). Each module lists its own in an
 * enum; each has a page {@code docs/problems/<slug>.md} and the messages {@code
 * problem.<slug>.title} and {@code problem.<slug>.detail}.
 */
public interface Problem {

    /** The stable name, lower case with hyphens; the last part of the problem's type URI. */
    String slug();

    /** The HTTP status. */
    int status();
}
