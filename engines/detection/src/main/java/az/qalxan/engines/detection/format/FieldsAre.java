package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.EventValue;
import az.qalxan.engines.detection.LogEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of an event's fields, all at once: {@code class_uid=1007&activity_id=1;2&process}
 * means that the first has this value, the second one of these, and the third is there.
 */
record FieldsAre(List<Asked> asked) {

    /**
     * One field.
     *
     * @param values none where the field only has to be there
     */
    private record Asked(String field, List<String> values) {}

    FieldsAre {
        asked = List.copyOf(asked);
    }

    static FieldsAre read(String written) {
        List<Asked> asked = new ArrayList<>();
        for (String one : written.isEmpty() ? new String[0] : written.split("&")) {
            int equal = one.indexOf('=');
            asked.add(
                    equal < 0
                            ? new Asked(one, List.of())
                            : new Asked(
                                    one.substring(0, equal),
                                    List.of(one.substring(equal + 1).split(";"))));
        }
        return new FieldsAre(asked);
    }

    List<String> byValue() {
        return asked.stream().filter(one -> !one.values().isEmpty()).map(Asked::field).toList();
    }

    List<String> byPresence() {
        return asked.stream().filter(one -> one.values().isEmpty()).map(Asked::field).toList();
    }

    boolean of(LogEvent event) {
        return asked.stream().allMatch(one -> holds(one, event.values(one.field())));
    }

    private static boolean holds(Asked asked, List<EventValue> held) {
        if (asked.values().isEmpty()) {
            return !held.isEmpty();
        }
        for (EventValue value : held) {
            for (String wanted : asked.values()) {
                if (wanted.equalsIgnoreCase(value.shown())) {
                    return true;
                }
            }
        }
        return false;
    }
}
