package az.qalxan.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Where the database is.
 *
 * @param folder the data folder
 * @param url JDBC address of an external server; null starts the embedded one
 * @param durable false only in tests
 */
record DatabaseSettings(Path folder, @Nullable String url, boolean durable) {

    static DatabaseSettings of(Environment environment) {
        return new DatabaseSettings(
                Path.of(environment.getProperty("qalxan.data", "data")),
                environment.getProperty("qalxan.database.url"),
                environment.getProperty("qalxan.database.durable", Boolean.class, true));
    }
}
