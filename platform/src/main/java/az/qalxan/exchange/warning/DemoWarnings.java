package az.qalxan.exchange.warning;

import az.qalxan.access.Caller;
import az.qalxan.database.ActingAs;
import az.qalxan.database.WorkTime;
import az.qalxan.demo.DemoPart;
import az.qalxan.demo.DemoPeople;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Invented warnings: a drill that most acknowledged, a real one that went out by the fast lane, and
 * one that waits for its second approval.
 */
@Component
class DemoWarnings implements DemoPart {

    private static final Duration DAY = Duration.ofDays(1);

    private final WarningDesk desk;
    private final WarningRelease release;
    private final WarningReceipts receipts;
    private final WarningRounds rounds;
    private final WarningStore store;
    private final WarningPages pages;
    private final DemoPeople people;

    DemoWarnings(
            WarningDesk desk,
            WarningRelease release,
            WarningReceipts receipts,
            WarningRounds rounds,
            WarningStore store,
            WarningPages pages,
            DemoPeople people) {
        this.desk = desk;
        this.release = release;
        this.receipts = receipts;
        this.rounds = rounds;
        this.store = store;
        this.pages = pages;
        this.people = people;
    }

    @Override
    public int order() {
        return 85;
    }

    @Override
    public void play(Instant now) {
        Caller writer = people.named("analitik-rinn");
        boolean played =
                ActingAs.call(writer.identity(), () -> !store.of(writer.body().value()).isEmpty());
        if (played) {
            return;
        }
        drill(writer, now.minus(DAY.multipliedBy(6)));
        fast(people.named("novbetci-dtx"), now.minus(Duration.ofMinutes(25)));
        waiting(writer, now.minus(Duration.ofMinutes(10)));
    }

    private void drill(Caller writer, Instant at) {
        String number =
                write(
                        writer,
                        at,
                        form(
                                "true",
                                "ransomware",
                                new Said(
                                        "Təlim: girov proqramı qurumlara yayılır",
                                        "Drill: ransomware spreads among bodies",
                                        "Təlim ssenarisi: mühasibat proqramının yeniləməsi ilə"
                                                + " girov proqramı yayılır.",
                                        "The drill’s story: ransomware spreads with an update of"
                                                + " accounting software.")));
        approve("reyestr", number, at.plus(Duration.ofMinutes(9)));
        approve("koordinator-rinn", number, at.plus(Duration.ofMinutes(14)));
        Instant out = at.plus(Duration.ofMinutes(14));
        WorkTime.run(out.plusSeconds(4), rounds::look);
        acknowledge("koordinator-din", number, out.plus(Duration.ofMinutes(7)));
        acknowledge("analitik", number, out.plus(Duration.ofMinutes(12)));
        acknowledge("koordinator", number, out.plus(Duration.ofMinutes(31)));
        acknowledge("koordinator-etn", number, out.plus(Duration.ofMinutes(48)));
        WorkTime.run(out.plus(Duration.ofMinutes(61)), rounds::look);
        acknowledge("koordinator-nk", number, out.plus(Duration.ofMinutes(74)));
        WorkTime.run(out.plus(Duration.ofMinutes(125)), rounds::look);
    }

    private void fast(Caller duty, Instant at) {
        String number =
                write(
                        duty,
                        at,
                        form(
                                "",
                                "exploited",
                                new Said(
                                        "VPN qapısındakı boşluqdan istifadə edilir",
                                        "A hole in a VPN gateway is being exploited",
                                        "Uydurma “Nümunə VPN” məhsulundakı boşluqdan son saatlarda"
                                                + " iki qurumda istifadə edilib.",
                                        "A hole in the invented product “Nümunə VPN” was used"
                                                + " at two bodies in the last hours.")));
        run(duty, at.plus(Duration.ofMinutes(2)), () -> release.fast(duty, number));
        WorkTime.run(at.plus(Duration.ofMinutes(2)).plusSeconds(4), rounds::look);
        acknowledge("novbetci", number, at.plus(Duration.ofMinutes(6)));
        acknowledge("analitik-rinn", number, at.plus(Duration.ofMinutes(11)));
    }

    private void waiting(Caller writer, Instant at) {
        String number =
                write(
                        writer,
                        at,
                        form(
                                "",
                                "phishing",
                                new Said(
                                        "Vergi adından saxta məktublar",
                                        "Forged mails in the name of the tax office",
                                        "Vergi orqanı adından göndərilən saxta məktublar"
                                                + " parol toplayır.",
                                        "Forged mails in the name of the tax office collect"
                                                + " passwords.")));
        approve("reyestr", number, at.plus(Duration.ofMinutes(4)));
    }

    /** What an invented warning says. */
    private record Said(String headlineAz, String headlineEn, String textAz, String textEn) {}

    private static WarningForm form(String drill, String event, Said said) {
        return new WarningForm(
                drill,
                "TLP:GREEN",
                event,
                "severe",
                "immediate",
                "likely",
                said.headlineAz(),
                said.headlineEn(),
                said.textAz(),
                said.textEn(),
                "Yeniləmələri quraşdırın, girişləri yoxlayın, şübhəli nə varsa CERT-ə yazın.",
                "Install the updates, look through sign-ins, write to the CERT about anything odd.",
                "",
                List.of("government", "certs"),
                List.of(),
                event.equals("exploited") ? List.of("baku", "absheron-khizi") : List.of(),
                "72");
    }

    /** Writes it and, unless the duty officer does, asks for approval. */
    private String write(Caller writer, Instant at, WarningForm form) {
        WarningForm.Checked checked = pages.checked(form, new ArrayList<>()).orElseThrow();
        String number =
                WorkTime.call(
                        at,
                        () -> ActingAs.call(writer.identity(), () -> desk.write(writer, checked)));
        if (!writer.is(az.qalxan.access.Role.DUTY_OFFICER)) {
            run(writer, at.plusSeconds(60), () -> desk.ask(writer, number));
        }
        return number;
    }

    private void approve(String name, String number, Instant at) {
        Caller caller = people.named(name);
        run(caller, at, () -> release.approve(caller, number));
    }

    private void acknowledge(String name, String number, Instant at) {
        Caller caller = people.named(name);
        run(caller, at, () -> receipts.acknowledge(caller, number, "Qəbul etdik, yoxlayırıq."));
    }

    private static void run(Caller caller, Instant at, Runnable work) {
        WorkTime.run(at, () -> ActingAs.run(caller.identity(), work));
    }
}
