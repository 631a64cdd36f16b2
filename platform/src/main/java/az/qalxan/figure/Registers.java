package az.qalxan.figure;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.figure.FigureSource.Answer;
import az.qalxan.figure.FigureSource.Behind;
import az.qalxan.figure.FigureSource.Told;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** All registers that tell figures, and the only way to what they tell. */
@Component
public final class Registers {

    /** Records that are listed behind a figure. */
    public static final int LISTED_MAX = 200;

    private static final TransactionIdentity JOB = TransactionIdentity.job("figures");

    private final Map<String, RegisterFigure> figures = new TreeMap<>();
    private final Map<String, FigureSource> sources = new HashMap<>();
    private final TransactionTemplate reading;

    Registers(List<FigureSource> all, PlatformTransactionManager manager) {
        for (FigureSource source : all) {
            for (RegisterFigure figure : source.figures()) {
                if (figures.put(figure.name(), figure) != null) {
                    throw new IllegalStateException("two registers tell " + figure.name());
                }
                sources.put(figure.name(), source);
            }
        }
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Everything that can be told, by name. */
    public List<RegisterFigure> figures() {
        return List.copyOf(figures.values());
    }

    public Set<String> names() {
        return Set.copyOf(figures.keySet());
    }

    public Optional<RegisterFigure> find(String name) {
        return Optional.ofNullable(figures.get(name));
    }

    /** What one figure was in one period. */
    public FigureReading read(String name, FigurePeriod period) {
        return read(List.of(name), List.of(period)).of(name, period);
    }

    /** What those figures were in those periods, as the registers know it now. */
    public Readings read(Collection<String> names, Collection<FigurePeriod> periods) {
        Map<FigureSource, Set<String>> asked = new LinkedHashMap<>();
        for (String name : names) {
            FigureSource source = sources.get(name);
            if (source != null) {
                asked.computeIfAbsent(source, key -> new LinkedHashSet<>()).add(name);
            }
        }
        List<FigurePeriod> all = withMonths(periods);
        Map<String, Map<FigurePeriod, FigureReading>> read = new HashMap<>();
        asked.forEach((source, wanted) -> {
            Counted told = told(source, all);
            for (String name : wanted) {
                RegisterFigure figure = Objects.requireNonNull(figures.get(name));
                Map<FigurePeriod, FigureReading> row = new HashMap<>();
                periods.forEach(period -> row.put(period, told.reading(figure, period)));
                read.put(name, row);
            }
        });
        return new Readings(read);
    }

    /** Answers; a figure that no register tells has none. */
    public record Readings(Map<String, Map<FigurePeriod, FigureReading>> all) {

        public FigureReading of(String name, FigurePeriod period) {
            Map<FigurePeriod, FigureReading> row = all.get(name);
            FigureReading reading = row == null ? null : row.get(period);
            return reading == null ? new FigureReading.NoSuchFigure() : reading;
        }
    }

    /**
     * The records behind a figure that the caller may see, at most {@link #LISTED_MAX}; asked
     * within the caller's transaction.
     */
    public List<Behind> behind(RegisterFigure figure, FigurePeriod period) {
        FigureSource source = sources.get(figure.name());
        return source == null ? List.of() : source.behind(figure.name(), period, LISTED_MAX);
    }

    private static List<FigurePeriod> withMonths(Collection<FigurePeriod> periods) {
        Set<FigurePeriod> all = new LinkedHashSet<>(periods);
        periods.forEach(period -> all.addAll(period.months()));
        return new ArrayList<>(all);
    }

    private Counted told(FigureSource source, List<FigurePeriod> periods) {
        @Nullable Answer answer =
                ActingAs.call(JOB, () -> reading.execute(status -> source.tell(periods)));
        return new Counted(answer == null ? new Answer(null, List.of()) : answer, periods);
    }

    /** What a register answered, before anything is kept back. */
    private static final class Counted {

        private final Answer answer;
        private final Map<String, Map<FigurePeriod, Told>> cells = new HashMap<>();

        Counted(Answer answer, List<FigurePeriod> periods) {
            this.answer = answer;
            for (Told told : answer.told()) {
                cells.computeIfAbsent(told.figure(), key -> new HashMap<>())
                        .put(periods.get(told.place()), told);
            }
        }

        FigureReading reading(RegisterFigure figure, FigurePeriod period) {
            if (answer.since() == null) {
                return new FigureReading.NotKept();
            }
            if (answer.since().isAfter(period.from())) {
                return new FigureReading.NotYet(answer.since());
            }
            if (figure.guarded() && givesAway(figure, period)) {
                return new FigureReading.Hidden();
            }
            Told told = cell(figure.name(), period);
            if (figure.unit() == RegisterFigure.Unit.COUNT) {
                return new FigureReading.Known(BigDecimal.valueOf(told.records()));
            }
            BigDecimal amount = told.amount();
            return amount == null ? new FigureReading.Nothing() : new FigureReading.Known(amount);
        }

        private boolean givesAway(RegisterFigure figure, FigurePeriod period) {
            if (small(figure, period)) {
                return true;
            }
            List<FigurePeriod> months = period.months();
            return months.size() > 1
                    && months.stream().filter(month -> small(figure, month)).count() == 1;
        }

        private boolean small(RegisterFigure figure, FigurePeriod period) {
            long records = cell(figure.name(), period).records();
            String whole = figure.whole();
            return whole == null
                    ? Guard.small(records)
                    : Guard.small(records, cell(whole, period).records());
        }

        private Told cell(String name, FigurePeriod period) {
            Told told = cells.getOrDefault(name, Map.of()).get(period);
            return told == null ? new Told(name, 0, 0, null) : told;
        }
    }
}
