package az.qalxan.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Connects the application: one server, migrated first, then one pool per role. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** On two cores with virtual threads more connections make every request slower. */
    private static final int APPLICATION_CONNECTIONS_MAX = 8;

    private static final int READER_CONNECTIONS_MAX = 2;

    /** A request that finds no database fails after this, so that its sender can try again. */
    private static final Duration CONNECTION_WAIT_MAX = Duration.ofSeconds(10);

    @Bean
    Clock clock() {
        return new WorkTime(Clock.systemUTC());
    }

    @Bean
    DataFolder dataFolder(Environment environment) {
        return DataFolder.open(DatabaseSettings.of(environment).folder());
    }

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(Environment environment, DataFolder folder) {
        DatabaseServer server = server(DatabaseSettings.of(environment), folder, environment);
        Migrations.migrate(server);
        return server;
    }

    private static DatabaseServer server(
            DatabaseSettings settings, DataFolder folder, Environment environment) {
        String url = settings.url();
        if (url == null) {
            return EmbeddedServer.start(folder, settings.durable());
        }
        return new ExternalServer(
                url,
                credentials(environment, "owner", "qalxan_owner"),
                credentials(environment, "application", "qalxan_app"),
                credentials(environment, "reader", "qalxan_reader"));
    }

    private static Credentials credentials(Environment environment, String role, String user) {
        String prefix = "qalxan.database." + role;
        return new Credentials(
                environment.getProperty(prefix + ".user", user),
                environment.getRequiredProperty(prefix + ".password"));
    }

    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource applicationDataSource(DatabaseServer server) {
        return pool(
                server.jdbcUrl(), server.application(), "application", APPLICATION_CONNECTIONS_MAX);
    }

    @Bean(destroyMethod = "close")
    @Qualifier("reader")
    HikariDataSource readerDataSource(DatabaseServer server) {
        return pool(server.jdbcUrl(), server.reader(), "reader", READER_CONNECTIONS_MAX);
    }

    @Bean
    @Primary
    JdbcClient applicationJdbc(DataSource applicationDataSource) {
        return JdbcClient.create(applicationDataSource);
    }

    @Bean
    @Qualifier("reader")
    JdbcClient readerJdbc(@Qualifier("reader") HikariDataSource readerDataSource) {
        return JdbcClient.create(readerDataSource);
    }

    @Bean
    PlatformTransactionManager transactionManager(
            DataSource applicationDataSource, ObjectProvider<IdentitySource> source) {
        IdentitySource identities =
                () -> {
                    IdentitySource signedIn = source.getIfAvailable();
                    return signedIn == null ? TransactionIdentity.NOBODY : signedIn.current();
                };
        return new IdentityTransactions(applicationDataSource, identities);
    }

    private static HikariDataSource pool(
            String url, Credentials role, String name, int connectionsMax) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(role.user());
        config.setPassword(role.password());
        config.setMaximumPoolSize(connectionsMax);
        config.setConnectionTimeout(CONNECTION_WAIT_MAX.toMillis());
        config.setMinimumIdle(Math.min(2, connectionsMax));
        config.setReadOnly(name.equals("reader"));
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "qalxan-" + name);
        return new HikariDataSource(config);
    }
}
