package az.qalxan.engines.threatintel.pattern;

/**
 * A text that a pattern asks for, and where.
 *
 * @param type the type of the objects that its path starts from, such as {@code ipv4-addr}
 * @param path the steps from there, such as {@code value}, {@code hashes.MD5} or {@code
 *     resolves_to_refs[*].value}
 * @param text as it is written; a network as CIDR writes it
 * @param network whether anything inside of the network is asked for (ISSUBSET)
 * @param alone whether one object that holds it is all that the pattern asks for
 */
public record PatternValue(String type, String path, String text, boolean network, boolean alone) {}
