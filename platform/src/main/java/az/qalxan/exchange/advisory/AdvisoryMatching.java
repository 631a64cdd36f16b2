package az.qalxan.exchange.advisory;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.threatintel.csaf.CsafProduct;
import az.qalxan.engines.threatintel.csaf.CsafProducts;
import az.qalxan.engines.threatintel.csaf.OwnedProduct.Fit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks through new documents for the products of bodies, and through the documents that are here
 * for new products. No body's products are shown to another.
 */
@Component
class AdvisoryMatching {

    private static final Logger LOG = LoggerFactory.getLogger(AdvisoryMatching.class);
    private static final TransactionIdentity SYSTEM = TransactionIdentity.job("advisory");
    private static final int AT_ONCE_MAX = 20;
    private static final int PRODUCTS_MAX = 500;
    private static final int TOLD_CHARS_MAX = 500;

    private final AdvisoryFileStore files;
    private final OwnedStore owned;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final JsonMapper json = JsonMapper.shared();

    AdvisoryMatching(
            AdvisoryFileStore files,
            OwnedStore owned,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.files = files;
        this.owned = owned;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 7, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void go() {
        try {
            look();
        } catch (DataAccessException e) {
            LOG.error("advisories could not be matched; it is tried again", e);
        }
    }

    /** Looks at everything that nobody has looked at. */
    void look() {
        ActingAs.run(
                SYSTEM,
                () -> {
                    while (once(this::newFiles) || once(this::newProducts)) {
                        Thread.onSpinWait();
                    }
                });
    }

    private boolean once(java.util.function.BooleanSupplier step) {
        return Objects.requireNonNull(transaction.execute(_ -> step.getAsBoolean()));
    }

    private boolean newFiles() {
        List<AdvisoryFile> fresh = files.unmatched(AT_ONCE_MAX);
        for (AdvisoryFile file : fresh) {
            List<CsafProduct> told = told(file);
            UUID last = new UUID(0, 0);
            List<OwnedStore.Owned> some = owned.after(last, PRODUCTS_MAX);
            while (!some.isEmpty()) {
                some.forEach(one -> judge(file, told, one));
                some = owned.after(some.getLast().id(), PRODUCTS_MAX);
            }
            files.matched(file.id(), clock.instant());
        }
        return fresh.size() == AT_ONCE_MAX;
    }

    private boolean newProducts() {
        List<OwnedStore.Owned> fresh = owned.unmatched(AT_ONCE_MAX);
        if (fresh.isEmpty()) {
            return false;
        }
        for (AdvisoryFile file : files.newest()) {
            List<CsafProduct> told = told(file);
            fresh.forEach(one -> judge(file, told, one));
        }
        fresh.forEach(one -> owned.matched(one.id(), clock.instant()));
        return fresh.size() == AT_ONCE_MAX;
    }

    private List<CsafProduct> told(AdvisoryFile file) {
        return CsafProducts.of(json.readTree(files.document(file.id())));
    }

    /** Affected before the rest, sure before unsure: one row tells the worst. */
    private void judge(AdvisoryFile file, List<CsafProduct> told, OwnedStore.Owned one) {
        CsafProduct worst = null;
        Fit fit = Fit.NONE;
        for (CsafProduct product : told) {
            Fit now = product.groups().isEmpty() ? Fit.NONE : one.product().fits(product);
            boolean worse =
                    worst == null
                            || product.isAffected() && !worst.isAffected()
                            || product.isAffected() == worst.isAffected() && now.compareTo(fit) > 0;
            if (now != Fit.NONE && worse) {
                worst = product;
                fit = now;
            }
        }
        if (worst != null) {
            found(file, one, worst, fit == Fit.SURE);
        }
    }

    private void found(AdvisoryFile file, OwnedStore.Owned one, CsafProduct product, boolean sure) {
        String words = (product.vendor() + " " + product.name() + " " + product.version()).strip();
        String told = words.substring(0, Math.min(words.length(), TOLD_CHARS_MAX));
        OwnedStore.Found found =
                new OwnedStore.Found(file.id(), one, sure, product.isAffected(), told);
        if (owned.find(found, clock.instant())) {
            audit.record(
                    AdvisoryAct.FOUND,
                    AuditSubject.of("owned-product", one.id()),
                    Map.of("advisory", file.number(), "affected", "" + product.isAffected()));
        }
    }
}
