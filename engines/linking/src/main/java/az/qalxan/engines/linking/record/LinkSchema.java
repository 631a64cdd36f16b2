package az.qalxan.engines.linking.record;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields of a table by which its rows are linked; nothing else of a row is ever looked at.
 *
 * @param fields in the order of the cells
 * @param swaps pairs of fields that people exchange, such as given and family name
 */
public record LinkSchema(List<LinkField> fields, List<Swap> swaps) {

    /** Most fields that a schema may have. */
    public static final int FIELDS_MAX = 16;

    /**
     * Two fields that people exchange.
     *
     * @param first place of one field, from 0
     * @param second place of the other
     */
    public record Swap(int first, int second) {}

    /** Refuses no field, too many, and pairs that are none or overlap. */
    public LinkSchema {
        fields = List.copyOf(fields);
        swaps = List.copyOf(swaps);
        if (fields.isEmpty() || fields.size() > FIELDS_MAX) {
            throw new IllegalArgumentException(
                    "A schema has 1 to %d fields; this one has %d."
                            .formatted(FIELDS_MAX, fields.size()));
        }
        Set<Integer> taken = new HashSet<>();
        for (Swap swap : swaps) {
            boolean inside =
                    Math.min(swap.first, swap.second) >= 0
                            && Math.max(swap.first, swap.second) < fields.size();
            if (!inside || !taken.add(swap.first) || !taken.add(swap.second)) {
                throw new IllegalArgumentException(
                        "A swap names two fields, each field in one swap only: " + swap + ".");
            }
            if (!fields.get(swap.first).kind().comparableWith(fields.get(swap.second).kind())) {
                throw new IllegalArgumentException(
                        "Fields can be swapped only when they are compared alike: %s and %s."
                                .formatted(
                                        fields.get(swap.first).name(),
                                        fields.get(swap.second).name()));
            }
        }
    }
}
