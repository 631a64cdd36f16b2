package az.qalxan.engines.detection;

import az.qalxan.engines.detection.SlotIndex.Candidates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Judges one event after another by the rules of an engine; for one thread. */
public final class Detector {

    private final DetectionEngine engine;
    private final SlottedEvent event;
    private final JsonWalk walk;
    private final JsonEvents whole;
    private final RouteCache routes = new RouteCache();
    private final Route undecided;
    private final byte[] key = new byte[512];
    private final int channel;
    private final int eventId;
    private final Candidates candidatesFound = this::add;
    private int[] seen = new int[64];
    private int[] candidates = new int[64];
    private int count;
    private int round;

    Detector(DetectionEngine engine) {
        this.engine = engine;
        event = new SlottedEvent(engine.slots());
        walk = new JsonWalk(event);
        whole = new JsonEvents(engine.otherwise());
        undecided = engine.route(engine.otherwise(), "", "");
        channel = engine.slots().of("Channel");
        eventId = engine.slots().of("EventID");
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
        event.begin(json);
        walk.read(json, from, until);
        Route route = route();
        WindowsFields.complete(event, route.channel(), route.eventId());
        Bucket bucket = route.bucket(event);
        if (bucket.size() == 0) {
            return List.of();
        }
        gather(bucket);
        KeywordIndex anywhere = bucket.anywhere();
        if (anywhere != null) {
            anywhere.search(json, from, until, candidatesFound);
            for (int i = 0; i < walk.disguised(); i++) {
                int begin = walk.disguisedFrom(i);
                anywhere.searchDisguised(json, begin, walk.disguisedUntil(i), candidatesFound);
            }
        }
        Arrays.sort(candidates, 0, count);
        return count == 0 ? List.of() : findings(bucket, json, from, until);
    }

    private Route route() {
        int channelValue = event.first(channel);
        int number = event.first(eventId);
        if (channelValue < 0) {
            return undecided;
        }
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
                index.search(event.folded(), event.from(value), event.until(value), candidatesFound);
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

    private List<Finding> findings(Bucket bucket, byte[] json, int from, int until)
            throws BadEvent {
        LogEvent all = null;
        List<Finding> findings = null;
        for (int i = 0; i < count; i++) {
            int number = candidates[i];
            boolean holds;
            if (bucket.keywords(number)) {
                all = all == null ? whole.read(json, from, until).event() : all;
                holds = Interpreter.holds(bucket.expression(number), all);
            } else {
                holds = bucket.check(number).holds(event);
            }
            if (holds) {
                List<MatchedValue> matches =
                        bucket.keywords(number) && all != null
                                ? Interpreter.matches(bucket.rule(number), all)
                                : Matches.of(bucket.expression(number), bucket.check(number), event);
                findings = findings == null ? new ArrayList<>() : findings;
                findings.add(new Finding(bucket.rule(number).header(), matches));
            }
        }
        return findings == null ? List.of() : findings;
    }
}
