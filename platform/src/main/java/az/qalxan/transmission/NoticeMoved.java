package az.qalxan.transmission;

/**
 * What became of a notice. Published in the transaction that records it; whoever listens stores its
 * own rows there and does nothing that may fail, or the mail goes again.
 *
 * @param trouble message key {@code transmission.mail.trouble.<trouble>}; empty when it was sent
 */
public record NoticeMoved(NoticePost.Ref ref, State state, String trouble) {

    /** How far it came. */
    public enum State {
        /** The mail server took it. */
        SENT,
        /** An attempt failed; it is tried again. */
        TROUBLED,
        /** It is not tried again. */
        GIVEN_UP,
        /** The server had taken it; later a report came that it did not reach its receiver. */
        BOUNCED
    }
}
