package az.qalxan.exchange.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.exchange.Shelves;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Servers of others are let in by two people, and one that is slow holds up only itself. */
@PlatformTest
class RemoteAdmissionTest {

    private static final String HERE = "/exchange/remotes/";

    private final Caller first = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Caller second = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Caller stranger = SignedIn.caller("dtx", Role.CERT_ANALYST);
    private final CountDownLatch slow = new CountDownLatch(1);
    private final Shelves shelves;
    private final MockMvc mvc;
    private final HttpServer server;

    @Autowired
    RemoteAdmissionTest(ApplicationContext context, MockMvc mvc) throws IOException {
        shelves = new Shelves(context);
        this.mvc = mvc;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void begin() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    if (exchange.getRequestURI().getPath().startsWith("/slow/")) {
                        await();
                    }
                    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    private void await() {
        try {
            assertThat(slow.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void end() {
        slow.countDown();
        server.stop(0);
    }

    private UUID register(String folder) {
        UUID into = shelves.collection(first, Handling.GREEN, Handling.AMBER);
        RemoteForm form =
                new RemoteForm(
                        "Başqa CERT",
                        "c-" + UUID.randomUUID().toString().substring(0, 12),
                        "http://127.0.0.1:%d/%s/".formatted(server.getAddress().getPort(), folder),
                        "c",
                        "",
                        "",
                        into.toString(),
                        Handling.AMBER.label(),
                        "0",
                        "1440");
        return shelves.as(first, () -> shelves.bean(RemoteDesk.class).register(first, form));
    }

    private int status(Caller who, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return mvc.perform(request.with(SignedIn.as(who)).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private RemoteServer remote(UUID id) {
        return shelves.as(first, () -> shelves.bean(RemoteDesk.class).require(id));
    }

    private void readAll() {
        while (shelves.bean(Polling.class).readNext()) {
            // the next one
        }
    }

    private void until(java.util.function.BooleanSupplier done) {
        for (int i = 0; i < 600 && !done.getAsBoolean(); i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    @Test
    void whoRegistersAServerCannotAdmitIt() throws Exception {
        UUID id = register("fast");
        readAll();
        assertThat(remote(id).state().triedAt()).as("nobody admitted it").isNull();
        assertThat(status(first, post(HERE + id + "/now"))).isEqualTo(302);
        readAll();
        assertThat(remote(id).state().triedAt()).isNull();
        assertThat(status(first, post(HERE + id + "/admit"))).isEqualTo(409);
        assertThat(status(stranger, post(HERE + id + "/admit"))).isEqualTo(404);
        assertThat(
                        mvc.perform(get(HERE + id + "?lang=en").with(SignedIn.as(second)))
                                .andReturn()
                                .getResponse()
                                .getContentAsString(StandardCharsets.UTF_8))
                .contains("A second person of the body has to admit it")
                .contains(HERE + id + "/admit");
        assertThat(status(second, post(HERE + id + "/admit"))).isEqualTo(302);
        assertThat(status(second, post(HERE + id + "/admit"))).as("once").isEqualTo(409);
        until(() -> {
            readAll();
            return remote(id).state().succeededAt() != null;
        });
    }

    @Test
    void aSlowServerHoldsUpOnlyItself() throws Exception {
        UUID late = register("slow");
        UUID prompt = register("fast");
        assertThat(status(second, post(HERE + late + "/admit"))).isEqualTo(302);
        assertThat(status(second, post(HERE + prompt + "/admit"))).isEqualTo(302);
        until(() -> {
            shelves.bean(Polling.class).readDue();
            return remote(prompt).state().succeededAt() != null
                    && remote(late).state().triedAt() != null;
        });
        assertThat(remote(late).state().succeededAt()).isNull();
        slow.countDown();
        until(() -> remote(late).state().succeededAt() != null);
    }

    @Test
    void aClockThatWasSetBackDoesNotKeepAServerWaiting() throws Exception {
        UUID id = register("fast");
        assertThat(status(second, post(HERE + id + "/admit"))).isEqualTo(302);
        until(() -> {
            readAll();
            return remote(id).state().succeededAt() != null;
        });
        Instant ahead = remote(id).state().nextAt().plus(Duration.ofDays(400));
        TransactionTemplate transaction =
                new TransactionTemplate(
                        shelves.bean(
                                org.springframework.transaction.PlatformTransactionManager.class));
        ActingAs.run(
                TransactionIdentity.job("test"),
                () ->
                        transaction.executeWithoutResult(_ ->
                                shelves.bean(JdbcClient.class)
                                        .sql(
                                                "update exchange.remote set tried_at = :at,"
                                                        + " next_at = :at where id = :id")
                                        .param("at", ahead.atOffset(java.time.ZoneOffset.UTC))
                                        .param("id", id)
                                        .update()));
        until(() -> {
            readAll();
            return remote(id).state().nextAt().isBefore(ahead);
        });
    }
}
