package az.qalxan.transmission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for an official about messages and keys, for the first page. */
@Component
public class TransmissionWork {

    private final AlarmStore alarms;
    private final MessageLists lists;

    TransmissionWork(AlarmStore alarms, MessageLists lists) {
        this.alarms = alarms;
        this.lists = lists;
    }

    /**
     * The counts that the caller may see.
     *
     * @param alarms of which nobody has taken note
     * @param messages on their way
     * @param oldest since when the oldest of them waits; null when none does
     */
    public record Waiting(int alarms, int messages, @Nullable Instant oldest) {}

    @Transactional(readOnly = true)
    public Waiting waiting() {
        MessageLists.Waiting waiting = lists.waiting();
        return new Waiting(alarms.open(), waiting.messages(), waiting.oldest());
    }
}
