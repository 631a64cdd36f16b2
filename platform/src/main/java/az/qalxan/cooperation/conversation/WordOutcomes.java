package az.qalxan.cooperation.conversation;

import az.qalxan.transmission.MessageFailed;
import az.qalxan.transmission.MessageReceipted;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what became of words that were handed on, in the transaction that learns of it. */
@Component
class WordOutcomes {

    private final WordStore words;

    WordOutcomes(WordStore words) {
        this.words = words;
    }

    @EventListener
    void on(MessageReceipted receipt) {
        words.settle(
                new WordStore.Settled(
                        receipt.with().peer(), receipt.id(), "receipted", receipt.digest(), "", ""),
                List.of("waiting", "handed", "failed"));
    }

    @EventListener
    void on(MessageFailed failure) {
        words.settle(
                new WordStore.Settled(
                        failure.with().peer(), failure.id(), "failed", "", failure.reason(), ""),
                List.of("waiting", "handed"));
    }
}
