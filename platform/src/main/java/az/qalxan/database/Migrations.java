package az.qalxan.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings every module's schema to the version of this program, in the order in which the modules
 * depend on each other. Each schema keeps its own history table.
 */
final class Migrations {

    /** The modules that own a schema; a module stands after those it depends on. */
    static final List<String> MODULES =
            List.of(
                    "database",
                    "access",
                    "ledger",
                    "audit",
                    "law",
                    "directory",
                    "transmission",
                    "reporting",
                    "deconfliction",
                    "series",
                    "casework",
                    "assets",
                    "evidence",
                    "cooperation",
                    "operators",
                    "monitoring",
                    "exchange",
                    "statistics",
                    "strategy",
                    "demo");

    private Migrations() {}

    static void migrate(DatabaseServer server) {
        for (String module : MODULES) {
            flyway(server, module).load().migrate();
        }
    }

    static FluentConfiguration flyway(DatabaseServer server, String module) {
        return Flyway.configure()
                .dataSource(server.jdbcUrl(), server.owner().user(), server.owner().password())
                .schemas(module)
                .defaultSchema(module)
                .locations("classpath:db/migration/" + module)
                .table("schema_history")
                .failOnMissingLocations(false)
                .validateMigrationNaming(true);
    }
}
