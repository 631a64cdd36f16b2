package az.qalxan.engines.detection.indicator;

/**
 * Where an indicator is from, and what may be done with it. Few sets have many different ones: they
 * are kept once.
 *
 * @param source such as the name of a feed
 * @param confidence from 0 until 100, or {@link #UNSAID}
 * @param handling such as {@code TLP:AMBER}; empty where nothing is said
 */
public record IndicatorOrigin(String source, int confidence, String handling) {

    /** The source says nothing of its confidence. */
    public static final int UNSAID = -1;

    public IndicatorOrigin {
        if (confidence < UNSAID || confidence > 100) {
            throw new IllegalArgumentException("a confidence of " + confidence);
        }
    }
}
