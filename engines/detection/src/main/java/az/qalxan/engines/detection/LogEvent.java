package az.qalxan.engines.detection;

import java.util.List;
import java.util.Set;

/** One log event as rules see it: fields by the names of the Sigma taxonomy. */
public interface LogEvent {

    /** The field's values: none where the field is missing, several where it is a list. */
    List<EventValue> values(String field);

    /** The names of all fields. */
    Set<String> fields();

    /** The event's text where it is a line and not a set of fields; empty otherwise. */
    default String line() {
        return "";
    }
}
