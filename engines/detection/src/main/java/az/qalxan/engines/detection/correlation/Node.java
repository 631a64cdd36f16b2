package az.qalxan.engines.detection.correlation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event that is kept by itself, outside a window. */
record Node(long at, EventRef ref, List<EventRef> events, List<List<String>> rows) {

    static Node of(Entry entry) {
        Extra extra = entry.extra;
        return extra == null
                ? new Node(entry.at, entry.ref(), List.of(), List.of())
                : new Node(entry.at, entry.ref(), extra.events(), extra.rows());
    }

    static void write(@Nullable Node node, Writing out) {
        out.truth(node != null);
        if (node != null) {
            out.number(node.at);
            out.ref(node.ref);
            out.refs(node.events);
            out.rows(node.rows);
        }
    }

    static @Nullable Node read(Reading in) throws BadState {
        return in.truth() ? new Node(in.number(), in.ref(), in.refs(), in.rows()) : null;
    }
}
