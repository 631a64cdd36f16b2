package az.qalxan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.ledger.BundleItem;
import az.qalxan.engines.ledger.BundleParts;
import az.qalxan.engines.ledger.LogAudit;
import az.qalxan.engines.ledger.Opening;
import az.qalxan.engines.timestamp.Timestamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts and records of the journal become leaves, in the log of the shared database. */
@PlatformTest
class LedgerTest {

    private static final Instant AT = Instant.parse("2026-11-27T20:14:03.123456Z");

    @Autowired Ledger ledger;
    @Autowired LogHome home;
    @Autowired LogKey key;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private UUID record(String content) {
        LedgerFact fact =
                new LedgerFact(
                        "custody", "exhibit/7", content.getBytes(StandardCharsets.UTF_8), AT);
        return ActingAs.call(
                new TransactionIdentity("somebody", "din", "duty-officer", ""),
                () -> Objects.requireNonNull(transaction.execute(status -> ledger.record(fact))));
    }

    @Test
    void aFactIsProvenSoonAfterItsTransaction() {
        UUID first = record("{\"a\":1}");
        UUID second = record("{\"a\":1}");
        BundleParts parts = ledger.bundle(List.of(first, second));
        assertThat(parts.items()).hasSize(2);
        for (BundleItem item : parts.items()) {
            assertThat(item.proof().check(item.entry().bytes()).proven()).isTrue();
            Opening opening = Objects.requireNonNull(item.opening());
            assertThat(opening.opens(item.entry())).isTrue();
            assertThat(item.entry().at()).isEqualTo(AT);
        }
        assertThat(parts.checkpoint().trust(List.of(key.key())).byLog()).isTrue();
        assertThat(parts.stamps()).hasSize(1);
        assertThat(
                        Timestamp.verify(
                                parts.checkpoint().bytes(), parts.stamps().getFirst(), List.of()))
                .isPresent();
        assertThat(parts.items().getFirst().entry().digest())
                .isNotEqualTo(parts.items().getLast().entry().digest());
        assertThat(parts.items().getFirst().entry().subject())
                .isEqualTo(parts.items().getLast().entry().subject());
    }

    @Test
    void nothingWaitsForLongAndTheStoredLogFits() throws IOException {
        record("{\"b\":1}");
        long waiting = 1;
        for (int look = 0; look < 300 && waiting > 0; look++) {
            waiting =
                    ActingAs.call(
                            Sequencer.JOB,
                            () ->
                                    Objects.requireNonNull(
                                            transaction.execute(status ->
                                                    jdbc.sql("select count(*) from ledger.waiting")
                                                            .query(Long.class)
                                                            .single())));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        assertThat(waiting).isZero();
        LogAudit.Report report =
                ActingAs.call(
                        Sequencer.JOB,
                        () -> Objects.requireNonNull(transaction.execute(status -> audit())));
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isPositive();
    }

    private LogAudit.Report audit() {
        try {
            return LogAudit.of(home.files(), List.of(key.key()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
