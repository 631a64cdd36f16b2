/**
 * The connection to PostgreSQL: the embedded or external server, its three roles, every module's
 * migrations, and the identity that each transaction carries.
 *
 * <p>Owns the schema {@code database} (collations and the functions that read the transaction's
 * identity) and the data folder. Promises that a transaction without an identity sees nothing that
 * row-level security guards. Will never hold a business table, nor let the application's role alter
 * a schema.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package az.qalxan.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
