package az.qalxan.evidence.dossier;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseNumber;
import az.qalxan.database.ActingAs;
import az.qalxan.engines.vault.Finish;
import az.qalxan.engines.vault.Intake;
import az.qalxan.engines.vault.Vault;
import az.qalxan.evidence.Acquisition;
import az.qalxan.evidence.CaseVault;
import az.qalxan.evidence.DataClass;
import az.qalxan.evidence.Description;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitKind;
import az.qalxan.evidence.Exhibits;
import az.qalxan.evidence.LegalBasis;
import az.qalxan.evidence.NewExhibit;
import az.qalxan.evidence.Origin;
import az.qalxan.evidence.OriginKind;
import az.qalxan.evidence.Owner;
import az.qalxan.evidence.StoredBytes;
import az.qalxan.jurisdiction.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Exhibits with bytes, and exports that are waited for. */
final class DossierStage {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Exhibits exhibits;
    private final CaseDesk cases;
    private final Vault vault;
    private final DossierOrders orders;
    private final DossierDesk desk;
    private final TransactionTemplate transaction;

    DossierStage(ApplicationContext context) {
        this.exhibits = context.getBean(Exhibits.class);
        this.cases = context.getBean(CaseDesk.class);
        this.vault = context.getBean(Vault.class);
        this.orders = context.getBean(DossierOrders.class);
        this.desk = context.getBean(DossierDesk.class);
        this.transaction = context.getBean(TransactionTemplate.class);
    }

    <T> T as(Caller caller, Supplier<T> work) {
        return Objects.requireNonNull(
                ActingAs.call(caller.identity(), () -> transaction.execute(status -> work.get())));
    }

    /** Registers an exhibit; its bytes come at once when there are any. */
    Exhibit exhibit(Caller caller, String number, String name, byte[] bytes) {
        NewExhibit told =
                new NewExhibit(
                        new CaseNumber(number),
                        new Description(
                                ExhibitKind.FILES,
                                DataClass.CONTENT,
                                "Fayl " + name,
                                "Ələ keçirilib"),
                        new Origin(OriginKind.SEARCH, "Əli Vəliyev", "Bakı", "", Instant.now()),
                        Owner.UNKNOWN,
                        new LegalBasis(
                                "search",
                                "cpc-243",
                                new Words("Axtarış", "Search"),
                                false,
                                "Protokol 7"),
                        new Acquisition(
                                new Acquisition.Tool("ewfacquire", "20140814"),
                                "compression: none",
                                "",
                                "Samsung 870",
                                "Aygün Məmmədova",
                                0,
                                "",
                                Instant.now()),
                        List.of("SZ-1"),
                        "Otaq 12");
        Exhibit made = as(caller, () -> exhibits.register(told, caller));
        if (bytes.length > 0) {

            StoredBytes stored = stored(new CaseNumber(number), name, bytes);
            as(
                    caller,
                    () -> {
                        exhibits.stored(made.id(), stored, caller.name());
                        return true;
                    });
        }
        return as(caller, () -> exhibits.require(made.id().value()));
    }

    private StoredBytes stored(CaseNumber number, String name, byte[] bytes) {
        try {
            Intake intake = vault.begin(CaseVault.key(number));
            intake.append(Channels.newChannel(new ByteArrayInputStream(bytes)));
            if (intake.finish() instanceof Finish.Stored stored) {
                return new StoredBytes(stored.id(), name, stored.digests(), Instant.now());
            }
            throw new AssertionError("not stored");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one file of the case's vault that is as large as the exhibit's bytes at least. */
    Path body(Exhibit exhibit, Path vaultFolder) throws IOException {
        StoredBytes stored = Objects.requireNonNull(exhibit.stored());
        String owner = stored.id().key().toString();
        try (Stream<Path> files = Files.walk(vaultFolder)) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> path.toString().contains(owner))
                    .filter(path -> path.toFile().length() >= stored.digests().length())
                    .findFirst()
                    .orElseThrow();
        }
    }

    DossierForm form(String number, Exhibit... chosen) {
        return new DossierForm(
                number,
                List.of(chosen).stream().map(one -> one.id().value()).toList(),
                "court",
                "Bakı Ağır Cinayətlər Məhkəməsi",
                "CPM 290",
                "Qərar 12, 20.11.2026",
                "");
    }

    /** Orders an export and waits until it is over. */
    Dossier ordered(Caller caller, DossierForm form) throws InterruptedException {
        Dossier ordered = ActingAs.call(caller.identity(), () -> orders.order(form, caller));
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Dossier now = as(caller, () -> desk.require(ordered.id()));
            if (now.state() == Dossier.State.READY || now.state() == Dossier.State.FAILED) {
                return now;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the export is not over");
    }

    byte[] bytes(Caller caller, Dossier dossier) throws IOException {
        var answer = ActingAs.call(caller.identity(), () -> orders.file(dossier.id(), caller));
        return Objects.requireNonNull(answer.getBody()).getInputStream().readAllBytes();
    }
}
