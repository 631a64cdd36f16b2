package az.qalxan.strategy.indicator;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.access.Reach;
import az.qalxan.access.Right;
import az.qalxan.engines.forecast.Forecast;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureReading;
import az.qalxan.figure.RegisterFigure;
import az.qalxan.figure.Registers;
import az.qalxan.figure.Step;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.strategy.indicator.Saying.Used;
import az.qalxan.web.Text;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the pages of indicators show. */
@Component
class IndicatorPages {

    private static final Right ALL_FIGURES = Right.parse("statistics:read");

    private final Indicators indicators;
    private final VersionStore versions;
    private final SayingStore sayings;
    private final Registers registers;
    private final IndicatorWords words;
    private final BodyNames bodies;
    private final AccessPolicy policy;
    private final Clock clock;
    private final ZoneId zone;

    IndicatorPages(
            Indicators indicators,
            VersionStore versions,
            SayingStore sayings,
            Registers registers,
            IndicatorWords words,
            BodyNames bodies,
            AccessPolicy policy,
            Clock clock,
            Jurisdiction jurisdiction) {
        this.indicators = indicators;
        this.versions = versions;
        this.sayings = sayings;
        this.registers = registers;
        this.words = words;
        this.bodies = bodies;
        this.policy = policy;
        this.clock = clock;
        this.zone = jurisdiction.zone();
    }

    /** A line of a list. */
    record Row(IndicatorReading reading, Spark spark, String owner) {

        /** {@code unknown}, {@code reached}, {@code missed}, or {@code none} without a target. */
        String state() {
            if (reading.value() instanceof IndicatorReading.Reading.Unknown) {
                return "unknown";
            }
            return reading.target() == null ? "none" : reading.reached() ? "reached" : "missed";
        }
    }

    /**
     * The list.
     *
     * @param known the past day whose knowledge is shown; null for today's
     * @param state which states are shown; empty for all
     */
    record ListPage(
            List<Row> rows,
            List<Row> shown,
            List<IndicatorVersion> proposed,
            @Nullable LocalDate known,
            String state,
            IndicatorWords words) {

        ListPage {
            rows = List.copyOf(rows);
            shown = List.copyOf(shown);
            proposed = List.copyOf(proposed);
        }

        long of(String wanted) {
            return rows.stream().filter(row -> row.state().equals(wanted)).count();
        }
    }

    @Transactional(readOnly = true)
    public ListPage list(@Nullable LocalDate known, String state, Text text) {
        LocalDate on = known == null ? indicators.today() : known;
        List<Row> rows =
                indicators.readings(on, moment(known)).stream()
                        .sorted(
                                Comparator.comparing(IndicatorPages::firstMeasure)
                                        .thenComparing(IndicatorReading::code))
                        .map(one -> row(one, text))
                        .toList();
        Predicate<Row> wanted = row -> state.isEmpty() || row.state().equals(state);
        return new ListPage(
                rows,
                rows.stream().filter(wanted).toList(),
                versions.proposed(),
                known,
                state,
                words);
    }

    private static String firstMeasure(IndicatorReading reading) {
        return reading.measures().stream().findFirst().map(Object::toString).orElse("~");
    }

    Row row(IndicatorReading reading, Text text) {
        return new Row(reading, Spark.of(reading.history()), acronym(reading.owner(), text));
    }

    String acronym(String body, Text text) {
        return bodies.acronym(new BodyCode(body), text.language());
    }

    /** The last moment of a past day; now when there is none. */
    private Instant moment(@Nullable LocalDate known) {
        Instant now = clock.instant();
        if (known == null) {
            return now;
        }
        Instant end = known.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
        return end.isBefore(now) ? end : now;
    }

    /** A figure that went into a value. */
    record FigureLine(Used used, @Nullable RegisterFigure figure) {}

