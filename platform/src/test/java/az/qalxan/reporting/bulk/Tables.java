package az.qalxan.reporting.bulk;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the tables as a job of the system, past row-level security. */
public record Tables(JdbcClient jdbc, TransactionTemplate transaction) {

    public static Tables of(ApplicationContext context) {
        return new Tables(
                context.getBean(JdbcClient.class), context.getBean(TransactionTemplate.class));
    }

    public <T> List<T> list(Class<T> type, String sql, Object... parameters) {
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () ->
                        Objects.requireNonNull(
                                transaction.execute(status ->
                                        jdbc.sql(sql)
                                                .params(List.of(parameters))
                                                .query(type)
                                                .list())));
    }

    public long count(String sql, Object... parameters) {
        return list(Long.class, sql, parameters).getFirst();
    }

    /** Reports whose story is like the pattern. */
    public long reportsLike(String pattern) {
        return count("select count(*) from reporting.report where story like ?", pattern);
    }
}
