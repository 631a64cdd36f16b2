package az.qalxan.engines.detection;

import java.util.List;

/** A regular expression as read. */
sealed interface RegexNode {

    record Chars(CharSet set) implements RegexNode {}

    record Sequence(List<RegexNode> nodes) implements RegexNode {}

    record Choice(List<RegexNode> nodes) implements RegexNode {}

    /**
     * The node again and again.
     *
     * @param max the most times, or {@link #WITHOUT_END}
     */
    record Repeat(RegexNode node, int min, int max) implements RegexNode {

        static final int WITHOUT_END = -1;
    }

    /** A place between two characters. */
    record At(Edge edge) implements RegexNode {}

    enum Edge {
        TEXT_START,
        TEXT_END,
        TEXT_END_OR_LAST_NEWLINE,
        LINE_START,
        LINE_END,
        WORD_EDGE,
        NO_WORD_EDGE
    }
}
