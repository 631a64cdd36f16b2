package az.qalxan.strategy.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The agenda of a meeting: what people kept in their order, then what the registers add. */
record Agenda(List<Line> lines) {

    Agenda {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the agenda.
     *
     * @param item null while nobody has touched it
     * @param current whether the registers still say so; a line that a person added always is
     */
    record Line(Topic topic, @Nullable AgendaItem item, boolean current) {

        /** Whether nobody took it off; what was carried to the next meeting stood on it too. */
        boolean on() {
            return item == null || item.state() != AgendaItem.State.DROPPED;
        }
    }

    /** The agenda before the meeting: it follows the registers. */
    static Agenda of(List<AgendaItem> kept, List<Topic> found) {
        Map<String, Topic> fresh = new LinkedHashMap<>();
        found.forEach(one -> fresh.putIfAbsent(one.key(), one));
        List<Line> lines = new ArrayList<>();
        for (AgendaItem item : ordered(kept)) {
            @Nullable Topic now = fresh.remove(item.key());
            boolean own = item.topic().kind() == Topic.Kind.OWN;
            lines.add(new Line(now == null ? item.topic() : now, item, own || now != null));
        }
        fresh.values().forEach(one -> lines.add(new Line(one, null, true)));
        return new Agenda(lines);
    }

    /** The agenda as it was frozen when the meeting was opened. */
    static Agenda frozen(List<AgendaItem> kept) {
        return new Agenda(
                ordered(kept).stream().map(one -> new Line(one.topic(), one, true)).toList());
    }

    private static List<AgendaItem> ordered(List<AgendaItem> kept) {
        return kept.stream().sorted(Comparator.comparingInt(AgendaItem::place)).toList();
    }

    Optional<Line> line(String key) {
        return lines.stream().filter(one -> one.topic().key().equals(key)).findFirst();
    }

    /** The keys in order after one line moved up or down by one place among those on the agenda. */
    List<String> moved(String key, boolean up) {
        List<String> keys = new ArrayList<>(lines.stream().map(one -> one.topic().key()).toList());
        int from = keys.indexOf(key);
        int to = from;
        do {
            to += up ? -1 : 1;
        } while (to >= 0 && to < lines.size() && !lines.get(to).on());
        if (from >= 0 && to >= 0 && to < keys.size()) {
            keys.remove(from);
            keys.add(to, key);
        }
        return keys;
    }
}
