package az.qalxan.exchange;

import az.qalxan.access.AccountId;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a revocation beside each copy whose original was revoked, in the name of the body that made
 * the copy: whoever has the copy receives it as any other version.
 */
@Component
class CopyRevoking {

    private static final Logger LOG = LoggerFactory.getLogger(CopyRevoking.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JOB = "exchange-copies";
    private static final int AT_ONCE_MAX = 200;
    private static final int FAULT_CHARS_MAX = 500;

    private final CopyStore copies;
    private final ShelfStore shelf;
    private final CollectionDesk desk;
    private final ObjectIntake intake;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CopyRevoking(
            CopyStore copies,
            ShelfStore shelf,
            CollectionDesk desk,
            ObjectIntake intake,
            Clock clock,
            TransactionTemplate transaction) {
        this.copies = copies;
        this.shelf = shelf;
        this.desk = desk;
        this.intake = intake;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void revokeDue() {
        List<CopyStore.Copy> due =
                ActingAs.call(
                        TransactionIdentity.job(JOB),
                        () ->
                                Objects.requireNonNull(
                                        transaction.execute(_ -> copies.toRevoke(AT_ONCE_MAX))));
        due.forEach(this::guarded);
    }

    private void guarded(CopyStore.Copy copy) {
        TransactionIdentity maker =
                new TransactionIdentity("job:" + JOB, copy.body(), "system", "");
        try {
            ActingAs.run(maker, () -> transaction.executeWithoutResult(_ -> revoke(copy)));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the copy {} is revoked later", copy.copy().object(), e);
        }
    }

    private void revoke(CopyStore.Copy copy) {
        Optional<ObjectNode> revoked = content(copy).flatMap(this::revoked);
        if (revoked.isEmpty()) {
            // It was taken away, or is revoked already.
            copies.revoked(copy.id(), clock.instant());
            return;
        }
        Caller maker =
                new Caller(
                        new AccountId(copy.id()),
                        copy.madeBy(),
                        new BodyCode(copy.body()),
                        Set.of());
        ThreatCollection into =
                desk.find(copy.copy().collection()).map(Reachable::collection).orElseThrow();
        Verdict verdict =
                intake.take(
                                maker,
                                new Reachable(into, Handling.RED, Handling.RED),
                                envelope(revoked.get()),
                                _ -> {})
                        .getFirst();
        if (verdict.taken()) {
            copies.revoked(copy.id(), clock.instant());
        } else {
            LOG.error("the copy {} cannot be revoked: {}", copy.copy().object(), verdict.fault());
            copies.failed(copy.id(), shortened(verdict.fault()));
        }
    }

    private static String shortened(String fault) {
        return fault.substring(0, Math.min(fault.length(), FAULT_CHARS_MAX));
    }

    private Optional<ObjectNode> content(CopyStore.Copy copy) {
        ObjectQuery newest =
                new ObjectQuery(
                        null, 1, Set.of(copy.copy().object()), Set.of(), Versions.LAST, Set.of());
        return shelf.page(copy.copy().collection(), newest, true).lines().stream()
                .map(ShelfPage.Line::content)
                .map(JSON::readTree)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    /** Empty for what is revoked, or cannot be: an observable has no versions. */
    private Optional<ObjectNode> revoked(ObjectNode object) {
        if (!object.has("modified") || object.path("revoked").asBoolean(false)) {
            return Optional.empty();
        }
        Instant before =
                StixMoment.instant(object.path("modified").asString("")).orElse(Instant.EPOCH);
        object.put("revoked", true);
        object.put("modified", StixMoment.text(StixMoment.after(before, clock.instant())));
        return Optional.of(object);
    }

    private static EnvelopeReading.Read envelope(ObjectNode object) {
        byte[] text = ("{\"objects\":[" + object + "]}").getBytes(StandardCharsets.UTF_8);
        if (EnvelopeReader.read(new ByteArrayInputStream(text))
                instanceof EnvelopeReading.Read read) {
            return read;
        }
        throw new IllegalStateException("what was written cannot be read");
    }
}
