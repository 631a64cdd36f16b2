package az.qalxan.engines.threatintel.json;

/**
 * How much JSON is taken from others.
 *
 * @param bytesMax of the whole text
 * @param depthMax of objects and arrays inside each other
 * @param stringCharsMax of one text
 * @param nameCharsMax of the name of one member
 * @param numberCharsMax of one number
 * @param nodesMax values in one text, or in one element when elements are read one by one
 */
public record JsonLimits(
        long bytesMax,
        int depthMax,
        int stringCharsMax,
        int nameCharsMax,
        int numberCharsMax,
        long nodesMax) {

    /** Enough for every published threat-intelligence document that was seen, with room. */
    public static final JsonLimits USUAL =
            new JsonLimits(256L << 20, 100, 16 << 20, 1000, 400, 10_000_000);

    public JsonLimits {
        if (bytesMax < 1 || depthMax < 1 || stringCharsMax < 1 || nameCharsMax < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
        if (numberCharsMax < 1 || nodesMax < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }

    public JsonLimits withBytesMax(long bytes) {
        return new JsonLimits(
                bytes, depthMax, stringCharsMax, nameCharsMax, numberCharsMax, nodesMax);
    }

    public JsonLimits withDepthMax(int depth) {
        return new JsonLimits(
                bytesMax, depth, stringCharsMax, nameCharsMax, numberCharsMax, nodesMax);
    }

    public JsonLimits withStringCharsMax(int chars) {
        return new JsonLimits(bytesMax, depthMax, chars, nameCharsMax, numberCharsMax, nodesMax);
    }

    public JsonLimits withNodesMax(long nodes) {
        return new JsonLimits(
                bytesMax, depthMax, stringCharsMax, nameCharsMax, numberCharsMax, nodes);
    }
}
