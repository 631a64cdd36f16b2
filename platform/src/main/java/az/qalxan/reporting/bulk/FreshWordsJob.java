package az.qalxan.reporting.bulk;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.FreshWords;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Moves the words of imported reports into the index of words when no import runs, or when imports
 * have run for so long that searches would have much to read.
 */
@Component
class FreshWordsJob {

    private static final int SECONDS_BETWEEN = 2;
    private static final int SECONDS_POSTPONED_MAX = 600;

    private final FreshWords words;
    private final Imports imports;
    private int postponedSeconds;

    FreshWordsJob(FreshWords words, Imports imports) {
        this.words = words;
        this.imports = imports;
    }

    @Scheduled(
            initialDelay = SECONDS_BETWEEN,
            fixedDelay = SECONDS_BETWEEN,
            timeUnit = TimeUnit.SECONDS)
    void index() {
        if (imports.busy() && postponedSeconds < SECONDS_POSTPONED_MAX) {
            postponedSeconds += SECONDS_BETWEEN;
            return;
        }
        postponedSeconds = 0;
        ActingAs.run(TransactionIdentity.job("word-index"), this::indexAll);
    }

    private void indexAll() {
        while (words.index() == FreshWords.STEP) {
            Thread.yield();
        }
    }
}
