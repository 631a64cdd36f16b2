package az.qalxan.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What others hold at the head of the queue hides nothing that is due behind it. */
@PlatformTest
class TakeDueTest {

    private final Caller officer = SignedIn.caller("dtx", Role.DUTY_OFFICER);

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired TaskStore tasks;
    @Autowired JdbcClient jdbc;

    @Test
    void aRequestBehindThoseThatOthersHoldIsTaken() throws Exception {
        DutyStage stage = beans.createBean(DutyStage.class);
        stage.enter(officer, "preservation");
        String number = stage.enter(officer, "preservation");
        Instant now = Clock.systemUTC().instant().plus(Duration.ofDays(1));
        UUID wanted =
                UUID.fromString(
                        stage.texts(
                                        "select id::text from cooperation.request where number = :it",
                                        number)
                                .getFirst());
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Integer> other =
                CompletableFuture.supplyAsync(() ->
                        stage.system(() -> {
                            int rows = hold(number);
                            held.countDown();
                            await(done);
                            return rows;
                        }));
        assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
        try {
            List<UUID> taken = stage.system(() -> tasks.takeDue(now, 1));
            assertThat(taken).contains(wanted);
        } finally {
            done.countDown();
        }
        assertThat(other.get(30, TimeUnit.SECONDS)).isPositive();
    }

    /** Holds every request but that one. */
    private int hold(String number) {
        return jdbc.sql("select id from cooperation.request where number <> :number for update")
                .param("number", number)
                .query(UUID.class)
                .list()
                .size();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
