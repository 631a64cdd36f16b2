package az.qalxan.figure;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.figure.FigureSource.Answer;
import az.qalxan.figure.FigureSource.Behind;
import az.qalxan.figure.FigureSource.Told;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** What leaves the registers, and what is kept back. */
class RegistersTest {

    private static final FigurePeriod MAY = FigurePeriod.parse("2026-05").orElseThrow();
    private static final FigurePeriod SECOND = FigurePeriod.parse("2026Q2").orElseThrow();

    @Test
    void fewRecordsAreHiddenAndNoneAreNot() {
        assertThat(read(Map.of("2026-05", 4L), "r.all", MAY))
                .isInstanceOf(FigureReading.Hidden.class);
        assertThat(read(Map.of("2026-05", 5L), "r.all", MAY)).isEqualTo(known(5));
        assertThat(read(Map.of(), "r.all", MAY)).isEqualTo(known(0));
    }

    @Test
    void aPartIsHiddenWhenTheRestWouldBeSmall() {
        assertThat(read(Map.of("2026-05", 50L, "part 2026-05", 47L), "r.part", MAY))
                .isInstanceOf(FigureReading.Hidden.class);
        assertThat(read(Map.of("2026-05", 50L, "part 2026-05", 45L), "r.part", MAY))
                .isEqualTo(known(45));
        assertThat(read(Map.of("2026-05", 50L, "part 2026-05", 50L), "r.part", MAY))
                .isEqualTo(known(50));
    }

    @Test
    void aQuarterIsHiddenWhenItWouldGiveItsOnlyHiddenMonthBack() {
        Map<String, Long> one =
                Map.of("2026-04", 30L, "2026-05", 3L, "2026-06", 30L, "2026Q2", 63L);
        assertThat(read(one, "r.all", SECOND)).isInstanceOf(FigureReading.Hidden.class);
        Map<String, Long> two = Map.of("2026-04", 4L, "2026-05", 3L, "2026-06", 30L, "2026Q2", 37L);
        assertThat(read(two, "r.all", SECOND)).isEqualTo(known(37));
    }

    @Test
    void whatPointsAtNobodyIsToldHoweverFew() {
        assertThat(read(Map.of("open 2026-05", 2L), "r.open", MAY)).isEqualTo(known(2));
    }

    @Test
    void aRegisterThatWasNotKeptYetCountsNothingInsteadOfNought() {
        Registers registers = registers(Map.of(), LocalDate.of(2026, 5, 2));
        assertThat(registers.read("r.all", MAY))
                .isEqualTo(new FigureReading.NotYet(LocalDate.of(2026, 5, 2)));
        assertThat(registers(Map.of(), null).read("r.all", MAY))
                .isInstanceOf(FigureReading.NotKept.class);
    }

    @Test
    void whatNobodyTellsIsNoFigureAndAMedianOfNothingIsNothing() {
        assertThat(read(Map.of(), "r.odd", MAY)).isInstanceOf(FigureReading.NoSuchFigure.class);
        assertThat(read(Map.of(), "r.hours", MAY)).isInstanceOf(FigureReading.Nothing.class);
        assertThat(read(Map.of("hours 2026-05", 3L), "r.hours", MAY))
                .isInstanceOf(FigureReading.Hidden.class);
    }

    /** From everything that is told nobody can work out a month of fewer than five records. */
    @Test
    void noMonthOfFewRecordsCanBeWorkedOutOfWhatIsTold() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Map<String, Long> counts = new java.util.HashMap<>();
            long sum = 0;
            for (FigurePeriod month : SECOND.months()) {
                long count = random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(40);
                counts.put(month.code(), count);
                sum += count;
            }
            counts.put(SECOND.code(), sum);
            List<FigurePeriod> hidden = new ArrayList<>();
            for (FigurePeriod month : SECOND.months()) {
                FigureReading reading = read(counts, "r.all", month);
                if (reading instanceof FigureReading.Hidden) {
                    hidden.add(month);
                } else {
                    assertThat(counts.get(month.code())).isNotIn(Set.of(1L, 2L, 3L, 4L));
                }
            }
            boolean quarterTold = read(counts, "r.all", SECOND) instanceof FigureReading.Known;
            assertThat(quarterTold && hidden.size() == 1).as("seed %d, %s", seed, counts).isFalse();
        }
    }

    private static FigureReading.Known known(long count) {
        return new FigureReading.Known(BigDecimal.valueOf(count));
    }

    private static FigureReading read(Map<String, Long> counts, String name, FigurePeriod period) {
        return registers(counts, LocalDate.of(2020, 1, 1)).read(name, period);
    }

    private static Registers registers(Map<String, Long> counts, @Nullable LocalDate since) {
        return new Registers(List.of(new Played(counts, since)), new NoTransactions());
    }

    /** A register that tells what it is given. */
    private record Played(Map<String, Long> counts, @Nullable LocalDate since)
            implements FigureSource {

        @Override
        public List<RegisterFigure> figures() {
            return List.of(
                    RegisterFigure.count("r.all", "x:read"),
                    RegisterFigure.count("r.part", "x:read").partOf("r.all"),
                    RegisterFigure.count("r.open", "x:read").open(),
                    RegisterFigure.measured("r.hours", RegisterFigure.Unit.HOURS, "x:read"));
        }

        @Override
        public Answer tell(List<FigurePeriod> periods) {
            List<Told> told = new ArrayList<>();
            for (int i = 0; i < periods.size(); i++) {
                String code = periods.get(i).code();
                for (String name : List.of("all", "part", "open", "hours")) {
                    Long count = counts.get(name.equals("all") ? code : name + " " + code);
                    if (count != null) {
                        told.add(new Told("r." + name, i, count, BigDecimal.valueOf(count)));
                    }
                }
            }
            return new Answer(since, told);
        }

        @Override
        public List<Behind> behind(String figure, FigurePeriod period, int most) {
            return List.of();
        }
    }

    private static final class NoTransactions extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
