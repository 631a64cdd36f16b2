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
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Invented exhibits for the demonstration; nothing of it exists. */
@Component
public class DemoExhibits {

    private static final String WORDS = "Nümayiş üçün uydurulub.";
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

    /** What is invented. */
    public enum Invented {
        PHONE(
                new Description(
                        ExhibitKind.CARRIER,
                        DataClass.CONTENT,
                        "Telefon, qara, IMEI 350000000000017 (nümunə)",
                        WORDS),
                OriginKind.SEARCH,
                "",
                "DİN-00417"),
        IMAGE(
                new Description(
                        ExhibitKind.IMAGE, DataClass.CONTENT, "Telefonun yaddaş surəti", WORDS),
                OriginKind.SEARCH,
                "telefon.img"),
        ANSWER(
                new Description(
                        ExhibitKind.ANSWER,
                        DataClass.SUBSCRIBER,
                        "Operatorun cavabı: nömrənin sahibi",
                        WORDS),
                OriginKind.OPERATOR,
                "cavab.txt"),
        LAPTOP(
                new Description(
                        ExhibitKind.CARRIER,
                        DataClass.CONTENT,
                        "Noutbuk, seriya 5CD0000042 (nümunə)",
                        WORDS),
                OriginKind.HANDED_OVER,
                "",
                "DİN-00533",
                "DİN-00534"),
        LOGS(
                new Description(
                        ExhibitKind.LOGS, DataClass.TRAFFIC, "Giriş jurnalları, 14 gün", WORDS),
                OriginKind.INSPECTION,
                "access.log"),
        MESSAGES(
                new Description(
                        ExhibitKind.MESSAGES, DataClass.CONTENT, "Zərərçəkmişin yazışması", WORDS),
                OriginKind.HANDED_OVER,
                "yazisma.zip");

        private final Description description;
        private final OriginKind origin;
        private final String file;
        private final List<String> seals;

        /**
         * @param file its file's name; empty for a thing without bytes
         */
        Invented(Description description, OriginKind origin, String file, String... seals) {
            this.description = description;
            this.origin = origin;
            this.file = file;
            this.seals = List.of(seals);
        }

        private String basis() {
            return switch (origin) {
                case OPERATOR -> "provider-answer";
                case HANDED_OVER -> "handed-over";
                default -> "search-seizure";
            };
        }

        private Acquisition acquisition(Instant at) {
            return switch (this) {
                case IMAGE -> acquired(2, at);
                case LOGS -> acquired(0, at);
                default -> Acquisition.NONE;
            };
        }

        private byte[] content(Exhibit exhibit) {
            return this == MESSAGES
                    ? messages()
                    : ("Nümayiş üçün uydurulmuş məzmun: " + exhibit.number() + "\n")
                            .repeat(200)
                            .getBytes(StandardCharsets.UTF_8);
        }
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

    /** A telephone's messages, history, mail and a photograph in one archive, all invented. */
    private static byte[] messages() {
        try (InputStream in =
                Objects.requireNonNull(
                        DemoExhibits.class.getResourceAsStream("demo-messages.zip"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers it in that case; its bytes come a little later. */
    public Exhibit put(Invented one, CaseNumber number, Instant at, Caller lead) {
        LocalDate day = LocalDate.ofInstant(at, pack.zone());
        NewExhibit told =
                new NewExhibit(
                        number,
                        one.description,
                        new Origin(one.origin, OWNER, "Bakı (nümunə)", "Protokol № 3", at),
                        new Owner(OWNER, "+994125550100"),
                        bases.of(one.basis(), day, "Qərar № 3 (nümayiş), " + day).orElseThrow(),
                        one.acquisition(at),
                        one.seals,
                        "Sübut otağı, seyf 2");
        Exhibit made = at(at.plusSeconds(600), lead, () -> exhibits.register(told, lead));
        return one.file.isEmpty() ? made : bytes(made, one, at.plusSeconds(900), lead);
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

    private Exhibit bytes(Exhibit exhibit, Invented one, Instant at, Caller lead) {
        return at(
                at,
                lead,
                () ->
                        Objects.requireNonNull(
                                transaction.execute(status -> {
                                    StoredBytes stored = stored(exhibit, one, at);
                                    exhibits.stored(exhibit.id(), stored, lead.name());
                                    return exhibits.require(exhibit.id().value());
                                })));
    }

    private StoredBytes stored(Exhibit exhibit, Invented one, Instant at) {
        String name = one.file;
        try {
            Intake intake = vault.begin(CaseVault.key(exhibit.caseNumber()));
            intake.append(Channels.newChannel(new ByteArrayInputStream(one.content(exhibit))));
            if (intake.finish() instanceof Finish.Stored done) {
                return new StoredBytes(done.id(), name, done.digests(), at);
            }
            throw new IllegalStateException("the bytes of " + name + " were not stored");
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes of " + name + " were not stored", e);
        }
    }

    private static <T> T at(Instant moment, Caller caller, Supplier<T> work) {
        return WorkTime.call(moment, () -> ActingAs.call(caller.identity(), work::get));
    }
}
