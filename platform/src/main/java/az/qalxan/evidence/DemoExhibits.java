package az.qalxan.evidence;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseNumber;
import az.qalxan.database.ActingAs;
import az.qalxan.database.WorkTime;
import az.qalxan.engines.vault.Finish;
import az.qalxan.engines.vault.Intake;
import az.qalxan.engines.vault.Vault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Invented exhibits for the demonstration; nothing of it exists. */
@Component
public class DemoExhibits {

    private static final String OWNER = "Uydurma Şəxs";
    private static final String SPECIALIST = "Şahin Sınaqlı, mütəxəssis (nümayiş)";

    private final Exhibits exhibits;
    private final ExhibitStore store;
    private final Records records;
    private final BasisChoice bases;
    private final Vault vault;
    private final EvidencePack pack;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoExhibits(
            Exhibits exhibits,
            ExhibitStore store,
            Records records,
            BasisChoice bases,
            Vault vault,
            EvidencePack pack,
            TransactionTemplate transaction,
            Clock clock) {
        this.exhibits = exhibits;
        this.store = store;
        this.records = records;
        this.bases = bases;
        this.vault = vault;
        this.pack = pack;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether the demonstration was played already. */
    public boolean any(Caller caller) {
        return ActingAs.call(
                caller.identity(),
                () ->
                        Boolean.TRUE.equals(
                                transaction.execute(status ->
                                        !store.ofBody(caller, new ExhibitFilter("", "", "", ""), 1)
                                                .isEmpty())));
    }

    /** What one invented exhibit is. */
    private record Piece(
            ExhibitKind kind,
            DataClass dataClass,
            String title,
            OriginKind origin,
            String basis,
            List<String> seals,
            Acquisition acquisition) {}

    public Exhibit phone(CaseNumber number, Instant at, Caller lead) {
        return put(
                number,
                new Piece(
                        ExhibitKind.CARRIER,
                        DataClass.CONTENT,
                        "Telefon, qara, IMEI 350000000000017 (nümunə)",
                        OriginKind.SEARCH,
                        "search-seizure",
                        List.of("DİN-00417"),
                        Acquisition.NONE),
                at,
                lead);
    }

    public Exhibit image(CaseNumber number, Instant at, Caller lead) {
        Exhibit image =
                put(
                        number,
                        new Piece(
                                ExhibitKind.IMAGE,
                                DataClass.CONTENT,
                                "Telefonun yaddaş surəti",
                                OriginKind.SEARCH,
                                "search-seizure",
                                List.of(),
                                acquired(2, at)),
                        at,
                        lead);
        return bytes(image, "telefon.img", at.plusSeconds(900), lead);
    }

    private static Acquisition acquired(long errors, Instant at) {
        return new Acquisition(
                new Acquisition.Tool("ewfacquire", "20140813"),
                "-t telefon -f encase6 -d sha256 -c deflate:fast",
                "Nümunə WB-3, USB",
                "Nümunə A54, seriya R5CT0000017",
                SPECIALIST,
                errors,
                errors == 0 ? "" : "Sektor 1 204 480 və 1 204 488 oxunmayıb, sıfırla doldurulub.",
                at);
    }

    public Exhibit answer(CaseNumber number, Instant at, Caller lead) {
        Exhibit answer =
                put(
                        number,
                        new Piece(
                                ExhibitKind.ANSWER,
                                DataClass.SUBSCRIBER,
                                "Operatorun cavabı: nömrənin sahibi",
                                OriginKind.OPERATOR,
                                "provider-answer",
                                List.of(),
                                Acquisition.NONE),
                        at,
                        lead);
        return bytes(answer, "cavab.txt", at.plusSeconds(900), lead);
    }

    public Exhibit laptop(CaseNumber number, Instant at, Caller lead) {
        return put(
                number,
                new Piece(
                        ExhibitKind.CARRIER,
                        DataClass.CONTENT,
                        "Noutbuk, seriya 5CD0000042 (nümunə)",
                        OriginKind.HANDED_OVER,
                        "handed-over",
                        List.of("DİN-00533", "DİN-00534"),
                        Acquisition.NONE),
                at,
                lead);
    }

    public Exhibit logs(CaseNumber number, Instant at, Caller lead) {
        Exhibit logs =
                put(
                        number,
                        new Piece(
                                ExhibitKind.LOGS,
                                DataClass.TRAFFIC,
                                "Giriş jurnalları, 14 gün",
                                OriginKind.INSPECTION,
                                "search-seizure",
                                List.of(),
                                acquired(0, at)),
                        at,
                        lead);
        return bytes(logs, "access.log", at.plusSeconds(900), lead);
    }

    public Exhibit messages(CaseNumber number, Instant at, Caller lead) {
        Exhibit messages =
                put(
                        number,
                        new Piece(
                                ExhibitKind.MESSAGES,
                                DataClass.CONTENT,
                                "Zərərçəkmişin yazışması",
                                OriginKind.HANDED_OVER,
                                "handed-over",
                                List.of(),
                                Acquisition.NONE),
                        at,
                        lead);
        return bytes(messages, new File("yazisma.zip", invented()), at.plusSeconds(900), lead);
    }

    /** A telephone's messages, history, mail and a photograph in one archive, all invented. */
    private static byte[] invented() {
        try (InputStream in =
                Objects.requireNonNull(
                        DemoExhibits.class.getResourceAsStream("demo-messages.zip"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Exhibit put(CaseNumber number, Piece piece, Instant at, Caller lead) {
        LocalDate day = LocalDate.ofInstant(at, pack.zone());
        NewExhibit told =
                new NewExhibit(
                        number,
                        new Description(
                                piece.kind(),
                                piece.dataClass(),
                                piece.title(),
                                "Nümayiş üçün uydurulub."),
                        new Origin(piece.origin(), OWNER, "Bakı (nümunə)", "Protokol № 3", at),
                        new Owner(OWNER, "+994125550100"),
                        bases.of(piece.basis(), day, "Qərar № 3 (nümayiş), " + day).orElseThrow(),
                        piece.acquisition(),
                        piece.seals(),
                        "Sübut otağı, seyf 2");
        return at(at.plusSeconds(600), lead, () -> exhibits.register(told, lead));
    }

    /** Enters a decision that admits exhibits. */
    public boolean admit(List<Exhibit> admitted, String number, Caller lead) {
        Instant at = clock.instant();
        records.decided(
                admitted.stream().map(one -> exhibits.require(one.id().value())).toList(),
                new Admission(
                        true,
                        number,
                        LocalDate.ofInstant(at, pack.zone()),
                        "DİN İstintaq Baş İdarəsi (nümayiş)",
                        lead.name(),
                        "Qanuni yolla əldə edilib, iş üçün əhəmiyyətlidir.",
                        at,
                        lead.name()));
        return true;
    }

    private Exhibit bytes(Exhibit exhibit, String name, Instant at, Caller lead) {
        byte[] content =
                ("Nümayiş üçün uydurulmuş məzmun: " + exhibit.number() + "\n")
                        .repeat(200)
                        .getBytes(StandardCharsets.UTF_8);
        return bytes(exhibit, new File(name, content), at, lead);
    }

    /** A file with its bytes. */
    private record File(String name, byte[] content) {}

    private Exhibit bytes(Exhibit exhibit, File file, Instant at, Caller lead) {
        return at(
                at,
                lead,
                () ->
                        Objects.requireNonNull(
                                transaction.execute(status -> {
                                    StoredBytes stored = stored(exhibit, file, at);
                                    exhibits.stored(exhibit.id(), stored, lead.name());
                                    return exhibits.require(exhibit.id().value());
                                })));
    }

    private StoredBytes stored(Exhibit exhibit, File file, Instant at) {
        String name = file.name();
        try {
            Intake intake = vault.begin(CaseVault.key(exhibit.caseNumber()));
            intake.append(Channels.newChannel(new ByteArrayInputStream(file.content())));
            if (intake.finish() instanceof Finish.Stored done) {
                return new StoredBytes(done.id(), name, done.digests(), at);
            }
            throw new IllegalStateException("the bytes of " + name + " were not stored");
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes of " + name + " were not stored", e);
        }
    }

    private static <T> T at(Instant moment, Caller caller, Supplier<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        WorkTime.run(moment, () -> result.set(ActingAs.call(caller.identity(), work::get)));
        return Objects.requireNonNull(result.get());
    }
}
