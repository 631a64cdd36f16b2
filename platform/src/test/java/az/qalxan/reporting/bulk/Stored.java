package az.qalxan.reporting.bulk;

import az.qalxan.TestTransactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests ask the tables. */
final class Stored {

    private Stored() {}
}
