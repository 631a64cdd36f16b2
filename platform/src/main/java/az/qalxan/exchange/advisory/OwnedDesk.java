package az.qalxan.exchange.advisory;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.threatintel.csaf.OwnedProduct;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a body says what it has, and that it dealt with what was found about it. */
@Component
class OwnedDesk {

    private static final int NAME_MIN = 2;
    private static final int SHORT_MAX = 200;
    private static final int VERSION_MAX = 100;
    private static final int LONG_MAX = 500;
    private static final String SUBJECT = "owned-product";

    private final OwnedStore store;
    private final AuditLog audit;
    private final Clock clock;

    OwnedDesk(OwnedStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public UUID enter(Caller caller, OwnedProduct product, String place) {
        List<Violation> wrong = wrong(product, place);
        if (store.count(caller.body().value()) >= OwnedStore.ROWS_MAX) {
            wrong.add(Violation.at("name", "advisory.wrong.too-many", OwnedStore.ROWS_MAX));
        }
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
        UUID id = UUID.randomUUID();
        store.insert(
                new OwnedStore.Owned(
                        id, caller.body().value(), product, place, clock.instant(), caller.name()));
        audit.record(AdvisoryAct.PRODUCT_ENTERED, AuditSubject.of(SUBJECT, id));
        return id;
    }

    private static List<Violation> wrong(OwnedProduct product, String place) {
        List<Violation> wrong = new ArrayList<>();
        if (product.name().length() < NAME_MIN) {
            wrong.add(
                    Violation.at(
                            "name",
                            "advisory.wrong.length",
                            NAME_MIN,
                            SHORT_MAX,
                            product.name().length()));
        }
        most("name", product.name(), SHORT_MAX, wrong);
        most("vendor", product.vendor(), SHORT_MAX, wrong);
        most("place", place, SHORT_MAX, wrong);
        most("version", product.version(), VERSION_MAX, wrong);
        most("cpe", product.cpe(), LONG_MAX, wrong);
        most("purl", product.purl(), LONG_MAX, wrong);
        if (!product.cpe().isEmpty() && !product.cpe().startsWith("cpe:")) {
            wrong.add(Violation.at("cpe", "advisory.wrong.cpe", product.cpe()));
        }
        if (!product.purl().isEmpty() && !product.purl().startsWith("pkg:")) {
            wrong.add(Violation.at("purl", "advisory.wrong.purl", product.purl()));
        }
        return wrong;
    }

    private static void most(String field, String value, int most, List<Violation> wrong) {
        if (value.length() > most) {
            wrong.add(Violation.at(field, "advisory.wrong.length", 0, most, value.length()));
        }
    }

    @Transactional
    public void end(UUID id) {
        if (!store.end(id, clock.instant())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(AdvisoryAct.PRODUCT_ENDED, AuditSubject.of(SUBJECT, id));
    }

    /** The body looked at it and did what was to be done. */
    @Transactional
    public void done(Caller caller, UUID file, UUID product) {
        if (!store.done(file, product, caller.name(), clock.instant())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(
                AdvisoryAct.DONE,
                AuditSubject.of(SUBJECT, product),
                Map.of("file", file.toString()));
    }
}
