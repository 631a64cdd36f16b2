package az.qalxan.exchange;

/**
 * A receiver's word about a version that went out to it.
 *
 * @param version empty for an object without versions
 * @param fault why it was refused; empty when it is kept
 * @param meaning SHA-256, in hexadecimal, of what is kept; empty when nothing is
 */
public record Receipt(String id, String version, String fault, String meaning) {}