    /**
     * One indicator.
     *
     * @param period the period whose value and figures are shown
     * @param said everything that was ever said of it, the newest first
     */
    record Page(
            Row row,
            IndicatorVersion version,
            FigurePeriod period,
            @Nullable Saying saying,
            List<FigureLine> figures,
            List<Saying> said,
            Outlook outlook,
            Chart chart,
            List<IndicatorVersion> history,
            @Nullable LocalDate known,
            IndicatorWords words) {

        Page {
            figures = List.copyOf(figures);
            said = List.copyOf(said);
            history = List.copyOf(history);
        }

        IndicatorReading reading() {
            return row.reading();
        }

        Definition definition() {
            return version.definition();
        }

        String value(BigDecimal value, Text text) {
            return words.value(value, definition().unit(), text);
        }
    }

    /** Empty when no such indicator was in force. */
    @Transactional(readOnly = true)
    public Optional<Page> page(
            String code, @Nullable FigurePeriod asked, @Nullable LocalDate known, Text text) {
        Looking looking = new Looking(asked, known, moment(known), text);
        return versions.inForce(looking.moment()).stream()
                .filter(one -> one.code().equals(code))
                .findAny()
                .map(version -> page(version, looking));
    }

    /** Which period is looked at, and from which moment's knowledge. */
    private record Looking(
            @Nullable FigurePeriod asked, @Nullable LocalDate known, Instant moment, Text text) {}

    private Page page(IndicatorVersion version, Looking looking) {
        LocalDate known = looking.known();
        Instant moment = looking.moment();
        LocalDate on = known == null ? indicators.today() : known;
        FigurePeriod asked = looking.asked();
        List<Saying> last = sayings.last(List.of(version.id()), moment);
        IndicatorReading reading = indicators.reading(version, last, on);
        FigurePeriod period =
                asked != null && asked.step() == version.definition().step()
                        ? asked
                        : reading.period();
        Outlook outlook = Outlook.of(reading, version.definition().formula());
        @Nullable Forecast forecast = outlook.forecast().orElse(null);
        @Nullable Saying saying =
                last.stream().filter(one -> one.period().equals(period)).findAny().orElse(null);
        return new Page(
                row(reading, looking.text()),
                version,
                period,
                saying,
                figures(saying),
                sayings.of(version.code(), period),
                outlook,
                Chart.of(reading, forecast),
                versions.history(version.code()),
                known,
                words);
    }

    private List<FigureLine> figures(@Nullable Saying saying) {
        List<FigureLine> lines = new ArrayList<>();
        if (saying != null) {
            for (Used used : saying.figures()) {
                lines.add(new FigureLine(used, registers.find(used.figure()).orElse(null)));
            }
        }
        return lines;
    }

    /** A figure of the registers in the last month that was over. */
    record RegisterLine(RegisterFigure figure, FigureReading reading) {}

    /**
     * Everything that registers tell.
     *
     * @param told whether the values are shown: they are of today's knowledge, and so for those who
     *     may read the figures of every body as known on any day
     */
    record RegistersPage(
            FigurePeriod month, boolean told, List<RegisterLine> lines, IndicatorWords words) {

        RegistersPage {
            lines = List.copyOf(lines);
        }
    }

    RegistersPage registers(Caller caller) {
        FigurePeriod month = Step.MONTH.overOn(indicators.today());
        boolean told = policy.ceiling(caller, ALL_FIGURES, Reach.ANY).isPresent();
        Registers.Readings readings =
                registers.read(told ? registers.names() : List.of(), List.of(month));
        return new RegistersPage(
                month,
                told,
                registers.figures().stream()
                        .map(one -> new RegisterLine(one, readings.of(one.name(), month)))
                        .toList(),
                words);
    }

    /** A proposal and what it would change; null where nothing is in force yet. */
    record ProposalPage(
            IndicatorVersion version,
            @Nullable IndicatorVersion inForce,
            String owner,
            boolean own,
            IndicatorWords words) {}

    @Transactional(readOnly = true)
    public Optional<ProposalPage> proposal(UUID id, String account, Text text) {
        return versions.find(id)
                .map(one ->
                        new ProposalPage(
                                one,
                                inForce(one),
                                acronym(one.definition().owner().value(), text),
                                one.proposed().account().equals(account),
                                words));
    }

    private @Nullable IndicatorVersion inForce(IndicatorVersion version) {
        return versions.inForce(clock.instant()).stream()
                .filter(one -> one.code().equals(version.code()))
                .findAny()
                .orElse(null);
    }
}
