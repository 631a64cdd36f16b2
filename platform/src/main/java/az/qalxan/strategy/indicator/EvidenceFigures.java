package az.qalxan.strategy.indicator;

import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureReading;
import az.qalxan.figure.Registers;
import az.qalxan.figure.Step;
import az.qalxan.strategy.indicator.IndicatorReading.Reading;
import az.qalxan.strategy.progress.RegisterFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Offers indicators and figures of registers as evidence that a stage is reached. */
@Component
class EvidenceFigures implements RegisterFigures {

    private final Indicators indicators;
    private final Registers registers;
    private final IndicatorWords words;

    EvidenceFigures(Indicators indicators, Registers registers, IndicatorWords words) {
        this.indicators = indicators;
        this.registers = registers;
        this.words = words;
    }

    @Override
    public List<Offered> offered() {
        List<Offered> offered = new ArrayList<>();
        for (IndicatorReading one : indicators.readings(indicators.today())) {
            offered.add(
                    new Offered(
                            one.code(),
                            one.name(),
                            words.both("figure.unit." + one.unit().code())));
        }
        registers
                .figures()
                .forEach(one ->
                        offered.add(
                                new Offered(
                                        one.name(),
                                        words.both("register." + one.name()),
                                        words.both("figure.unit." + one.unit().code()))));
        return offered;
    }

    /** A period that is not over has no figure yet. */
    @Override
    public Answer at(String code, LocalDate lastDay) {
        LocalDate today = indicators.today();
        if (!lastDay.isBefore(today)) {
            return new Unknown("indicator.evidence.not-over");
        }
        return code.contains(".") ? figure(code, lastDay, today) : indicator(code, lastDay);
    }

    private Answer figure(String name, LocalDate lastDay, LocalDate today) {
        Optional<FigurePeriod> period = ending(lastDay);
        if (period.isEmpty()) {
            return new Unknown("indicator.evidence.no-period");
        }
        FigureReading reading = registers.read(name, period.get());
        return reading instanceof FigureReading.Known(BigDecimal value)
                ? new Known(value.setScale(2, RoundingMode.HALF_UP), today)
                : new Unknown("figure.reading." + reading.code());
    }

    /** The quarter that ends on that day, or else the month. */
    private static Optional<FigurePeriod> ending(LocalDate lastDay) {
        return Stream.of(Step.QUARTER, Step.MONTH)
                .map(step -> step.of(lastDay))
                .filter(one -> one.lastDay().equals(lastDay))
                .findFirst();
    }

    private Answer indicator(String code, LocalDate lastDay) {
        Optional<IndicatorReading> reading =
                indicators
                        .find(code, lastDay)
                        .filter(one -> one.period().lastDay().equals(lastDay));
        if (reading.isEmpty()) {
            return new Unknown("indicator.evidence.no-period");
        }
        return switch (reading.get().value()) {
            case Reading.Known known -> new Known(known.value(), known.trueOn());
            case Reading.Unknown ignored -> new Unknown("indicator.evidence.unknown");
        };
    }
}
