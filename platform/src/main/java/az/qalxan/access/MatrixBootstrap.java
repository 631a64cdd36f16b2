package az.qalxan.access;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * At start, loads the matrix in force. On the very first start the system puts the country pack's
 * matrix in force itself; the page and the audit log say so.
 */
@Component
final class MatrixBootstrap {

    static final String NOTE = "bootstrap: the country pack's matrix";
    private static final Logger LOG = LoggerFactory.getLogger(MatrixBootstrap.class);
    private static final String JOB = "bootstrap";

    private final AsSystem system;
    private final MatrixStore store;
    private final AccessPolicy policy;
    private final AuditLog audit;
    private final AccessSettings settings;

    MatrixBootstrap(
            AsSystem system,
            MatrixStore store,
            AccessPolicy policy,
            AuditLog audit,
            AccessSettings settings) {
        this.system = system;
        this.store = store;
        this.policy = policy;
        this.audit = audit;
        this.settings = settings;
    }

    @PostConstruct
    void load() {
        system.run(
                JOB,
                () -> {
                    if (store.inForce().isEmpty()) {
                        bootstrap();
                    }
                    store.inForce()
                            .ifPresent(
                                    number -> policy.putInForce(new Matrix(store.rules(number))));
                });
    }

    private void bootstrap() {
        ClassPathResource file =
                new ClassPathResource("packs/" + settings.pack() + "/access-matrix.yaml");
        if (!file.exists()) {
            LOG.warn("the pack {} has no access matrix: nobody may do anything", settings.pack());
            return;
        }
        List<MatrixRule> rules = rules(file);
        int number = store.bootstrap(NOTE, rules);
        store.putInForce(number);
        audit.record(
                AccessAct.MATRIX_BOOTSTRAPPED,
                AuditSubject.of("matrix-version", number),
                Map.of("pack", settings.pack(), "rules", String.valueOf(rules.size())));
    }

    private static List<MatrixRule> rules(ClassPathResource resource) {
        try (InputStream in = resource.getInputStream()) {
            MatrixFile file = MatrixFile.read(in.readNBytes(MatrixFile.BYTES_MAX + 1));
            if (!file.violations().isEmpty()) {
                throw new IllegalStateException(
                        "the pack's access matrix is wrong: " + file.violations());
            }
            return file.rules();
        } catch (IOException e) {
            throw new UncheckedIOException("the pack's access matrix cannot be read", e);
        }
    }
}
