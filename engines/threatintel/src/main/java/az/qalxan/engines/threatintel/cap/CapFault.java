package az.qalxan.engines.threatintel.cap;

/**
 * What is wrong with a message.
 *
 * @param place the elements that lead there, for example {@code alert/info[2]/severity}
 * @param words what was wrong and what was allowed
 */
public record CapFault(String place, String words) {

    @Override
    public String toString() {
        return place + ": " + words;
    }
}
