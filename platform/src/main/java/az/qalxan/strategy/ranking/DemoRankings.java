package az.qalxan.strategy.ranking;

import az.qalxan.access.Caller;
import az.qalxan.database.ActingAs;
import az.qalxan.database.WorkTime;
import az.qalxan.demo.DemoPart;
import az.qalxan.demo.DemoPeople;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Evidence for a believable part of what rankings ask. What is marked as an example was invented;
 * the strategy, its plan, the convention and the articles are those of the country.
 */
@Component
class DemoRankings implements DemoPart {

    private static final String INVENTED = "Nümayiş üçün uydurulub.";
    private static final String REAL = "Açıq mənbədən məlum olan sənəd.";

    /**
     * A piece of evidence of the demonstration.
     *
     * @param answers {@code question=answer}, separated by blanks
     * @param days how long ago its day was; nought for kinds that are looked at live
     */
    private record Sample(
            String kind,
            String title,
            String reference,
            long days,
            int months,
            String owner,
            String words,
            String answers) {}

    private static final List<Sample> SAMPLES =
            List.of(
                    new Sample(
                            "document",
                            "İnformasiya təhlükəsizliyi və kibertəhlükəsizliyə dair 2023–2027-ci"
                                    + " illər üçün Strategiya",
                            "Prezidentin 28.08.2023 tarixli Sərəncamı",
                            -1,
                            52,
                            "xritdx",
                            REAL,
                            "gci:2024:3.1=full ncsi:3:1.4=full ncaf:2.0:3.1=4"),
                    new Sample(
                            "document",
                            "Strategiyanın icrasına dair Tədbirlər Planı",
                            "Prezidentin 28.08.2023 tarixli Sərəncamı",
                            -1,
                            52,
                            "xritdx",
                            REAL,
                            "ncsi:3:1.5=full"),
                    new Sample(
                            "document",
                            "İnformasiya Təhlükəsizliyi üzrə Koordinasiya Komissiyasının iclasları",
                            "Nümunə: iclas protokolu № 4",
                            140,
                            24,
                            "xritdx",
                            INVENTED,
                            "ncsi:3:1.3=full gci:2024:5.4=full ncaf:2.0:2.3=3"),
                    new Sample(
                            "clause",
                            "Budapeşt Konvensiyası",
                            "BUDAPEST-185",
                            0,
                            0,
                            "xin",
                            "",
                            "ncsi:3:11.3=full gci:2024:5.2=full ncaf:2.0:2.4=3"),
                    new Sample(
                            "clause",
                            "Cinayət Məcəlləsi: kompüter sisteminə qanunsuz daxilolma",
                            "CC-AZ:271",
                            0,
                            0,
                            "en",
                            "",
                            "gci:2024:1.1=full ncsi:3:11.1=full ncaf:2.0:2.5=3"),
                    new Sample(
                            "figure",
                            "Vətəndaşların elektron müraciətləri",
                            "reporting.received",
                            0,
                            0,
                            "din",
                            "",
                            "ncsi:3:9.3=full ncaf:2.0:4.2=2"),
                    new Sample(
                            "figure",
                            "24/7 nöqtəsinə xaricdən gələn sorğular",
                            "cooperation.received",
                            0,
                            0,
                            "dtx",
                            "",
                            "ncsi:3:11.6=full"),
                    new Sample(
                            "link",
                            "Milli CERT-in saytı və xidmətləri",
                            "https://cert.az",
                            60,
                            12,
                            "rinn",
                            REAL,
                            "gci:2024:2.1=full ncsi:3:9.1=full ncsi:3:7.3=full ncaf:2.0:1.4=4"),
                    new Sample(
                            "link",
                            "Nümunə: illik təhdid hesabatı",
                            "https://cert.az/numune-hesabat",
                            640,
                            12,
                            "rinn",
                            INVENTED,
                            "ncsi:3:7.2=full"),
                    new Sample(
                            "document",
                            "Nümunə: milli kibertəlimin hesabatı",
                            "Nümunə № 17",
                            410,
                            24,
                            "dtx",
                            INVENTED,
                            "ncsi:3:10.2=full ncaf:2.0:1.5=3"),
                    new Sample(
                            "document",
                            "Nümunə: kritik informasiya infrastrukturunun təhlükəsizliyi qaydaları",
                            "Nümunə: Nazirlər Kabinetinin qərarı",
                            700,
                            36,
                            "dtx",
                            INVENTED,
                            "ncsi:3:5.1=full ncsi:3:5.2=full ncsi:3:5.4=full gci:2024:1.2=partial"
                                    + " ncaf:2.0:4.1=4"),
                    new Sample(
                            "document",
                            "Nümunə: məktəb proqramında rəqəmsal təhlükəsizlik",
                            "Nümunə: kurikulum, 2022",
                            1_500,
                            60,
                            "etn",
                            INVENTED,
                            "ncsi:2:3.1=full"),
                    new Sample(
                            "document",
                            "Nümunə: fərdi identifikasiya nömrəsi",
                            "Nümunə: qayda",
                            900,
                            60,
                            "en",
                            INVENTED,
                            "ncsi:2:7.1=full"),
                    new Sample(
                            "document",
                            "Nümunə: universitetlərdə informasiya təhlükəsizliyi ixtisasları",
                            "Nümunə: ixtisaslar təsnifatı",
                            300,
                            36,
                            "etn",
                            INVENTED,
                            "ncsi:3:3.3=full ncsi:3:3.4=full gci:2024:4.3=full ncaf:2.0:1.3=3"),
                    new Sample(
                            "document",
                            "Nümunə: dövlət–özəl tərəfdaşlıq memorandumu",
                            "Nümunə № 3",
                            640,
                            24,
                            "rinn",
                            INVENTED,
                            "gci:2024:5.3=full ncaf:2.0:2.2=2"),
                    new Sample(
                            "stage",
                            "CERT-lər arasında vahid məlumatlandırma mexanizmi",
                            "8.2.1.4/final",
                            0,
                            0,
                            "rinn",
                            "",
                            "gci:2024:2.2=full ncaf:2.0:2.1=3"),
                    new Sample(
                            "stage",
                            "Maarifləndirmə tədbirləri",
                            "8.8.1.1/initial",
                            0,
                            0,
                            "rinn",
                            "",
                            "gci:2024:4.1=full ncsi:3:7.4=full ncaf:2.0:1.1=3"),
                    new Sample(
                            "stage",
                            "Təhdidlərin kateqoriyaları və təsnifatı",
                            "8.1.1.1/final",
                            0,
                            0,
                            "xritdx",
                            "",
                            "ncsi:3:7.1=full ncaf:2.0:3.2=2"),
                    new Sample(
                            "document",
                            "Nümunə: elektron imza xidmətlərinin reyestri",
                            "Nümunə: reyestr çıxarışı",
                            200,
                            24,
                            "rinn",
                            INVENTED,
                            "ncsi:3:6.1=full ncsi:3:6.2=full ncsi:3:6.3=full ncsi:3:6.4=full"));

