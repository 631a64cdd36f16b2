package az.qalxan.engines.detection;

import az.qalxan.engines.detection.format.LogCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** From the fields of an event, by the catalogue of its format, to the rules; for one thread. */
final class FormatRoutes {

    private static final byte SET = 1;

    private final DetectionEngine engine;
    private final LogCatalogue catalogue;
    private final int[] byValue;
    private final int[] byPresence;
    private final byte[] key = new byte[512];
    private final RouteCache<FormatRoute> known = new RouteCache<>();

    /**
     * Rules, and which slots get the values of which others.
     *
     * @param names pairs of slots: the field's, and that of its further name
     */
    record FormatRoute(Route route, int[] names) {

        void complete(SlottedEvent event) {
            for (int i = 0; i < names.length; i += 2) {
                event.repeat(names[i], names[i + 1]);
            }
        }
    }

    FormatRoutes(DetectionEngine engine, LogCatalogue catalogue) {
        this.engine = engine;
        this.catalogue = catalogue;
        byValue = slots(catalogue.decidedByValue());
        byPresence = slots(catalogue.decidedByPresence());
    }

    private int[] slots(Set<String> fields) {
        return fields.stream().mapToInt(engine.slots()::of).toArray();
    }

    FormatRoute of(SlottedEvent event) {
        int length = key(event);
        if (length < 0) {
            return told(event);
        }
        FormatRoute route = known.get(key, length);
        if (route == null) {
            route = told(event);
            known.put(key, length, route);
        }
        return route;
    }

    /** What decides, in as many bytes as returned; -1 where there is no room. */
    private int key(SlottedEvent event) {
        int end = 0;
        for (int slot : byPresence) {
            if (end >= key.length) {
                return -1;
            }
            key[end++] = event.first(slot) < 0 ? 0 : SET;
        }
        for (int slot : byValue) {
            int values = 0;
            for (int value = event.first(slot); value >= 0; value = event.next(value)) {
                int begin = end;
                end = event.copy(value, key, begin);
                end = end < 0 ? end : number(end - begin, end);
                if (end < 0) {
                    return -1;
                }
                values++;
            }
            end = number(values, end);
            if (end < 0) {
                return -1;
            }
        }
        return end;
    }

    /** Lengths and counts stand in the key, so that no event can pass for one of another kind. */
    private int number(int number, int end) {
        if (end + 2 > key.length || number > 0xffff) {
            return -1;
        }
        key[end] = (byte) (number >> 8);
        key[end + 1] = (byte) number;
        return end + 2;
    }

    private FormatRoute told(SlottedEvent event) {
        LogCatalogue.Told told = catalogue.of(event);
        Route route = engine.route(told.source(engine.otherwise()), "", "");
        List<Integer> names = new ArrayList<>();
        for (LogCatalogue.FieldName name : told.names()) {
            int slot = engine.slots().of(name.field());
            int further = engine.slots().of(name.name());
            if (slot != FieldSlots.NONE && further != FieldSlots.NONE) {
                names.add(slot);
                names.add(further);
            }
        }
        return new FormatRoute(route, names.stream().mapToInt(Integer::intValue).toArray());
    }
}
