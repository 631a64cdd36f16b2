package az.qalxan.deconfliction;

import java.time.Instant;

/**
 * How far a body has got with asking the other for what it holds. Each state offers the steps that
 * it allows; what may be read is said by {@link #readable}.
 */
sealed interface Disclosure {

    /** Nothing was asked. */
    Disclosure OPEN = new Open();

    /** The name in the database; message key {@code hit.state.<code>}. */
    String code();

    /** Whether the asking body may read what the owner chose to show at that moment. */
    default boolean readable(Instant now) {
        return false;
    }

    /** A state from which the question may be put, for the first time or again. */
    sealed interface Askable extends Disclosure {

        default Asked ask() {
            return new Asked();
        }
    }

    /** How a consent came to its end. */
    enum End {
        /** By the owner. */
        WITHDRAWN,
        /** By the body that was allowed to read. */
        RETURNED,
        /** By itself. */
        EXPIRED;

        /** The name in the database; message key {@code hit.end.<code>}. */
        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Nothing was asked. */
    record Open() implements Askable {

        @Override
        public String code() {
            return "open";
        }
    }

    /** The owner has to decide. */
    record Asked() implements Disclosure {

        Consented consent(Instant until) {
            return new Consented(until);
        }

        Refused refuse() {
            return new Refused();
        }

        Withdrawn withdraw() {
            return new Withdrawn();
        }

        @Override
        public String code() {
            return "asked";
        }
    }

    /** What the owner chose may be read until that moment. */
    record Consented(Instant until) implements Disclosure {

        Ended withdraw() {
            return new Ended(End.WITHDRAWN);
        }

        Ended giveBack() {
            return new Ended(End.RETURNED);
        }

        /** What has become of the consent by then. */
        Disclosure at(Instant now) {
            return now.isBefore(until) ? this : new Ended(End.EXPIRED);
        }

        @Override
        public boolean readable(Instant now) {
            return now.isBefore(until);
        }

        @Override
        public String code() {
            return "consented";
        }
    }

    /** The owner said no. */
    record Refused() implements Askable {

        @Override
        public String code() {
            return "refused";
        }
    }

    /** The asking body took its question back. */
    record Withdrawn() implements Askable {

        @Override
        public String code() {
            return "withdrawn";
        }
    }

    /** A consent that is over. */
    record Ended(End how) implements Askable {

        @Override
        public String code() {
            return "ended";
        }
    }
}