    private static final Sample WAITING =
            new Sample(
                    "document",
                    "Nümunə: rəqəmsal ekspertiza laboratoriyasının əsasnaməsi",
                    "Nümunə № 21",
                    45,
                    36,
                    "dtx",
                    INVENTED,
                    "ncsi:3:11.5=full");

    private static final LocalDate STRATEGY = LocalDate.of(2023, 8, 28);

    private final Rankings rankings;
    private final DemoPeople people;

    DemoRankings(Rankings rankings, DemoPeople people) {
        this.rankings = rankings;
        this.people = people;
    }

    @Override
    public int order() {
        return 60;
    }

    /** Proposes and approves the pieces, unless somebody proposed any before. */
    @Override
    public void play(Instant now) {
        Caller first = people.named("koordinator-rinn");
        Caller second = people.named("koordinator-xritdx");
        if (ActingAs.call(first.identity(), rankings::started)) {
            return;
        }
        int place = SAMPLES.size();
        for (Sample sample : SAMPLES) {
            Instant at = now.minus(Duration.ofHours(20L * place--));
            long number = propose(sample, at, now, first);
            WorkTime.run(
                    at.plus(Duration.ofHours(3)),
                    () ->
                            ActingAs.run(
                                    second.identity(), () -> rankings.approve(number, "", second)));
        }
        propose(WAITING, now.minus(Duration.ofHours(2)), now, first);
    }

    private long propose(Sample sample, Instant at, Instant now, Caller caller) {
        Map<String, String> fields = new HashMap<>();
        fields.put("kind", sample.kind());
        fields.put("title", sample.title());
        fields.put("reference", sample.reference());
        fields.put("dated", day(sample, now));
        fields.put("freshMonths", sample.months() == 0 ? "" : String.valueOf(sample.months()));
        fields.put("owner", sample.owner());
        fields.put("words", sample.words());
        for (String answer : sample.answers().split(" ", -1)) {
            int sign = answer.indexOf('=');
            fields.put("answer-" + answer.substring(0, sign), answer.substring(sign + 1));
        }
        AtomicLong number = new AtomicLong();
        WorkTime.run(
                at,
                () ->
                        number.set(
                                ActingAs.call(
                                        caller.identity(),
                                        () -> rankings.propose(fields, caller))));
        return number.get();
    }

    private static String day(Sample sample, Instant now) {
        if (sample.days() == 0) {
            return "";
        }
        return sample.days() < 0
                ? STRATEGY.toString()
                : LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(sample.days()).toString();
    }
}
