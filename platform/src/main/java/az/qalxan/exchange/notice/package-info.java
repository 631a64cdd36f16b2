/**
 * Notices: what is reported about somebody's network reaches whoever owns it, and is followed until
 * an answer came.
 *
 * <p>Owns the tables {@code exchange.network_owner}, {@code owner_channel}, {@code claim}, {@code
 * feed}, {@code feed_batch}, {@code concern}, {@code notice} and those that begin with {@code
 * notice_}. Promises that whatever a feed hands over ends as a concern, as a line that is kept as
 * damaged, or as work for a person; that a claim holds only after two people agreed; that an owner
 * hears only of what was theirs when it was seen; and that a notice which is not answered, not
 * delivered or not sealed as it should be becomes somebody's work.
 *
 * <p>Will never take silence for an answer, nor send in clear what its marking keeps closed.
 */
@NullMarked
@ApplicationModule(
        displayName = "Exchange :: Notice",
        allowedDependencies = {
            "access",
            "audit",
            "database",
            "demo",
            "directory",
            "jurisdiction",
            "law",
            "transmission",
            "web"
        })
package az.qalxan.exchange.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
