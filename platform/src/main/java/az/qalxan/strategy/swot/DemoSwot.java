package az.qalxan.strategy.swot;

import az.qalxan.access.Caller;
import az.qalxan.database.WorkTime;
import az.qalxan.demo.DemoPart;
import az.qalxan.demo.DemoPeople;
import az.qalxan.jurisdiction.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Invented strengths, weaknesses, opportunities and threats, a year ago and now. */
@Component
class DemoSwot implements DemoPart {

    private static final String WHY = "Nümunə: illik baxış";

    private final Swot swot;
    private final DemoPeople people;

    DemoSwot(Swot swot, DemoPeople people) {
        this.swot = swot;
        this.people = people;
    }

    /** What an invented entry says; its evidence speaks of so many days before it is entered. */
    private record Line(
            String field, Words words, String evidence, int evidenceDays, List<String> measures) {

        Swot.Wanted on(Instant moment) {
            LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC).minusDays(evidenceDays);
            return new Swot.Wanted(field, words, evidence, "", day, measures, List.of(), List.of());
        }
    }

    private static final List<Line> FIRST =
            List.of(
                    new Line(
                            "strength",
                            new Words(
                                    "24/7 əlaqə nöqtəsi fasiləsiz işləyir",
                                    "The 24/7 point works without a break"),
                            "Nümunə: növbə cədvəli və sorğuların cavab müddətləri",
                            20,
                            List.of("8.5.1")),
                    new Line(
                            "strength",
                            new Words(
                                    "Üç CERT arasında gündəlik məlumat mübadiləsi var",
                                    "Three CERTs exchange information every day"),
                            "Nümunə: birgə bülletenlər",
                            40,
                            List.of()),
                    new Line(
                            "weakness",
                            new Words(
                                    "Kibercinayət üzrə mütəxəssis çatışmır",
                                    "There are too few specialists in cybercrime"),
                            "Nümunə: vakant ştatların sayı",
                            60,
                            List.of("8.6.1.1")),
                    new Line(
                            "weakness",
                            new Words(
                                    "Operatorların məsul şəxsləri bəlli deyil",
                                    "Responsible persons of operators are not known"),
                            "Nümunə: reyestr hələ qurulmayıb",
                            15,
                            List.of("8.5.5")),
                    new Line(
                            "opportunity",
                            new Words(
                                    "BMT Konvensiyası yeni əməkdaşlıq kanalı açır",
                                    "The UN Convention opens a new way of cooperation"),
                            "A/RES/79/243",
                            30,
                            List.of("8.5.2")),
                    new Line(
                            "threat",
                            new Words(
                                    "Fişinq kampaniyaları kart və köçürmələri hədəf alır",
                                    "Campaigns of phishing aim at cards and transfers"),
                            "Nümunə: müraciətlərin seriyaları",
                            10,
                            List.of()));

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void play(Instant now) {
        Caller author = people.named("koordinator-rinn");
        Caller judge = people.named("koordinator");
        Instant year = now.minus(Duration.ofDays(400));
        List<Long> numbers = new ArrayList<>();
        FIRST.forEach(line -> numbers.add(enter(line, year, author, judge)));
        Instant lately = now.minus(Duration.ofDays(25));
        enter(
                new Line(
                        "threat",
                        new Words(
                                "Süni intellektlə səs və üz saxtalaşdırılması artır",
                                "Voices and faces forged by machines grow in number"),
                        "Nümunə: son rübdə 14 müraciət",
                        12,
                        List.of()),
                lately,
                author,
                judge);
        Line moved =
                new Line(
                        "strength",
                        new Words(
                                "Operatorların reyestri işləyir, məsul şəxslər yoxlanılıb",
                                "The register of operators works; responsible persons are checked"),
                        "Operatorların reyestri",
                        5,
                        List.of("8.5.5"));
        WorkTime.run(lately, () -> swot.change(numbers.get(3), moved.on(lately), WHY, author));
        WorkTime.run(
                lately.plus(Duration.ofDays(1)),
                () -> swot.decide(numbers.get(3), true, "", judge));
        WorkTime.run(lately, () -> swot.drop(numbers.get(1), WHY, author));
        WorkTime.run(
                lately.plus(Duration.ofDays(1)),
                () -> swot.decide(numbers.get(1), true, "", judge));
        WorkTime.run(
                now.minus(Duration.ofDays(2)),
                () ->
                        swot.add(
                                new Line(
                                                "opportunity",
                                                new Words(
                                                        "Universitetlərlə laboratoriya açıla bilər",
                                                        "Universities could open a laboratory"),
                                                "Nümunə: iki universitetin təklifi",
                                                9,
                                                List.of())
                                        .on(now),
                                WHY,
                                author));
    }

    private long enter(Line line, Instant at, Caller author, Caller judge) {
        List<Long> made = new ArrayList<>();
        WorkTime.run(at, () -> made.add(swot.add(line.on(at), WHY, author)));
        WorkTime.run(
                at.plus(Duration.ofDays(3)), () -> swot.decide(made.getFirst(), true, "", judge));
        return made.getFirst();
    }
}
