package az.qalxan.engines.detection.correlation;

import java.util.List;

/**
 * The values of a rule's group-by fields, that keep findings apart. Case makes no difference, as
 * nowhere in Sigma.
 *
 * @param text what is compared: all values, folded, of bounded length
 * @param shown the values as an event wrote them
 */
public record GroupKey(String text, List<String> shown) {

    public GroupKey {
        shown = List.copyOf(shown);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupKey key && text.equals(key.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
