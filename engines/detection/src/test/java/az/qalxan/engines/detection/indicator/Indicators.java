package az.qalxan.engines.detection.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.detection.EventValue;
import az.qalxan.engines.detection.FieldEvent;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Indicators and sets for tests. */
final class Indicators {

    static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    static final IndicatorOrigin ORIGIN = new IndicatorOrigin("sınaq", 80, "TLP:AMBER");

    private Indicators() {}

    static IndicatorValue value(IndicatorKind kind, String text) {
        ValueRead read = IndicatorValue.read(kind, text);
        assertThat(read).as(text).isInstanceOf(IndicatorValue.class);
        return (IndicatorValue) read;
    }

    static IndicatorValue value(String text) {
        ValueRead read = IndicatorValue.read(text);
        assertThat(read).as(text).isInstanceOf(IndicatorValue.class);
        return (IndicatorValue) read;
    }

    static ThreatIndicator open(IndicatorValue value) {
        return new ThreatIndicator(value, ORIGIN, Lifetime.OPEN, ThreatIndicator.NAMELESS);
    }

    static IndicatorSet set(List<IndicatorValue> values) {
        IndicatorSet.Building building = new IndicatorSet.Building(new Random(7));
        values.forEach(value -> assertThat(building.add(open(value))).isTrue());
        return building.build();
    }

    static IndicatorSet set(String... values) {
        return set(List.of(values).stream().map(Indicators::value).toList());
    }

    static List<IndicatorHit> hits(IndicatorSet set, String text) {
        return matcher(set).hits(event(text), NOW);
    }

    /** The values that are found in a text. */
    static List<String> found(IndicatorSet set, String text) {
        return hits(set, text).stream().map(hit -> hit.indicator().value().text()).toList();
    }

    static IndicatorMatcher matcher(IndicatorSet set) {
        return new IndicatorMatcher(new LiveIndicators(set));
    }

    static FieldEvent event(String text) {
        return new FieldEvent.Building().add("Field", new EventValue.Text(text)).build();
    }
}
