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
        NO_WORD_EDGE;

        /**
         * Whether a place between two characters is such an edge.
         *
         * @param last whether the character behind it is a line's end, and the text's last
         */
        boolean holds(CharKind before, CharKind after, boolean last) {
            boolean wordEdge = (before == CharKind.WORD) != (after == CharKind.WORD);
            return switch (this) {
                case TEXT_START -> before == CharKind.EDGE;
                case TEXT_END -> after == CharKind.EDGE;
                case TEXT_END_OR_LAST_NEWLINE -> after == CharKind.EDGE || last;
                case LINE_START -> before == CharKind.EDGE || before == CharKind.NEWLINE;
                case LINE_END -> after == CharKind.EDGE || after == CharKind.NEWLINE;
                case WORD_EDGE -> wordEdge;
                case NO_WORD_EDGE -> !wordEdge;
            };
        }
    }
}
