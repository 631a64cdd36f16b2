package az.qalxan.cooperation.conversation;

import az.qalxan.access.CompartmentId;
import az.qalxan.access.Handling;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.Sight;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.transmission.Contents;
import az.qalxan.transmission.Correspondence;
import az.qalxan.transmission.Dispatch;
import az.qalxan.transmission.Envelope;
import az.qalxan.transmission.Guard;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands the words that wait to the transport, as the system: whoever may take a step need not see
 * the body's other correspondence. A word keeps its id, so that handing it twice changes nothing.
 */
@Component
class Handing {

    private static final Logger LOG = LoggerFactory.getLogger(Handing.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("conversation");
    private static final int AT_ONCE = 50;

    /** What speaks of no request here is shown to few. */
    private static final Guard STRICT = new Guard(Handling.AMBER_STRICT, null);

    private final WordStore words;
    private final RequestDesk desk;
    private final Dispatch dispatch;
    private final TransactionTemplate transaction;

    Handing(
            WordStore words,
            RequestDesk desk,
            Dispatch dispatch,
            PlatformTransactionManager manager) {
        this.words = words;
        this.desk = desk;
        this.dispatch = dispatch;
        this.transaction = new TransactionTemplate(manager);
    }

    @Scheduled(initialDelay = 1000, fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void hand() {
        try {
            ActingAs.run(JOB, () -> transaction.executeWithoutResult(status -> handAll()));
        } catch (DataAccessException | TransactionException e) {
            LOG.error("words could not be handed on; they are tried again", e);
        }
    }

    private void handAll() {
        for (Correspondence with : words.awaited()) {
            if (dispatch.reaches(with)) {
                words.waiting(with, AT_ONCE).forEach(this::handOn);
            }
        }
    }

    private void handOn(WordStore.Waiting word) {
        String peer = word.with().peer();
        dispatch.send(
                new Envelope(
                        word.with(),
                        guard(word),
                        word.kind(),
                        word.id(),
                        new Contents(word.message(), words.files(peer, WordStore.OUT, word.id()))));
        words.settle(
                new WordStore.Settled(peer, word.id(), "handed", "", "", ""), List.of("waiting"));
    }

    private Guard guard(WordStore.Waiting word) {
        return Optional.ofNullable(word.request())
                .flatMap(desk::find)
                .map(request -> guard(request.head().sight()))
                .orElse(STRICT);
    }

    private static Guard guard(Sight sight) {
        java.util.@Nullable UUID compartment = sight.compartment();
        return new Guard(
                sight.handling(), compartment == null ? null : new CompartmentId(compartment));
    }
}
