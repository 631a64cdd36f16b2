package az.qalxan.casework;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Filters that an officer keeps under a name; each account has its own. */
@Component
class SavedViews {

    static final int NAME_CHARS_MAX = 60;
    private static final int QUERY_CHARS_MAX = 400;

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A name and the query part of the triage page's address. */
    record SavedView(String name, String query) {}

    @Transactional(readOnly = true)
    public List<SavedView> own() {
        return jdbc.sql(
                        "select name, query from casework.saved_view order by name collate"
                                + " database.az limit 50")
                .query((row, number) -> new SavedView(row.getString(1), row.getString(2)))
                .list();
    }

    @Transactional
    public void keep(String name, String query) {
        String kept = query.replaceAll("[^A-Za-z0-9=&_.:-]", "");
        jdbc.sql(
                        """
                        insert into casework.saved_view (name, query) values (:name, :query)
                        on conflict on constraint saved_view_once do update set query = :query
                        """)
                .param(
                        "name",
                        name.strip().substring(0, Math.min(name.strip().length(), NAME_CHARS_MAX)))
                .param("query", kept.substring(0, Math.min(kept.length(), QUERY_CHARS_MAX)))
                .update();
    }

    @Transactional
    public void drop(String name) {
        jdbc.sql("delete from casework.saved_view where name = :name").param("name", name).update();
    }
}
