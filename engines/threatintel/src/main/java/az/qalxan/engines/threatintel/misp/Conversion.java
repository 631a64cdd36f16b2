package az.qalxan.engines.threatintel.misp;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What came of a conversion. */
public sealed interface Conversion {

    /**
     * The other format.
     *
     * @param kept what it cannot say in its own words, kept whole inside it
     */
    record Converted(ObjectNode result, List<Kept> kept) implements Conversion {

        public Converted {
            kept = List.copyOf(kept);
        }
    }

    /** The input is not what was announced. */
    record Refused(String words) implements Conversion {}

    /**
     * Something that is kept as it came.
     *
     * @param pointer JSON pointer into the input
     * @param what its type
     * @param why one English sentence
     */
    record Kept(String pointer, String what, String why) {}
}
