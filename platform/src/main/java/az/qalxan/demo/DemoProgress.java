package az.qalxan.demo;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the synthetic country is loaded. */
@Component
class DemoProgress {

    private final JdbcClient jdbc;

    DemoProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A load that was begun. */
    record Load(long seed, int reports, LocalDate lastDay, int loaded) {

        boolean finished() {
            return loaded >= reports;
        }
    }

    Optional<Load> load() {
        return jdbc.sql("select seed, reports, last_day, loaded from demo.progress")
                .query((row, number) ->
                        new Load(
                                row.getLong(1),
                                row.getInt(2),
                                row.getObject(3, LocalDate.class),
                                row.getInt(4)))
                .optional();
    }

    void begin(Load load) {
        jdbc.sql(
                        """
                        insert into demo.progress (seed, reports, last_day, loaded)
                        values (:seed, :reports, :day, 0)
                        """)
                .param("seed", load.seed())
                .param("reports", load.reports())
                .param("day", load.lastDay())
                .update();
    }

    void loaded(int reports) {
        jdbc.sql("update demo.progress set loaded = :loaded").param("loaded", reports).update();
    }
}
