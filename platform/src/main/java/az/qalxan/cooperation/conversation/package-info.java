/**
 * What two authorities say to each other about a request: from instance to instance, on signed
 * paper by secure mail, or brought by hand.
 *
 * <p>Owns the tables {@code cooperation.thread}, {@code word}, {@code word_file}, {@code
 * comparison}, {@code paper}, {@code paper_mail} and {@code letter}. Promises that a word moves the
 * request at the other end once and in its turn, that a move which is not allowed there is refused
 * back in words that both sides see, and that a peer moves nothing but the requests of its own
 * conversations. Will never act on a word it does not wholly understand, nor throw a letter away.
 */
@NullMarked
@ApplicationModule(
        displayName = "Cooperation :: Conversation",
        allowedDependencies = {
            "cooperation",
            "cooperation.paper",
            "transmission",
            "database",
            "web",
            "jurisdiction",
            "audit",
            "access",
            "directory",
            "reporting",
            "casework"
        })
package az.qalxan.cooperation.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
