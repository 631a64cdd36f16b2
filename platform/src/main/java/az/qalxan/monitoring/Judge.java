package az.qalxan.monitoring;

import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.LogEvent;
import az.qalxan.engines.detection.MatchedValue;
import az.qalxan.engines.detection.correlation.Contribution;
import az.qalxan.engines.detection.correlation.CorrelationFinding;
import az.qalxan.engines.detection.correlation.Correlator;
import az.qalxan.engines.detection.correlation.Counters;
import az.qalxan.engines.detection.correlation.EventMoment;
import az.qalxan.engines.detection.correlation.EventRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges events of one source by one version of rules, and tells what was found. The same for
 * events that arrive, for those that are judged again after a standstill, and for a back-test.
 */
final class Judge {

    /** The name under which a correlation's number stands among its values. */
    static final String RECKONED = "";

    private final LoadedRules rules;
    private final Source source;
    private final @Nullable Correlator correlator;
    private final Found found;
    private final EventReading reading;
    private final Losses losses = new Losses();

    /** Gets what people are to be told of. */
    interface Found {

        /** A rule holds for an event. */
        void single(Draft draft);

        /** A rule holds for what other rules found. */
        void several(LoadedRules rules, CorrelationFinding finding, long batch);

        /** Whoever only has to catch up tells nobody. */
        Found NOBODY =
                new Found() {
                    @Override
                    public void single(Draft draft) {}

                    @Override
                    public void several(
                            LoadedRules rules, CorrelationFinding finding, long batch) {}
                };
    }

    /**
     * @param correlator null where the rules count nothing
     */
    Judge(LoadedRules rules, Source source, @Nullable Correlator correlator, Found found) {
        this.rules = rules;
        this.source = source;
        this.correlator = correlator;
        this.found = found;
        reading = new EventReading(source);
    }

    /**
     * Judges an event. One in which nothing is found moves the time of correlations on as well.
     *
     * @param now when it was taken: nothing happened later than that, whatever the event claims
     */
    void event(EventArchive.Kept event, Instant now) {
        Detector detector = rules.detector(source.taken());
        try {
            byte[] raw = event.raw();
            EventReading.Stored stored = reading.stored(raw);
            List<Finding> findings =
                    detector.judge(stored.format(), raw, stored.from(), stored.until());
            tellSingles(event, findings);
            if (correlator != null) {
                Instant at = event.at().isAfter(now) ? now : event.at();
                tell(rules, several(correlator, findings, event, at), event.batch(), found);
            }
        } catch (BadEvent e) {
            losses.unreadable();
        }
    }

    private List<CorrelationFinding> several(
            Correlator correlator, List<Finding> findings, EventArchive.Kept event, Instant at) {
        if (findings.isEmpty()) {
            return correlator.accept(List.<Contribution>of(), at);
        }
        EventMoment moment = new EventMoment(at, EventRef.of(event.id()));
        LogEvent fields = rules.detector(source.taken()).event();
        Counters before = correlator.counters();
        List<CorrelationFinding> several = correlator.accept(findings, fields, moment);
        losses.judged(event.id(), before, correlator.counters());
        return several;
    }

    private void tellSingles(EventArchive.Kept event, List<Finding> findings) throws BadEvent {
        List<Finding> told = findings.stream().filter(one -> !rules.silent(one.rule())).toList();
        if (told.isEmpty()) {
            return;
        }
        List<Entity> entities = Entities.of(reading.event(event.raw()));
        told.forEach(finding -> found.single(draft(event, finding, entities)));
    }

    /** What could not be used of the events. */
    Losses losses() {
        return losses;
    }

    private Draft draft(EventArchive.Kept event, Finding finding, List<Entity> entities) {
        return new Draft(
                source,
                source.handling(),
                event.batch(),
                event.id(),
                List.of(event.id()),
                event.at(),
                rules.version(),
                rules.head(finding.rule(), false),
                "",
                finding.values().stream().map(Judge::matched).toList(),
                entities);
    }

    private static Matched matched(MatchedValue value) {
        int from = value.span().from();
        int until = value.span().until();
        String text = value.value();
        int begin = 0;
        if (text.length() > Matched.CHARS_MAX) {
            begin = Math.clamp(from - Matched.CHARS_MAX / 4, 0, text.length() - Matched.CHARS_MAX);
            text = text.substring(begin, begin + Matched.CHARS_MAX);
        }
        return new Matched(
                value.field(),
                RuleStore.clean(text),
                Math.clamp(from - begin, 0, text.length()),
                Math.clamp(until - begin, 0, text.length()));
    }

    /** Tells what people are to know of it. */
    static void tell(
            LoadedRules rules, List<CorrelationFinding> correlated, long batch, Found found) {
        for (CorrelationFinding one : correlated) {
            if (one.alert() && !one.events().isEmpty()) {
                found.several(rules, one, batch);
            }
        }
    }

    /** What keeps a correlation's findings apart, and what was reckoned. */
    static List<Matched> matched(CorrelationFinding finding) {
        List<Matched> matched = new ArrayList<>();
        finding.group().forEach(part -> matched.add(matched(part.field(), part.value())));
        matched.add(matched(RECKONED, finding.value().toPlainString()));
        return matched;
    }

    private static Matched matched(String field, String text) {
        String value = RuleStore.clean(text);
        String cut = value.substring(0, Math.min(value.length(), Matched.CHARS_MAX));
        return new Matched(field, cut, 0, cut.length());
    }
}
