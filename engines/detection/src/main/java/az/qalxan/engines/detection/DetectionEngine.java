package az.qalxan.engines.detection;

import az.qalxan.engines.detection.format.EventFormat;
import az.qalxan.engines.detection.format.EventSink;
import az.qalxan.engines.detection.format.Formats;
import az.qalxan.engines.detection.format.LogCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rules made ready to judge many events. Shared by threads, each of which has a {@link Detector}.
 */
public final class DetectionEngine {

    /** Kinds of events that are kept ready; for further kinds it is made ready each time. */
    static final int ROUTES_MAX = 4_096;

    static final Set<String> ROUTING = Set.of("Channel", "EventID");

    private final List<DetectionRule> rules;
    private final EventSource otherwise;
    private final FieldSlots slots;
    private final Map<RouteKey, Route> routes = new ConcurrentHashMap<>();

    /** What a route is of, and whether channel and number are put in. */
    private record RouteKey(
            EventSource source, EventValue channel, EventValue eventId, boolean known) {}

    private DetectionEngine(RuleSet rules, EventSource otherwise) {
        this.rules = rules.rules();
        this.otherwise = otherwise;
        Set<String> fields = new LinkedHashSet<>(ROUTING);
        fields.addAll(WindowsFields.read());
        fields.addAll(EventTimes.FIELDS);
        this.rules.forEach(rule -> gather(rule.expression(), fields));
        for (EventFormat format : Formats.all()) {
            gather(format.catalogue(), fields);
        }
        rules.correlations().forEach(rule -> fields.addAll(rule.asked()));
        slots = new FieldSlots(fields);
    }

    /**
     * @param otherwise what an event is of that does not tell itself
     */
    public static DetectionEngine of(RuleSet rules, EventSource otherwise) {
        return new DetectionEngine(rules, otherwise);
    }

    private static void gather(Expression expression, Set<String> fields) {
        switch (expression) {
            case Expression.All all -> all.parts().forEach(part -> gather(part, fields));
            case Expression.Any any -> any.parts().forEach(part -> gather(part, fields));
            case Expression.Not not -> gather(not.part(), fields);
            case Expression.Keyword _ -> {}
            case Expression.Field field -> {
                fields.add(field.field());
                if (field.test() instanceof ValueTest.OtherField other) {
                    fields.add(other.field());
                }
            }
        }
    }

    /** What decides of which log an event is, and fields that rules know by another name. */
    private static void gather(LogCatalogue catalogue, Set<String> fields) {
        fields.addAll(catalogue.decidedByValue());
        fields.addAll(catalogue.decidedByPresence());
        for (LogCatalogue.FieldName name : catalogue.names()) {
            if (fields.contains(name.name())) {
                fields.add(name.field());
            }
        }
    }

    private static Simplifying nothingKnown() {
        return new Simplifying(new FieldEvent.Building().build(), Set.of());
    }

    FieldSlots slots() {
        return slots;
    }

    EventSource otherwise() {
        return otherwise;
    }

    /** A detector over these rules, for one thread. */
    public Detector detector() {
        return new Detector(this, null);
    }

    /**
     * A detector for one thread that tells a sink of every value of an event as well, in the same
     * go.
     */
    public Detector detector(EventSink also) {
        return new Detector(this, also);
    }

    /** The rules for events of the source, whatever their channel and number. */
    Route route(EventSource source, String channel, String eventId) {
        EventValue channelText = new EventValue.Text(channel);
        EventValue eventIdText = new EventValue.Text(eventId);
        return route(new RouteKey(source, channelText, eventIdText, false), nothingKnown());
    }

    /** The rules for events of a channel and a number, with both already put in. */
    Route route(EventSource source, EventValue channel, EventValue eventId) {
        LogEvent known =
                new FieldEvent.Building().add("Channel", channel).add("EventID", eventId).build();
        return route(new RouteKey(source, channel, eventId, true), new Simplifying(known, ROUTING));
    }

    private Route route(RouteKey key, Simplifying simplifying) {
        Route route = routes.get(key);
        if (route == null) {
            List<DetectionRule> fitting = new ArrayList<>();
            for (DetectionRule rule : rules) {
                if (key.source().fits(rule.logSource())) {
                    fitting.add(rule);
                }
            }
            Bucket bucket = new Bucket(fitting, slots, simplifying);
            route = new Route(key.channel().shown(), key.eventId().shown(), bucket, slots);
            if (routes.size() < ROUTES_MAX) {
                routes.put(key, route);
            }
        }
        return route;
    }
}
