package az.qalxan.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A register that tells figures; the module that keeps it contributes it as a bean. */
public interface FigureSource {

    /** What it can tell. */
    List<RegisterFigure> figures();

    /**
     * What it counts in those periods, over all bodies and without what stands in a compartment. It
     * is asked in a transaction of the system.
     */
    Answer tell(List<FigurePeriod> periods);

    /**
     * The records behind a figure that the caller may see, the newest first. It is asked in a
     * transaction of the caller.
     */
    List<Behind> behind(String figure, FigurePeriod period, int most);

    /**
     * An answer.
     *
     * @param since the day of the oldest record; null while there is none
     */
    record Answer(@Nullable LocalDate since, List<Told> told) {

        public Answer {
            told = List.copyOf(told);
        }
    }

    /**
     * One figure of one period, as it is counted: nobody but {@link Registers} sees it.
     *
     * @param place which of the asked periods, from 0
     * @param records how many records stand behind it
     * @param amount what is measured; null where there is nothing to measure
     */
    record Told(String figure, int place, long records, @Nullable BigDecimal amount) {}

    /**
     * A record.
     *
     * @param label its number as people know it
     * @param path where it is shown
     */
    record Behind(String label, String path, LocalDate on) {}
}
