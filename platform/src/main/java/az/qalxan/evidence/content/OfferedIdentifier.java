package az.qalxan.evidence.content;

/**
 * An identifier that stands in an exhibit, offered to whoever works on the case.
 *
 * @param times how often it stands there
 * @param part the first part in which it stands
 * @param state offered, taken or left
 */
record OfferedIdentifier(
        String kind, String value, String linkKey, int times, int part, String state) {

    /** Whether reports can be searched by it. */
    boolean linkable() {
        return !kind.equals("card");
    }
}
