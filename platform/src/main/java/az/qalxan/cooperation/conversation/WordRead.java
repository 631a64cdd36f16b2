package az.qalxan.cooperation.conversation;

import az.qalxan.web.Violation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reading a word of the other side gave. */
sealed interface WordRead {

    record Understood(Spoken spoken) implements WordRead {}

    /**
     * It cannot be taken.
     *
     * @param reference of which request it seems to speak; null when not even that can be read
     * @param flaws each with its place, a JSON pointer
     */
    record NotUnderstood(@Nullable UUID reference, List<Violation> flaws) implements WordRead {

        public NotUnderstood {
            flaws = List.copyOf(flaws);
        }
    }
}
