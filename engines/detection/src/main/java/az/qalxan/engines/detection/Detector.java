package az.qalxan.engines.detection;

import az.qalxan.engines.detection.SlotIndex.Candidates;
import az.qalxan.engines.detection.format.EventFields;
import az.qalxan.engines.detection.format.EventFormat;
import az.qalxan.engines.detection.format.EventSink;
import az.qalxan.engines.detection.format.Formats;
import az.qalxan.engines.detection.format.LogCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges one event after another by the rules of an engine; for one thread. */
public final class Detector {

    /** Formats kept ready; each file of Zeek has one of its own. */
    private static final int FORMATS_MAX = 64;

    private final DetectionEngine engine;
    private final SlottedEvent event;
    private final JsonWalk walk;
    private final SlotSink slots;
    private final EventSink sink;
    private final TextSink texts = new TextSink();
    private final FormatEvents whole;
    private final RouteCache<Route> routes = new RouteCache<>();
    private final Map<EventFormat, FormatReading> readings = new IdentityHashMap<>();
    private FormatReading lastReading;
    private final byte[] key = new byte[512];
    private final int channel;
    private final int eventId;
    private final int[] times;
    private final Candidates candidatesFound = this::add;
    private int[] seen = new int[64];
    private int[] candidates = new int[64];
    private int count;
    private int round;

    /** What is kept ready for events of one format. */
    private record FormatReading(EventFormat format, WrittenEvent written, FormatRoutes routes) {

        static FormatReading of(EventFormat format, DetectionEngine engine) {
            FormatRoutes routes = new FormatRoutes(engine, format.catalogue());
            return new FormatReading(format, new WrittenEvent(format), routes);
        }
    }

    /**
     * @param also is told of every value as well, whatever the rules ask for
     */
    Detector(DetectionEngine engine, @Nullable EventSink also) {
        this.engine = engine;
        event = new SlottedEvent(engine.slots());
        walk = new JsonWalk(also == null ? event : new UnescapedSink(event, also));
        slots = new SlotSink(event);
        sink = also == null ? slots : new BothSinks(slots, also);
        whole = new FormatEvents(engine.otherwise());
        channel = engine.slots().of("Channel");
        eventId = engine.slots().of("EventID");
        lastReading = FormatReading.of(Formats.NDJSON, engine);
        readings.put(Formats.NDJSON, lastReading);
        times = EventTimes.FIELDS.stream().mapToInt(engine.slots()::of).toArray();
    }

    /**
     * What the rules find in the JSON event that the bytes are.
     *
     * @throws BadEvent where they are none
     */
    public List<Finding> judge(byte[] json) throws BadEvent {
        return judge(json, 0, json.length);
    }

    /** What the rules find in the JSON event that the bytes from one index until another are. */
    public List<Finding> judge(byte[] json, int from, int until) throws BadEvent {
        return judge(Formats.NDJSON, json, from, until);
    }

    /**
     * What the rules find in the event that the bytes from one index until another are.
     *
     * @throws BadEvent where they are none
     */
    public List<Finding> judge(EventFormat format, byte[] bytes, int from, int until)
            throws BadEvent {
        EventFormat exactly = format.of(bytes, from, until);
        FormatReading reading = reading(exactly);
        WrittenEvent written = reading.written();
        written.is(bytes, from, until);
        if (!exactly.json()) {
            return judge(reading, written);
        }
        event.begin(bytes);
        walk.read(bytes, from, until);
        Bucket bucket = bucket(reading);
        if (bucket.size() == 0) {
            return List.of();
        }
        gather(bucket);
        KeywordIndex anywhere = bucket.anywhere();
        if (anywhere != null) {
            anywhere.search(bytes, from, until, candidatesFound);
            for (int i = 0; i < walk.disguised(); i++) {
                int begin = walk.disguisedFrom(i);
                anywhere.searchDisguised(bytes, begin, walk.disguisedUntil(i), candidatesFound);
            }
        }
        return findings(bucket, written, exactly.catalogue());
    }

    /** What the rules find in an event that tells its fields itself. */
    public List<Finding> judge(EventFormat format, EventFields fields) throws BadEvent {
        return judge(reading(format), fields);
    }

    private FormatReading reading(EventFormat format) {
        if (lastReading.format() != format) {
            if (readings.size() > FORMATS_MAX) {
                readings.clear();
            }
            lastReading = readings.computeIfAbsent(format, one -> FormatReading.of(one, engine));
        }
        return lastReading;
    }

