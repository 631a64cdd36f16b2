package az.qalxan.transmission;

/** The way to a peer. */
interface Wire {

    /** Sends the frame once and waits for an answer. */
    Reply send(Peer peer, byte[] frame);

    /** What came of it. */
    sealed interface Reply {

        /** An answer, which proves nothing before its signature is verified. */
        record Answered(String signed) implements Reply {}

        /**
         * No answer.
         *
         * @param trouble message key {@code transmission.trouble.<trouble>}
         * @param fingerprint of whoever stood there instead of the peer, or empty
         */
        record Unanswered(String trouble, String fingerprint) implements Reply {}
    }
}
