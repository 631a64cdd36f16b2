package az.qalxan.assets;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.directory.NewOrganisations;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationKind;
import az.qalxan.jurisdiction.Words;
import az.qalxan.reporting.Channel;
import az.qalxan.reporting.Contact;
import az.qalxan.reporting.Intake;
import az.qalxan.reporting.Loss;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.Receipt;
import az.qalxan.reporting.ReportDesk;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportedLoss;
import az.qalxan.reporting.ReportedLosses;
import az.qalxan.reporting.ReporterDesk;
import az.qalxan.reporting.ReporterNews;
import az.qalxan.reporting.ReporterPass;
import az.qalxan.web.Language;
import az.qalxan.web.Texts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reports, accounts and a bank for the tests of this module. */
class AssetsStage {

    static final String BANK = "sinaq-bank";
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();
    private static final String RUN = String.valueOf(System.nanoTime() % 1_000_000_000_000L);

    private final NewOrganisations organisations;
    private final Intake intake;
    private final ReportDesk desk;
    private final ReporterDesk reporters;
    private final Texts texts;
    private final ReportedLosses losses;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AssetsPack pack;
    private final Clock clock;

    AssetsStage(
            NewOrganisations organisations,
            Intake intake,
            ReportDesk desk,
            ReporterDesk reporters,
            Texts texts,
            ReportedLosses losses,
            JdbcClient jdbc,
            PlatformTransactionManager manager,
            AssetsPack pack,
            Clock clock) {
        this.organisations = organisations;
        this.intake = intake;
        this.desk = desk;
        this.reporters = reporters;
        this.texts = texts;
        this.losses = losses;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
        this.pack = pack;
        this.clock = clock;
    }

    void bank() {
        Organisation bank =
                new Organisation(
                        new BodyCode(BANK),
                        "Sınaq Bank",
                        new Words("Sınaq Bank", "Test Bank"),
                        List.of(OrganisationKind.BANK),
                        false,
                        new Words("sınaq", "test"));
        asSystem(() -> organisations.introduce(bank));
    }

    /** A valid IBAN that no other test of the run names. */
    String iban() {
        String account =
                "QLXN"
                        + String.format(
                                "%012d%08d", Long.parseLong(RUN), ACCOUNTS.incrementAndGet());
        StringBuilder digits = new StringBuilder();
        for (char sign : (account + "AZ00").toCharArray()) {
            digits.append(Character.digit(sign, 36));
        }
        int check =
                98 - new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValueExact();
        return "AZ" + String.format("%02d", check) + account;
    }

    /** A valid card number that no other test names. */
    String card() {
        String payload =
                "400000" + String.format("%09d", (System.nanoTime() / 1_000) % 1_000_000_000L);
        int sum = 0;
        for (int i = 0; i < payload.length(); i++) {
            int digit = Character.digit(payload.charAt(payload.length() - 1 - i), 10);
            int twice = digit * 2;
            sum += i % 2 == 0 ? twice / 10 + twice % 10 : digit;
        }
        return payload + (10 - sum % 10) % 10;
    }

    /** A report to DİN of money that went by transfer so long ago. */
    ReportId report(String amount, String iban, Duration ago) {
        return receipt(amount, iban, ago).id();
    }

    Receipt receipt(String amount, String iban, Duration ago) {
        Instant now = clock.instant();
        NewReport report =
                new NewReport(
                        "phone-fraud",
                        now.minus(ago),
                        now,
                        "baku",
                        Channel.WEB,
                        "az",
                        "Zəng edib pul köçürməyimi istədilər.",
                        new Loss(new BigDecimal(amount), "AZN", "bank-transfer"),
                        List.of(iban),
                        "",
                        Contact.NONE);
        return asSystem(() -> intake.receiveAll(List.of(report))).getFirst();
    }

    void giveTo(ReportId report, String body) {
        asSystem(() -> desk.redirect(report, new BodyCode(body), "Sınaq üçün ötürülür."));
    }

    /** What the reporter reads beside the state of the own report. */
    List<String> news(Receipt receipt) {
        ReporterPass pass =
                reporters.prove(receipt.reference(), receipt.secret().value()).orElseThrow();
        return reporters.news(pass, texts.in(Language.AZ)).stream()
                .map(ReporterNews.Told::sentence)
                .toList();
    }

    private ReportedLoss loss(ReportId report) {
        return asSystem(() -> losses.of(report)).orElseThrow();
    }

    String reference(ReportId report) {
        return loss(report).reference().value();
    }

    Instant lostAt(ReportId report) {
        return loss(report).lostAt();
    }

    UUID transferOf(ReportId report) {
        return asSystem(() ->
                jdbc.sql(
                                "select id from assets.transfer where report_id = :id and state ="
                                        + " 'known'")
                        .param("id", report.value())
                        .query(UUID.class)
                        .single());
    }

    int version(String number) {
        return asSystem(() ->
                jdbc.sql("select version from assets.freeze where number = :number")
                        .param("number", number)
                        .query(Integer.class)
                        .single());
    }

    String caseOf(String number) {
        return asSystem(() ->
                jdbc.sql("select case_number from assets.freeze where number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single());
    }

    String caseVersion(String caseNumber) {
        return asSystem(() ->
                        jdbc.sql("select version from casework.case_file where number = :number")
                                .param("number", caseNumber)
                                .query(Integer.class)
                                .single())
                .toString();
    }

    List<UUID> shares(String number) {
        return asSystem(() ->
                jdbc.sql(
                                """
                                select s.id from assets.return_share s
                                join assets.return_decision d on d.id = s.decision_id
                                join assets.freeze f on f.id = d.freeze_id
                                where f.number = :number order by s.reference
                                """)
                        .param("number", number)
                        .query(UUID.class)
                        .list());
    }

    /** A moment as a date field of the country's pages gives it. */
    String field(Instant moment) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                .format(LocalDateTime.ofInstant(moment, pack.zone()));
    }

    <T> T asOfficer(Caller caller, Supplier<T> work) {
        return as(caller.identity(), work);
    }

    private <T> T asSystem(Supplier<T> work) {
        return as(TransactionIdentity.job("test"), work);
    }

    private <T> T as(TransactionIdentity identity, Supplier<T> work) {
        return ActingAs.call(
                identity, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
