package az.qalxan.exchange;

import az.qalxan.access.ApiClients;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.NewApiClient;
import az.qalxan.access.Role;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Collections, programs and objects for the tests of this module. */
public final class Shelves {

    private final ApplicationContext context;
    private final TransactionTemplate transaction;

    public Shelves(ApplicationContext context) {
        this.context = context;
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Where the application tells what happened. */
    ApplicationEventPublisher events() {
        return context;
    }

    public <T> T as(Caller caller, Supplier<T> work) {
        return ActingAs.call(
                caller.identity(),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    /** A program as its owner knows it. */
    public record Program(String name, String token, String account) {}

    public Program program(String body) {
        String name = "taxii-" + UUID.randomUUID().toString().substring(0, 8);
        NewApiClient wanted =
                new NewApiClient(
                        name, new BodyCode(body), Set.of(Role.EXCHANGE_CLIENT), Duration.ofDays(1));
        ApiClients.Issued issued =
                ActingAs.call(
                        TransactionIdentity.job("test"),
                        () -> bean(ApiClients.class).issue(wanted));
        return new Program(name, issued.token(), issued.account().toString());
    }

    /** Opens a collection whose alias is of this run. */
    public UUID collection(Caller owner, Handling unmarked, Handling ceiling) {
        CollectionForm form =
                new CollectionForm(
                        "c-" + UUID.randomUUID().toString().substring(0, 12),
                        "Sınaq kolleksiyası",
                        "Sınaq üçün",
                        unmarked.label(),
                        ceiling.label());
        return as(owner, () -> bean(CollectionDesk.class).open(owner, form));
    }

    /** Lets another body in; null where it may not. */
    public void permit(
            Caller owner,
            UUID collection,
            String body,
            @Nullable Handling read,
            @Nullable Handling write) {
        as(
                owner,
                () -> {
                    bean(CollectionDesk.class)
                            .permit(
                                    owner,
                                    collection,
                                    new CollectionDesk.Allowed(
                                            body,
                                            read != null,
                                            write != null,
                                            read == null ? Handling.CLEAR : read,
                                            write == null ? Handling.CLEAR : write));
                    return true;
                });
    }

    /** The collection as the caller may use it. */
    public Reachable reach(Caller caller, UUID collection) {
        return as(caller, () -> bean(CollectionDesk.class).find(collection).orElseThrow());
    }

    /** Has two people say that the body speaks as the identity. */
    public void speaker(Caller first, Caller second, String identity) {
        SpeakerStore store = bean(SpeakerStore.class);
        java.time.Instant now = java.time.Clock.systemUTC().instant();
        as(first, () -> store.claim(identity, first.name(), now));
        as(second, () -> store.confirm(identity, second.name(), now));
    }

    /** The objects whose newest version has not reached all who have an earlier one. */
    public String behind() {
        return bean(Receipts.class).behind().stream()
                .map(ReceiptStore.Behind::object)
                .sorted()
                .toList()
                .toString();
    }
}
