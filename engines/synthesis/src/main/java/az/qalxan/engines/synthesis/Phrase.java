package az.qalxan.engines.synthesis;

import java.util.List;

/** A part of a story as the grammar has it. */
sealed interface Phrase {

    /** Words as they stand. */
    record Words(String text) implements Phrase {}

    /** An identifier of the offender. */
    record Mention(Kind kind) implements Phrase {}

    /** An identifier of an innocent body. */
    record HubMention(Hub hub) implements Phrase {}

    /** Something that is true of the incident. */
    record Fact(Slot slot) implements Phrase {}

    /** One of several parts; the number tells this choice from the others of the language. */
    record Choice(int number, List<Phrase> options) implements Phrase {

        public Choice {
            options = List.copyOf(options);
        }
    }

    /** Parts one after the other. */
    record Sequence(List<Phrase> parts) implements Phrase {

        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** The slots that are neither an identifier nor another rule. */
    enum Slot {
        AMOUNT,
        BANK,
        CLOCK,
        DATE,
        WHEN,
        OWN
    }
}
