package az.qalxan.exchange;

import az.qalxan.access.ApiClients;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.NewApiClient;
import az.qalxan.access.Role;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.database.WorkTime;
import az.qalxan.demo.DemoPart;
import az.qalxan.demo.DemoPeople;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two invented collections and a program of each of two bodies, whose keys everybody may know: only
 * the demonstration has them.
 */
@Component
class DemoThreats implements DemoPart {

    private static final String CENTRE = "xritdx";
    private static final String KEY = "qlx_numayis-2026-";
    private static final int KEY_DAYS = 365;

    private final DemoPeople people;
    private final CollectionDesk desk;
    private final ObjectIntake intake;
    private final ApiClients clients;
    private final TransactionTemplate transaction;

    DemoThreats(
            DemoPeople people,
            CollectionDesk desk,
            ObjectIntake intake,
            ApiClients clients,
            TransactionTemplate transaction) {
        this.people = people;
        this.desk = desk;
        this.intake = intake;
        this.clients = clients;
        this.transaction = transaction;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public void play(Instant now) {
        Caller centre = people.named("analitik");
        if (!as(centre, desk::all).isEmpty()) {
            return;
        }
        Instant begun = now.minus(Duration.ofDays(20));
        UUID domains =
                open(
                        centre,
                        begun,
                        new CollectionForm(
                                "fishinq",
                                "Fişinq domenləri və ünvanları",
                                "Bank və dövlət xidmətlərini təqlid edən saytlar. Hər qurum oxuyur"
                                        + " və tapdığını göndərir.",
                                Handling.GREEN.label(),
                                Handling.AMBER.label()));
        permit(centre, domains, Permit.EVERYBODY, Handling.GREEN, Handling.GREEN);
        permit(centre, domains, "din", Handling.AMBER, Handling.AMBER);
        UUID grave =
                open(
                        centre,
                        begun,
                        new CollectionForm(
                                "xeberdarliq",
                                "Erkən xəbərdarlıq",
                                "Kritik infrastruktura hücumların izləri.",
                                Handling.AMBER.label(),
                                Handling.AMBER_STRICT.label()));
        permit(centre, grave, "din", Handling.AMBER, null);
        fill(centre, domains, DemoObjects.domains(), now.minus(Duration.ofDays(6)));
        fill(centre, grave, DemoObjects.grave(), now.minus(Duration.ofDays(2)));
        fill(
                people.named("analitik-din"),
                domains,
                DemoObjects.police(),
                now.minus(Duration.ofDays(1)));
        program(CENTRE, "taxii-merkez", "merkez");
        program("din", "taxii-din", "din");
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return ActingAs.call(
                caller.identity(),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private UUID open(Caller caller, Instant at, CollectionForm form) {
        return WorkTime.call(at, () -> as(caller, () -> desk.open(caller, form)));
    }

    private void permit(
            Caller caller,
            UUID collection,
            String body,
            Handling read,
            @org.jspecify.annotations.Nullable Handling write) {
        as(
                caller,
                () -> {
                    desk.permit(
                            caller,
                            collection,
                            new CollectionDesk.Allowed(
                                    body, true, write != null, read, write == null ? read : write));
                    return true;
                });
    }

    private void fill(Caller caller, UUID collection, List<String> objects, Instant at) {
        String text = "{\"objects\":[" + String.join(",", objects) + "]}";
        EnvelopeReading read =
                EnvelopeReader.read(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        Reachable place = as(caller, () -> desk.find(collection).orElseThrow());
        WorkTime.run(
                at,
                () ->
                        ActingAs.run(
                                caller.identity(),
                                () ->
                                        intake.take(
                                                caller,
                                                place,
                                                (EnvelopeReading.Read) read,
                                                _ -> {})));
    }

    private void program(String body, String name, String key) {
        NewApiClient wanted =
                new NewApiClient(
                        name,
                        new az.qalxan.access.BodyCode(body),
                        Set.of(Role.EXCHANGE_CLIENT),
                        Duration.ofDays(KEY_DAYS));
        ActingAs.run(
                TransactionIdentity.job("demo"), () -> clients.registerDemo(wanted, KEY + key));
    }
}
