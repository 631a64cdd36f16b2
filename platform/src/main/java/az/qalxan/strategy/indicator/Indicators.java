package az.qalxan.strategy.indicator;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.strategy.indicator.IndicatorReading.Point;
import az.qalxan.strategy.indicator.IndicatorReading.Reading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The indicators of the strategy and what they say, for the modules that show or report them. */
@Component
public class Indicators {

    /** Periods of which a trend is the mean, against as many before. */
    private static final int TREND_OF = 3;

    private final VersionStore versions;
    private final SayingStore sayings;
    private final IndicatorWords words;
    private final Clock clock;
    private final ZoneId zone;

    Indicators(
            VersionStore versions,
            SayingStore sayings,
            IndicatorWords words,
            Clock clock,
            Jurisdiction jurisdiction) {
        this.versions = versions;
        this.sayings = sayings;
        this.words = words;
        this.clock = clock;
        this.zone = jurisdiction.zone();
    }

    /** What every indicator says of its last period that was over on that day. */
    @Transactional(readOnly = true)
    public List<IndicatorReading> readings(LocalDate on) {
        return readings(on, clock.instant());
    }

    /** The same as it was known at that moment: the definitions and the values of then. */
    @Transactional(readOnly = true)
    public List<IndicatorReading> readings(LocalDate on, Instant known) {
        List<IndicatorVersion> inForce = versions.inForce(known);
        Map<UUID, List<Saying>> said = said(inForce, known);
        return inForce.stream()
                .map(one -> reading(one, said.getOrDefault(one.id(), List.of()), on))
                .toList();
    }

    /** The readings that tell of that measure. */
    @Transactional(readOnly = true)
    public List<IndicatorReading> of(MeasureCode measure, LocalDate on) {
        Instant now = clock.instant();
        List<IndicatorVersion> telling =
                versions.inForce(now).stream()
                        .filter(one -> one.definition().measures().contains(measure))
                        .toList();
        Map<UUID, List<Saying>> said = said(telling, now);
        return telling.stream()
                .map(one -> reading(one, said.getOrDefault(one.id(), List.of()), on))
                .toList();
    }

    /** An indicator that is in force; empty for one that is not. */
    @Transactional(readOnly = true)
    public Optional<IndicatorReading> find(String code, LocalDate on) {
        return readings(on).stream().filter(one -> one.code().equals(code)).findAny();
    }

    /** The country's day. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Map<UUID, List<Saying>> said(List<IndicatorVersion> asked, Instant known) {
        Map<UUID, List<Saying>> said = new HashMap<>();
        for (Saying one : sayings.last(asked.stream().map(IndicatorVersion::id).toList(), known)) {
            said.computeIfAbsent(one.version(), key -> new ArrayList<>()).add(one);
        }
        return said;
    }

    IndicatorReading reading(IndicatorVersion version, List<Saying> said, LocalDate on) {
        Definition definition = version.definition();
        FigurePeriod period = definition.step().overOn(on.plusDays(1));
        List<Saying> past =
                said.stream()
                        .filter(one -> one.period().compareTo(period) <= 0)
                        .sorted(Comparator.comparing(Saying::period))
                        .toList();
        List<Point> history = past.stream().map(Indicators::point).toList();
        return new IndicatorReading(
                version.code(),
                definition.name(),
                definition.unit(),
                period,
                value(past, period, definition),
                definition.aim().baseline(),
                definition.aim().target(),
                definition.aim().targetOn(),
                definition.aim().direction(),
                definition.owner().value(),
                definition.measures(),
                definition.aims(),
                version.ofPack(),
                trend(history, definition.aim().direction()),
                history);
    }

    private Reading value(List<Saying> past, FigurePeriod period, Definition definition) {
        Optional<Saying> said = past.stream().filter(one -> one.period().equals(period)).findAny();
        if (said.isEmpty()) {
            return new Reading.Unknown(
                    words.both(
                            definition.byHand()
                                    ? "indicator.why.not-entered"
                                    : "indicator.why.not-computed"));
        }
        Saying saying = said.get();
        BigDecimal value = saying.value();
        Saying.ByHand hand = saying.byHand();
        return value == null
                ? new Reading.Unknown(words.whyBoth(saying.causes()))
                : new Reading.Known(
                        value,
                        hand == null ? LocalDate.ofInstant(saying.saidAt(), zone) : hand.sourceOn(),
                        hand != null);
    }

    private static Point point(Saying saying) {
        return new Point(saying.period(), saying.value(), saying.byHand() != null);
    }

    /** The mean of the last three periods against the mean of the three before them. */
    static String trend(List<Point> history, Direction direction) {
        int all = history.size();
        if (all < 2 * TREND_OF) {
            return "unknown";
        }
        BigDecimal now = mean(history.subList(all - TREND_OF, all));
        BigDecimal before = mean(history.subList(all - 2 * TREND_OF, all - TREND_OF));
        return now == null || before == null ? "unknown" : direction.trend(before, now);
    }

    private static @Nullable BigDecimal mean(List<Point> points) {
        List<BigDecimal> known =
                points.stream().map(Point::value).filter(Objects::nonNull).toList();
        return known.size() < points.size()
                ? null
                : known.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(known.size()), MathContext.DECIMAL64);
    }
}
