package az.qalxan.engines.detection.correlation;

import az.qalxan.engines.detection.EventValue;
import az.qalxan.engines.detection.LogEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The values of an event, or of a finding, as correlations ask for them. */
interface Values {

    /** Stands in a tuple for a field that is missing. */
    String ABSENT = "\u0000";

    /** A field that is a list makes so many tuples at most. */
    int TUPLES_MAX = 64;

    /** So many tuples of an event are handed up. */
    int ROWS_MAX = 8;

    /** The texts of the field's values. */
    List<String> texts(String field);

    /** Those values of the field that are numbers. */
    List<BigDecimal> numbers(String field);

    static Values of(LogEvent event) {
        return new Values() {
            @Override
            public List<String> texts(String field) {
                List<EventValue> values = event.values(field);
                if (values.size() == 1) {
                    EventValue only = values.getFirst();
                    return only instanceof EventValue.Nothing ? List.of() : List.of(only.shown());
                }
                Set<String> texts = new LinkedHashSet<>();
                for (EventValue value : values) {
                    if (!(value instanceof EventValue.Nothing) && texts.size() < TUPLES_MAX) {
                        texts.add(value.shown());
                    }
                }
                return List.copyOf(texts);
            }

            @Override
            public List<BigDecimal> numbers(String field) {
                return Values.numbers(event.values(field));
            }
        };
    }

    private static List<BigDecimal> numbers(List<EventValue> values) {
        List<BigDecimal> numbers = new ArrayList<>(1);
        for (EventValue value : values) {
            BigDecimal number = value.number();
            if (number != null && numbers.size() < TUPLES_MAX) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** A finding's group and one of its tuples, by the names of the rule that made it. */
    static Values of(CorrelationFinding finding, List<String> carried, List<String> row) {
        return new Values() {
            @Override
            public List<String> texts(String field) {
                for (CorrelationFinding.GroupValue one : finding.group()) {
                    if (one.field().equals(field)) {
                        return List.of(one.value());
                    }
                }
                int column = carried.indexOf(field);
                boolean known = column >= 0 && column < row.size();
                return known && !row.get(column).equals(ABSENT)
                        ? List.of(row.get(column))
                        : List.of();
            }

            @Override
            public List<BigDecimal> numbers(String field) {
                List<EventValue> values = new ArrayList<>(1);
                texts(field).forEach(text -> values.add(new EventValue.Text(text)));
                return Values.numbers(values);
            }
        };
    }

    /** Every combination of the fields' values; none where a field is missing. */
    default List<List<String>> tuples(List<String> fields) {
        if (fields.size() == 1) {
            List<String> texts = texts(fields.getFirst());
            if (texts.size() == 1) {
                return List.of(texts);
            }
        }
        List<List<String>> tuples = List.of(List.of());
        for (String field : fields) {
            tuples = times(tuples, texts(field));
        }
        return tuples;
    }

    /** The same, with {@link #ABSENT} for a field that is missing. */
    default List<List<String>> rows(List<String> fields) {
        List<List<String>> rows = List.of(List.of());
        for (String field : fields) {
            List<String> texts = new ArrayList<>();
            texts(field).forEach(text -> texts.add(Keys.bounded(text)));
            rows = times(rows, texts.isEmpty() ? List.of(ABSENT) : texts);
        }
        return rows.size() > ROWS_MAX ? rows.subList(0, ROWS_MAX) : rows;
    }

    private static List<List<String>> times(List<List<String>> tuples, List<String> texts) {
        List<List<String>> more = new ArrayList<>();
        for (List<String> tuple : tuples) {
            for (String text : texts) {
                if (more.size() < TUPLES_MAX) {
                    List<String> longer = new ArrayList<>(tuple);
                    longer.add(text);
                    more.add(longer);
                }
            }
        }
        return more;
    }
}
