package az.qalxan.engines.ledger;

/** What a witness answers to a checkpoint (C2SP tlog-witness), with the status of HTTP for it. */
public sealed interface WitnessAnswer {

    int status();

    /** It saw nothing but this history of the log; the text is its signature line. */
    record Cosigned(String line) implements WitnessAnswer {
        @Override
        public int status() {
            return 200;
        }
    }

    /** It saw another size last, which the caller is to start from. */
    record Stale(long size) implements WitnessAnswer {
        @Override
        public int status() {
            return 409;
        }
    }

    /** It saw another tree of the very same size: the log has two histories. */
    record Forked(long size) implements WitnessAnswer {
        @Override
        public int status() {
            return 409;
        }
    }

    /** It does not cosign that. */
    record Refused(Why why) implements WitnessAnswer {
        @Override
        public int status() {
            return why.status;
        }
    }

    /** Why a witness does not cosign. */
    enum Why {
        /** The request cannot be read, or its old size is larger than the new one. */
        BAD_REQUEST(400),
        /** None of the keys that it trusts for this log signed. */
        NOT_SIGNED(403),
        /** It does not watch that log. */
        UNKNOWN_LOG(404),
        /** The proof does not lead from what it saw to this tree. */
        INCONSISTENT(422);

        private final int status;

        Why(int status) {
            this.status = status;
        }
    }
}
