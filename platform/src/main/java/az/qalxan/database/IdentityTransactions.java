package az.qalxan.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Starts each transaction with its identity as settings that end with the transaction. */
final class IdentityTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient IdentitySource source;

    IdentityTransactions(DataSource dataSource, IdentitySource source) {
        super(dataSource);
        this.source = source;
    }

    @Override
    protected void prepareTransactionalConnection(
            Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        Map<String, String> settings = ActingAs.boundOr(source).settings();
        try (PreparedStatement statement = connection.prepareStatement(statement(settings))) {
            int parameter = 1;
            for (String value : settings.values()) {
                statement.setString(parameter++, value);
            }
            statement.execute();
        }
    }

    private static String statement(Map<String, String> settings) {
        StringBuilder sql = new StringBuilder("select ");
        for (String name : settings.keySet()) {
            sql.append(sql.length() > 7 ? ", " : "")
                    .append("set_config('")
                    .append(name)
                    .append("', ?, true)");
        }
        return sql.toString();
    }
}
