/**
 * Where the money of victims went, what was frozen of it and what came back.
 *
 * <p>Owns the schema {@code assets}: transfers between holdings, freezes with their clocks, returns
 * to victims. Promises that no total exceeds what came in, that currencies are never added to each
 * other, and that no freeze lapses without somebody having been told. Every row follows the report
 * or the case it belongs to. Will never call a transfer known that nobody entered or confirmed, nor
 * keep a whole card number.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "database",
            "figure",
            "web",
            "audit",
            "jurisdiction",
            "access",
            "directory",
            "reporting",
            "casework"
        })
package az.qalxan.assets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
