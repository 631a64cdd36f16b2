package az.qalxan.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How accounts and programs are called, for the modules that show who did something. */
@Component
public class AccountNames {

    private static final int FOUND_MAX = 50;

    private final JdbcClient jdbc;

    AccountNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The names by account, of those accounts that the caller may see. */
    @Transactional(readOnly = true)
    public Map<String, String> of(Collection<String> accounts) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql(
                        """
                        select id::text, display_name from access.account
                        where id::text = any (:ids)
                        union all
                        select id::text, name from access.api_client where id::text = any (:ids)
                        """)
                .param("ids", accounts.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        return names;
    }

    /** The accounts whose user name is that or whose name has those words; at most 50. */
    @Transactional(readOnly = true)
    public List<String> called(String words) {
        return jdbc.sql(
                        """
                        select id::text from access.account
                        where username = lower(:words)
                           or strpos(lower(display_name collate database.az),
                                     lower(:words collate database.az)) > 0
                        union all
                        select id::text from access.api_client
                        where strpos(lower(name collate database.az),
                                     lower(:words collate database.az)) > 0
                        limit :most
                        """)
                .param("words", words)
                .param("most", FOUND_MAX)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
