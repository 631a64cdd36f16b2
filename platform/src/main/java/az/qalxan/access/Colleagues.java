package az.qalxan.access;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the caller's own body, to whom work can be given. */
@Component
public class Colleagues {

    private static final int SHOWN_MAX = 1_000;

    private final JdbcClient jdbc;

    Colleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who may sign in, by name; at most a thousand. */
    @Transactional(readOnly = true)
    public List<Colleague> ofCaller() {
        return jdbc.sql(
                        """
                        select id, display_name from access.colleagues()
                        order by display_name collate database.az limit :most
                        """)
                .param("most", SHOWN_MAX)
                .query((row, number) ->
                        new Colleague(
                                new AccountId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
    }
}
