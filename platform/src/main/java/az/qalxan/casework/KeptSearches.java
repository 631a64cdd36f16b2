package az.qalxan.casework;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Searches that an officer keeps to ask them again; each account has its own. */
@Component
class KeptSearches {

    static final int KEPT_MAX = 50;

    private final JdbcClient jdbc;

    KeptSearches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<String> own() {
        return jdbc.sql(
                        "select query from casework.kept_search order by kept_at desc limit "
                                + KEPT_MAX)
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Transactional
    public void keep(String query) {
        jdbc.sql(
                        """
                        insert into casework.kept_search (query) values (:query)
                        on conflict on constraint kept_search_once do nothing
                        """)
                .param("query", query)
                .update();
    }

    @Transactional
    public void drop(String query) {
        jdbc.sql("delete from casework.kept_search where query = :query")
                .param("query", query)
                .update();
    }
}
