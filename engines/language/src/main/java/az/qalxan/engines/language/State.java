package az.qalxan.engines.language;

import java.util.EnumSet;
import java.util.Set;

/** What the rest of a word can be while suffixes are taken off its end, outermost first. */
enum State {
    /** A whole word. */
    WORD,
    /** A whole word that is a noun with a predicate ending, tried when all else fails. */
    PREDICATE,
    /** A nominal that may carry a case ending. */
    CASE,
    /** A nominal that may carry a possessive ending. */
    POSSESSIVE,
    /** A nominal that must carry the third person's possessive ending. */
    OWNED,
    /** A nominal that may be plural. */
    PLURAL,
    /** A noun, or a verb's noun or participle. */
    NOUN,
    /** A finite verb with its person. */
    FINITE,
    /** What stands before the past or conditional ending. */
    BEFORE_PAST,
    /** A verb that must carry a tense ending. */
    TENSE,
    /** A verb that may be negated. */
    VERB,
    /** A verb that may be passive. */
    VOICE,
    /** A bare verb. */
    VERB_ROOT;

    /** States that the same rest of a word also satisfies, most likely first. */
    Set<State> alternatives() {
        return switch (this) {
            case WORD -> EnumSet.of(CASE, FINITE);
            case CASE -> EnumSet.of(POSSESSIVE);
            case POSSESSIVE -> EnumSet.of(PLURAL);
            case PLURAL -> EnumSet.of(NOUN);
            case FINITE -> EnumSet.of(TENSE, VERB);
            case BEFORE_PAST -> EnumSet.of(TENSE, VERB);
            case VERB -> EnumSet.of(VOICE);
            case VOICE -> EnumSet.of(VERB_ROOT);
            case PREDICATE, OWNED, NOUN, TENSE, VERB_ROOT -> EnumSet.noneOf(State.class);
        };
    }
}
