package az.qalxan.cooperation.paper;

import az.qalxan.access.Handling;
import az.qalxan.print.PdfSigning;
import az.qalxan.print.SigningKey;
import az.qalxan.print.TrialKey;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/** One form of every kind, with invented people, numbers and offices. */
public final class Samples {

    static final Instant NOW = Instant.parse("2026-11-26T23:12:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final ZonedDateTime NIGHT = NOW.atZone(ZoneId.of("Asia/Baku"));
    private static final String SHA =
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final Office BAKU =
            new Office(
                    "Nümunə Dövlət Təhlükəsizliyi Xidməti, 24/7 əlaqə mərkəzi",
                    "Günel Şıxəliyeva-Ağayeva, növbətçi",
                    "Nümunə küçəsi 1, Bakı AZ1000",
                    "+994 12 555 01 01",
                    "+994 50 555 01 02",
                    "novbetci@dtx.example",
                    "");
    private static final Office ANKARA =
            new Office(
                    "Örnek Siber Suçlarla Mücadele Birimi, 7/24 irtibat noktası",
                    "",
                    "",
                    "",
                    "",
                    "nobetci@ornek.example",
                    "");
    private static final List<Letter.Term> TERMS =
            List.of(
                    new Letter.Term(
                            "Mühafizə ən azı / preservation at least",
                            "BUDAPEST-185 29(7)",
                            NIGHT.plusDays(60)),
                    new Letter.Term(
                            "Əmr yenilənməlidir / order to be renewed",
                            "BUDAPEST-185 16(2)",
                            NIGHT.plusDays(90)));
    private static final List<Letter.Enclosure> FILES =
            List.of(
                    new Letter.Enclosure("trafik-2026-11-20.csv", 48_213, SHA),
                    new Letter.Enclosure("abunəçi məlumatı – şərh.pdf", 1_204_551, SHA));

    private Samples() {}

    /** A signed acknowledgement. */
    public static byte[] signedPaper() {
        return make(papers(TrialKey.make(NOW)), all().get(2)).pdf();
    }

    static Papers papers(SigningKey key) {
        return new Papers(print(), new PdfSigning(key), CLOCK);
    }

    static PaperPrint print() {
        return new PaperPrint(
                TemplateEngine.createPrecompiled(
                        null, ContentType.Html, Samples.class.getClassLoader(), "az.qalxan"));
    }

    static Paper make(Papers papers, PaperForm form) {
        return switch (form) {
            case PreservationForm one -> papers.preservation(one);
            case Article31Form one -> papers.subscriberInformation(one);
            case Letter one -> papers.letter(one);
        };
    }

    static List<PaperForm> all() {
        return List.of(
                preservation(PaperLanguage.TR),
                article31(),
                new Letter.Acknowledgement(
                        letter("Sənəd № 2026/4471"),
                        NIGHT,
                        "E-poçt (S/MIME) / e-mail (S/MIME)",
                        BAKU.organisation(),
                        TERMS,
                        "",
                        "+994 12 555 01 01 (24/7)"),
                new Letter.Answer(
                        letter(""),
                        "Qismən icra edilib / partly granted",
                        "Soruşulan üç hesabdan ikisi tapılıb, üçüncüsü 14 oktyabrda silinib.\n"
                                + "Two of the three accounts were found; the third was deleted on"
                                + " 14 October.",
                        FILES),
                new Letter.Refusal(
                        letter("RF-77"),
                        "Suverenliyə, təhlükəsizliyə və ya ictimai qaydaya xələl / prejudice to"
                                + " sovereignty, security or public order",
                        "BUDAPEST-185 29(5)",
                        "Nümunə əsaslandırma / sample reasons",
                        "",
                        "Məsləhətləşmə təklif olunur / we offer to consult"),
                new Letter.Extension(
                        letter("RF-77"),
                        true,
                        "BUDAPEST-185 29(7)",
                        LocalDate.of(2027, 2, 24),
                        "Hüquqi yardım sorğusu hazırlanır / the request for assistance is being"
                                + " prepared"),
                new Letter.Disclosure(
                        letter("RF-77"),
                        "198.51.100.24 ünvanının 20 noyabr 2026-cı il tarixli qoşulma qeydləri",
                        FILES,
                        "Yalnız göstərilən iş üzrə / for the named case only",
                        "Provayderdən 2026-11-21 tarixində alınıb, möhür № 000145"),
                new Letter.Emergency(
                        letter(""),
                        "Uşağın həyatına təhdid / threat to a child's life",
                        "Adı məlum olmayan, təxminən 12 yaşlı uşaq",
                        "203.0.113.9 ünvanının hazırkı istifadəçisi",
                        "Örnek Telekom",
                        NIGHT.plusHours(4),
                        "Ünvan uşağın yerini göstərir / the address tells where the child is"),
                new Letter.Forwarding(
                        letter("MoJ 12-4/881"),
                        "Örnek Adalet Bakanlığı, 2026/881",
                        NIGHT.minusHours(3),
                        "BUDAPEST-185 24(7)(a)",
                        "Ekstradisiya sorğuları Ədliyyə Nazirliyinin səlahiyyətindədir",
                        TERMS,
                        FILES));
    }

    static PreservationForm preservation(PaperLanguage third) {
        return new PreservationForm(
                head("Q-2026-000123/P", third),
                PreservationForm.Status.extensionOf("TR-24/7-2026-0098"),
                ANKARA,
                new Authority(BAKU, "09:00–18:00, növbətçi 24/7", "Asia/Baku", true, ""),
                new Confirmation(
                        "Ülviyyə Öməroğlu", "Şöbə rəisi", "24/7", "+994 12 555 01 03", "", ""),
                Office.named("Nümunə Baş İstintaq İdarəsi"),
                new PreservationForm.Contents(
                        "Nümunə Dövlət Təhlükəsizliyi Xidməti",
                        "Cinayət Məcəlləsinin 272 və 273-cü maddələri (nümunə)",
                        ("18–20 noyabr 2026-cı il tarixlərində naməlum şəxslər 214 nəfərin bank"
                                                + " kartı məlumatlarını saxta “bank-təsdiq” səhifəsi vasitəsilə ələ"
                                                + " keçiriblər. ")
                                        .repeat(6)
                                + "\nSəhifə aşağıdakı ünvanda yerləşirdi:"
                                + " https://bank-tesdiq.example/az/kart/tesdiq/"
                                + "a".repeat(150),
                        "198.51.100.24 ünvanının 18–20 noyabr qoşulma və autentifikasiya qeydləri",
                        "Ünvan saxta səhifəni idarə edib",
                        "Örnek Barındırma A.Ş.",
                        "İstanbul (ehtimal / presumed)",
                        "Provayder qeydləri 14 gün saxlayır, sonra silir.",
                        "Qarşılıqlı hüquqi yardım sorğusu 60 gün ərzində göndəriləcək. / A request"
                                + " for mutual assistance will follow within 60 days.",
                        true));
    }

    static Article31Form article31() {
        return new Article31Form(
                head("Q-2026-000123/S", PaperLanguage.RU),
                Article31Form.Status.AFTER_PRESERVATION,
                Office.named("Үлгі құзырлы орган (Қазақстан)"),
                new Authority(BAKU, "", "Asia/Baku", true, "S/MIME"),
                new Confirmation("", "", "", "", "", ""),
                Office.named(""),
                new Article31Form.Prosecution("Nümunə Prokurorluğu, 26/145", "", ""),
                Article31Form.PreviousRequest.NONE,
                new Article31Form.PreviousRequest(
                        LocalDate.of(2026, 9, 28), "KZ-2026-41", BAKU.organisation(), "", "E-poçt"),
                "",
                new Article31Form.Contents(
                        "Cinayət Məcəlləsi, maddə 178 (nümunə)",
                        "Nümunə hallar",
                        "203.0.113.77, 2026-11-19 21:04:13 UTC, port 51122",
                        "Ad, ünvan, qoşulma nömrəsi",
                        "",
                        "Başqa yolla müəyyən etmək mümkün olmayıb",
                        "",
                        "İstintaq bitənə qədər abunəçiyə xəbər verilməsin"));
    }

    private static Letter.Correspondence letter(String theirs) {
        return new Letter.Correspondence(
                head("Q-2026-000124", PaperLanguage.NONE),
                BAKU,
                ANKARA,
                theirs,
                "Saxlanılan verilənlərin mühafizəsi / preservation of stored data");
    }

    private static PaperHead head(String reference, PaperLanguage third) {
        return new PaperHead(
                LocalDate.of(2026, 11, 27),
                reference,
                "Kibercinayətkarlıq haqqında Konvensiya (Budapeşt, 2001), maddə 29\n"
                        + "Convention on Cybercrime (Budapest, 2001), Article 29",
                Handling.AMBER,
                third);
    }
}
