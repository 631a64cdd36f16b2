package az.qalxan.exchange;

/**
 * What became of an object that was sent.
 *
 * @param id its id, or its place in the envelope where it has none
 * @param version empty where it has none
 * @param fault why it was not taken; empty when it was, or was there before
 */
public record Verdict(String id, String version, String fault) {

    static Verdict taken(String id, String version) {
        return new Verdict(id, version, "");
    }

    public boolean taken() {
        return fault.isEmpty();
    }
}
