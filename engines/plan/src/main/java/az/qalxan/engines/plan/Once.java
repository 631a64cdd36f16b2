package az.qalxan.engines.plan;

import az.qalxan.engines.plan.PlanFlaw.Code;
import java.util.HashMap;
import java.util.Map;

/** Notes which names a list has had, and with that which stand twice. */
final class Once {

    private final Map<String, Integer> lines = new HashMap<>();

    /** The text of that key, which must differ from all before. */
    String text(Entry entry, String key) {
        String text = entry.text(key);
        Integer before = lines.putIfAbsent(text, entry.at(key).line());
        if (before != null && !text.isEmpty()) {
            entry.error(entry.at(key), Code.TWICE, text, before);
        }
        return text;
    }

    /** The same for a number such as 8.1.1. */
    String code(Entry entry, String key) {
        String text = text(entry, key);
        if (!text.isEmpty() && !MeasureCode.isOne(text)) {
            entry.error(entry.at(key), Code.NOT_CODE, text);
        }
        return text;
    }
}
