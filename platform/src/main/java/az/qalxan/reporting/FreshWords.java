package az.qalxan.reporting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The words of reports that came in large batches: found from the first moment on, and moved into
 * the index of words afterwards, because indexing them within the import takes nearly half of the
 * database's time.
 */
@Component
public class FreshWords {

    /** Reports whose words one transaction moves. */
    public static final int STEP = 5_000;

    private final JdbcClient jdbc;

    FreshWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Moves the words of up to {@link #STEP} reports and tells how many; for the system alone. */
    @Transactional
    public int index() {
        return jdbc.sql("select reporting.index_fresh_words(:step)")
                .param("step", STEP)
                .query(Integer.class)
                .single();
    }
}
