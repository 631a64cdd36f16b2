package az.qalxan.engines.linking.series;

import az.qalxan.engines.linking.IdentifierKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Reports that share much: few numbers, names, days and turns of phrase. */
final class InventedReports {

    private static final String[] CATEGORIES = {"phone-fraud", "card-theft", "loan-fraud"};
    private static final String[] FRAMES = {
        "dunen mene bank adindan zeng geldi dedi ki kartim bloklanib kodu soruşdu men de dedim",
        "satici beh istedi pulu gonderdim sonra ne mal geldi ne de zenglerime cavab verdi bir daha",
        "menecer investisiya vəd etdi evvel qazanc gorunurdu sonra vergi istediler ve hesab baglandi",
        "linki acdim kartin nomresini yazdim bir deqiqe sonra balansdan pul cixdi yardim edin xahis"
    };
    private static final String[] NAMES = {"Elvin Sınaqlı", "Nigar Misallı", "Tural Örnəkli"};
    private static final String[] ENDINGS = {
        "Kömək edin.", "Polisə də yazmışam indi gözləyirəm.", "Çox pis vəziyyətdəyəm nə edim."
    };

    private final RandomGenerator random;
    private final int numbers;
    private final TraitReader reader = new TraitReader();

    /** {@code numbers} is how many phones, cards and domains there are: fewer share more. */
    InventedReports(RandomGenerator random, int numbers) {
        this.random = random;
        this.numbers = numbers;
    }

    static UUID id(int number) {
        return new UUID(0x0190_0000_0000_7000L, Keys.mix(number));
    }

    ReportTraits report(int number) {
        int ring = random.nextInt(4);
        int day = 20_000 + ring * 40 + random.nextInt(30);
        String frame = FRAMES[random.nextInt(5) == 0 ? random.nextInt(4) : ring];
        String name = random.nextInt(3) == 0 ? NAMES[random.nextInt(3)] + " adlı adam. " : "";
        return reader.read(
                new SeriesReport(
                        id(number),
                        Instant.ofEpochSecond((day + 1) * 86_400L),
                        Instant.ofEpochSecond(day * 86_400L),
                        CATEGORIES[random.nextInt(9) == 0 ? random.nextInt(3) : ring % 3],
                        random.nextBoolean() ? "baku" : "ganja",
                        random.nextBoolean()
                                ? new SeriesReport.Loss(
                                        BigDecimal.valueOf(100 + random.nextInt(3)), "AZN", "card")
                                : null,
                        identifiers(ring),
                        name + frame + " " + ENDINGS[random.nextInt(3)]));
    }

    private List<SeriesReport.Stated> identifiers(int ring) {
        List<SeriesReport.Stated> stated = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            boolean common = random.nextInt(12) == 0;
            int number = common ? random.nextInt(3) : ring * numbers + random.nextInt(numbers);
            stated.add(
                    switch (random.nextInt(4)) {
                        case 0 -> stated(IdentifierKind.PHONE, "phone:+99450" + number);
                        case 1 -> stated(IdentifierKind.CARD, "card:" + number);
                        case 2 -> stated(IdentifierKind.URL, "url:a-site" + number + ".example/x");
                        default -> stated(IdentifierKind.EMAIL, "email:a@b" + number + ".example");
                    });
        }
        return stated;
    }

    private static SeriesReport.Stated stated(IdentifierKind kind, String key) {
        return new SeriesReport.Stated(kind, key, key, Trait.NOT_IN_STORY, Trait.NOT_IN_STORY);
    }
}
