package az.qalxan.engines.detection.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What files tell of an indicator, and the names that feeds have for it. */
enum IndicatorColumn {
    VALUE("value", "indicator", "ioc", "ioc_value", "observable"),
    KIND("kind", "type", "ioc_type", "indicator_type"),
    SOURCE("source", "feed"),
    CONFIDENCE("confidence", "confidence_level"),
    HANDLING("handling", "tlp", "marking"),
    FROM("from", "valid_from"),
    UNTIL("until", "valid_until", "expires", "expiry", "expiration"),
    ID("id", "uuid");

    private static final Map<String, IndicatorColumn> BY_NAME = byName();

    private final List<String> names;

    IndicatorColumn(String... names) {
        this.names = List.of(names);
    }

    private static Map<String, IndicatorColumn> byName() {
        Map<String, IndicatorColumn> columns = new HashMap<>();
        for (IndicatorColumn column : values()) {
            column.names.forEach(name -> columns.put(name, column));
        }
        return columns;
    }

    static @Nullable IndicatorColumn of(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return BY_NAME.get(plain);
    }

    List<String> names() {
        return names;
    }
}
