package az.qalxan.evidence;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseStage;
import az.qalxan.database.ActingAs;
import az.qalxan.engines.vault.Finish;
import az.qalxan.engines.vault.Intake;
import az.qalxan.engines.vault.Vault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of evidence do again and again: cases, exhibits, bytes. */
public final class EvidenceStage {

    /** A reason long enough. */
    public static final String WORDS = "Səbəb sınaq üçün yazılıb.";

    public final CaseStage cases;
    private final Exhibits exhibits;
    private final Vault vault;
    private final TransactionTemplate transaction;

    public EvidenceStage(ApplicationContext context) {
        this.cases = new CaseStage(context);
        this.exhibits = context.getBean(Exhibits.class);
        this.vault = context.getBean(Vault.class);
        this.transaction = context.getBean(TransactionTemplate.class);
    }

    public <T> T as(Caller caller, Supplier<T> work) {
        return Objects.requireNonNull(
                ActingAs.call(caller.identity(), () -> transaction.execute(status -> work.get())));
    }

    /** Registers an exhibit by the form; its seals are parted by commas. */
    public Exhibit registered(Caller caller, String number, String title, String seals)
            throws Exception {
        String place =
                cases.post(
                                caller,
                                "/evidence/exhibits",
                                "caseNumber",
                                number,
                                "kind",
                                "carrier",
                                "dataClass",
                                "content",
                                "title",
                                title,
                                "origin",
                                "search",
                                "from",
                                "Uydurma Şəxs",
                                "obtainedAt",
                                "2026-11-01T10:00",
                                "owner",
                                "Uydurma Şəxs",
                                "basis",
                                "search-seizure",
                                "document",
                                "Protokol 7",
                                "seals",
                                seals,
                                "place",
                                "Seyf 2")
                        .getHeader("Location");
        if (place == null) {
            throw new AssertionError("the exhibit was not registered");
        }
        UUID id = UUID.fromString(place.substring("/evidence/exhibits/".length()));
        return as(caller, () -> exhibits.require(id));
    }

    public Exhibit exhibit(Caller caller, ExhibitId id) {
        return as(caller, () -> exhibits.require(id.value()));
    }

    public List<String> chain(Caller caller, ExhibitId id) {
        return as(caller, () -> exhibits.custody(id)).events().stream()
                .map(CustodyEvent::kind)
                .toList();
    }

    /** Gives an exhibit its bytes. */
    public Exhibit stored(Caller caller, Exhibit exhibit, byte[] bytes) {
        try {
            Intake intake = vault.begin(CaseVault.key(exhibit.caseNumber()));
            intake.append(Channels.newChannel(new ByteArrayInputStream(bytes)));
            if (!(intake.finish() instanceof Finish.Stored stored)) {
                throw new AssertionError("not stored");
            }
            as(
                    caller,
                    () -> {
                        exhibits.stored(
                                exhibit.id(),
                                new StoredBytes(
                                        stored.id(), "f.bin", stored.digests(), Instant.now()),
                                caller.name());
                        return true;
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return exhibit(caller, exhibit.id());
    }
}
