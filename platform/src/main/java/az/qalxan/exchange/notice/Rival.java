package az.qalxan.exchange.notice;

/**
 * That another owner holds the same as a claim asks for, or a part of it, or something around it.
 *
 * @param source claim or registry; key {@code notice.source.<source>}
 * @param same whether it is exactly what the claim asks for
 */
record Rival(String owner, String value, String source, boolean same) {

    /** Two people approved the same for somebody else: one of both is wrong. */
    boolean excludes() {
        return same && source.equals("claim");
    }
}
