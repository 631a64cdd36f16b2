package az.qalxan.directory.contact;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** At start, takes over the points of contact of all packs that are not known yet. */
@Component
class ContactLoading {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String SYSTEM = "system";

    private final ContactStore store;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ContactLoading(
            ContactStore store, AuditLog audit, PlatformTransactionManager manager, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** Loads what is new; a second run changes nothing. */
    @PostConstruct
    void load() {
        ActingAs.run(
                TransactionIdentity.job("contacts"),
                () -> transaction.executeWithoutResult(status -> takeOver()));
    }

    private void takeOver() {
        int taken = 0;
        for (Resource file : files()) {
            for (JsonNode one : read(file).required("contacts")) {
                String code = one.required("code").asString();
                if (!store.isKnown(code)) {
                    taken += store.insert(fresh(code, ContactJson.read(one)), false) ? 1 : 0;
                }
            }
        }
        if (taken > 0) {
            audit.record(
                    ContactAct.LOADED,
                    AuditSubject.of("contact", "packs"),
                    Map.of("contacts", String.valueOf(taken)));
        }
    }

    private ForeignContact fresh(String code, ContactFacts facts) {
        return new ForeignContact(UUID.randomUUID(), code, 1, facts, clock.instant(), SYSTEM, null);
    }

    static List<Resource> files() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver()
                                    .getResources("classpath*:packs/*/contacts.yaml"))
                    .sorted(Comparator.comparing(Resource::getDescription))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot find the packs' points of contact", e);
        }
    }

    static JsonNode read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
