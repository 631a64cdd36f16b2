package az.qalxan.engines.detection;

import az.qalxan.engines.detection.ValueTest.Place;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges an event by a rule, walking its expression: the plain meaning of a rule, by which every
 * faster way is checked.
 */
public final class Interpreter {

    private static final int MATCHES_MAX = 50;

    private Interpreter() {}

    /** Whether the rule holds for the event; its log source is not asked. */
    public static boolean holds(DetectionRule rule, LogEvent event) {
        return holds(rule.expression(), event);
    }

    /**
     * Which values made the rule hold, in the order of the rule; at most fifty. Of parts that are
     * negated nothing is told.
     */
    public static List<MatchedValue> matches(DetectionRule rule, LogEvent event) {
        List<MatchedValue> matches = new ArrayList<>();
        gather(rule.expression(), event, matches);
        return List.copyOf(matches);
    }

    static boolean holds(Expression expression, LogEvent event) {
        return switch (expression) {
            case Expression.All all -> {
                for (Expression part : all.parts()) {
                    if (!holds(part, event)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Expression.Any any -> {
                for (Expression part : any.parts()) {
                    if (holds(part, event)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Expression.Not not -> !holds(not.part(), event);
            case Expression.Field field -> holds(field, event);
            case Expression.Keyword keyword -> matched(keyword, event) != null;
        };
    }

    private static boolean holds(Expression.Field field, LogEvent event) {
        for (EventValue value : event.values(field.field())) {
            if (passes(field.test(), value, event)) {
                return true;
            }
        }
        return missing(field, event);
    }

    private static boolean missing(Expression.Field field, LogEvent event) {
        boolean absent = event.values(field.field()).isEmpty();
        return switch (field.test()) {
            case ValueTest.Nothing _ -> absent;
            case ValueTest.Exists exists -> exists.there() != absent;
            default -> false;
        };
    }

    private static @Nullable MatchedValue matched(Expression.Field field, LogEvent event) {
        for (EventValue value : event.values(field.field())) {
            if (passes(field.test(), value, event)) {
                return new MatchedValue(field.field(), value.shown(), span(field.test(), value));
            }
        }
        return null;
    }

    private static @Nullable MatchedValue matched(Expression.Keyword keyword, LogEvent event) {
        EventValue line = new EventValue.Text(event.line());
        if (!event.line().isEmpty() && passes(keyword.test(), line, event)) {
            return new MatchedValue("", event.line(), span(keyword.test(), line));
        }
        for (String field : event.fields()) {
            for (EventValue value : event.values(field)) {
                if (passes(keyword.test(), value, event)) {
                    return new MatchedValue(field, value.shown(), span(keyword.test(), value));
                }
            }
        }
        return null;
    }

    private static Span span(ValueTest test, EventValue value) {
        String text = value.shown();
        Span found =
                switch (test) {
                    case ValueTest.Textual textual -> textual.pattern().span(text);
                    case ValueTest.Regular regular -> regular.regex().span(text);
                    default -> null;
                };
        return found == null ? new Span(0, text.length()) : found;
    }

    /** Adds what made the expression hold; where it does not hold, nothing stays added. */
    static boolean gather(Expression expression, LogEvent event, List<MatchedValue> matches) {
        return switch (expression) {
            case Expression.All all -> gatherAll(all.parts(), event, matches);
            case Expression.Any any -> {
                boolean holds = false;
                for (Expression part : any.parts()) {
                    holds |= gather(part, event, matches);
                }
                yield holds;
            }
            case Expression.Not not -> !holds(not.part(), event);
            case Expression.Field field ->
                    add(matched(field, event), matches) || missing(field, event);
            case Expression.Keyword keyword -> add(matched(keyword, event), matches);
        };
    }

    private static boolean gatherAll(
            List<Expression> parts, LogEvent event, List<MatchedValue> matches) {
        int before = matches.size();
        for (Expression part : parts) {
            if (!gather(part, event, matches)) {
                matches.subList(before, matches.size()).clear();
                return false;
            }
        }
        return true;
    }

    private static boolean add(@Nullable MatchedValue match, List<MatchedValue> matches) {
        if (match != null && matches.size() < MATCHES_MAX && !matches.contains(match)) {
            matches.add(match);
        }
        return match != null;
    }

    private static boolean passes(ValueTest test, EventValue value, LogEvent event) {
        return switch (test) {
            case ValueTest.Textual textual ->
                    !(value instanceof EventValue.Nothing)
                            && textual.pattern().matches(value.shown());
            case ValueTest.Regular regular ->
                    !(value instanceof EventValue.Nothing) && regular.regex().finds(value.shown());
            case ValueTest.Equal equal -> equal(equal, value);
            case ValueTest.Compared compared -> compared(compared, value);
            case ValueTest.Truth truth ->
                    switch (value) {
                        case EventValue.Truth other -> other.value() == truth.value();
                        case EventValue.Text text ->
                                text.text().equalsIgnoreCase(String.valueOf(truth.value()));
                        default -> false;
                    };
            case ValueTest.Nothing _ -> value instanceof EventValue.Nothing;
            case ValueTest.Exists exists -> exists.there();
            case ValueTest.InNetwork in ->
                    value instanceof EventValue.Text text && in.network().holds(text.text());
            case ValueTest.OtherField other -> sameAs(other, value, event);
            case ValueTest.TimePart part -> time(part, value);
        };
    }

    private static boolean equal(ValueTest.Equal equal, EventValue value) {
        return switch (value) {
            case EventValue.Number number -> number.value().compareTo(equal.number()) == 0;
            case EventValue.Text text -> {
                BigDecimal number = Numbers.parse(text.text());
                yield text.text().equalsIgnoreCase(equal.written())
                        || (number != null && number.compareTo(equal.number()) == 0);
            }
            case EventValue.Truth _, EventValue.Nothing _ -> false;
        };
    }

    private static boolean compared(ValueTest.Compared compared, EventValue value) {
        BigDecimal number = value.number();
        return number != null && compared.comparison().holds(number.compareTo(compared.number()));
    }

    private static boolean sameAs(ValueTest.OtherField other, EventValue value, LogEvent event) {
        if (value instanceof EventValue.Nothing) {
            return false;
        }
        String text = other.cased() ? value.shown() : Folding.fold(value.shown());
        for (EventValue held : event.values(other.field())) {
            if (held instanceof EventValue.Nothing) {
                continue;
            }
            String part = other.cased() ? held.shown() : Folding.fold(held.shown());
            if (stands(other.place(), text, part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(Place place, String text, String part) {
        return switch (place) {
            case WHOLE -> text.equals(part);
            case START -> text.startsWith(part);
            case END -> text.endsWith(part);
            case ANYWHERE -> text.contains(part);
        };
    }

    private static boolean time(ValueTest.TimePart part, EventValue value) {
        OffsetDateTime moment = moment(value.shown());
        if (moment == null) {
            return false;
        }
        int number =
                switch (part.unit()) {
                    case MINUTE -> moment.getMinute();
                    case HOUR -> moment.getHour();
                    case DAY -> moment.getDayOfMonth();
                    case WEEK -> moment.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                    case MONTH -> moment.getMonthValue();
                    case YEAR -> moment.get(ChronoField.YEAR);
                };
        return part.comparison().holds(BigDecimal.valueOf(number).compareTo(part.number()));
    }

    /** A moment in ISO 8601, in UTC; without a zone it is taken as UTC. */
    private static @Nullable OffsetDateTime moment(String text) {
        if (text.length() < 16 || text.length() > 40) {
            return null;
        }
        String iso = text.replace(' ', 'T');
        boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
        try {
            return OffsetDateTime.parse(zoned ? iso : iso + "Z")
                    .withOffsetSameInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