    private List<Finding> judge(FormatReading reading, EventFields fields) throws BadEvent {
        slots.begin();
        fields.tell(sink);
        Bucket bucket = bucket(reading);
        if (bucket.size() == 0) {
            return List.of();
        }
        gather(bucket);
        KeywordIndex anywhere = bucket.anywhere();
        if (anywhere != null) {
            texts.begin();
            fields.tell(texts);
            texts.search(anywhere, candidatesFound);
        }
        return findings(bucket, fields, reading.format().catalogue());
    }

    /** The rules for the event that is in the slots, which then has all names of its fields. */
    private Bucket bucket(FormatReading reading) {
        if (event.first(channel) < 0) {
            FormatRoutes.FormatRoute route = reading.routes().of(event);
            route.complete(event);
            return route.route().bucket(event);
        }
        Route route = route();
        WindowsFields.complete(event, route.channel(), route.eventId());
        return route.bucket(event);
    }

    /** The event judged last, with the fields that rules ask for; good until the next is judged. */
    public LogEvent event() {
        return event;
    }

    /** When the event judged last happened; null where it does not say. */
    public @Nullable Instant at() {
        for (int slot : times) {
            for (int value = event.first(slot); value >= 0; value = event.next(value)) {
                Instant moment = EventTimes.of(event.original(value));
                if (moment != null) {
                    return moment;
                }
            }
        }
        return null;
    }

    private Route route() {
        int channelValue = event.first(channel);
        int number = event.first(eventId);
        if (number < 0 || event.next(number) >= 0 || event.next(channelValue) >= 0) {
            return unusual(channelValue, number);
        }
        int length = event.copy(channelValue, key, 0);
        length = length < 0 ? length : event.copy(number, key, length);
        if (length < 0) {
            return unusual(channelValue, number);
        }
        Route route = routes.get(key, length);
        if (route == null) {
            EventValue channelText = event.original(channelValue);
            EventValue numberText = event.original(number);
            EventSource source = WindowsLogs.source(channelText.shown(), numberText.shown());
            route = engine.route(source, channelText, numberText);
            routes.put(key, length, route);
        }
        return route;
    }

    /** Without one channel and one number nothing can be put into the rules. */
    private Route unusual(int channelValue, int number) {
        String channelText = event.original(channelValue).shown();
        String numberText = number < 0 ? "" : event.original(number).shown();
        EventSource source = WindowsLogs.source(channelText, numberText);
        return engine.route(source, channelText, numberText);
    }

    private void gather(Bucket bucket) {
        round++;
        count = 0;
        if (seen.length < bucket.size()) {
            seen = new int[bucket.size()];
            candidates = new int[bucket.size()];
        }
        add(bucket.always());
        for (int value = 0; value < event.count(); value++) {
            SlotIndex index = bucket.index(event.slot(value));
            if (index != null && event.kind(value) != ValueKind.NOTHING) {
                index.search(
                        event.folded(), event.from(value), event.until(value), candidatesFound);
            }
        }
    }

    private void add(int[] rules) {
        for (int rule : rules) {
            if (seen[rule] != round) {
                seen[rule] = round;
                candidates[count++] = rule;
            }
        }
    }

    private List<Finding> findings(Bucket bucket, EventFields fields, LogCatalogue catalogue)
            throws BadEvent {
        if (count == 0) {
            return List.of();
        }
        Arrays.sort(candidates, 0, count);
        LogEvent all = null;
        List<Finding> findings = null;
        for (int i = 0; i < count; i++) {
            int number = candidates[i];
            boolean holds;
            if (bucket.keywords(number)) {
                all = all == null ? whole.read(fields, catalogue).event() : all;
                holds = Interpreter.holds(bucket.expression(number), all);
            } else {
                holds = bucket.check(number).holds(event);
            }
            if (holds) {
                List<MatchedValue> matches =
                        bucket.keywords(number) && all != null
                                ? Interpreter.matches(bucket.rule(number), all)
                                : Matches.of(
                                        bucket.expression(number), bucket.check(number), event);
                findings = findings == null ? new ArrayList<>() : findings;
                findings.add(new Finding(bucket.rule(number).header(), matches));
            }
        }
        return findings == null ? List.of() : findings;
    }
}
