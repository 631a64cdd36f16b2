package az.qalxan.engines.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The country looks as it was planned: codes, shares, hours and texts. */
class CountryShapeTest {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    @Test
    void categoryRegionAndChannelCodesAreComplete() {
        assertThat(codes(SyntheticReport::category))
                .containsExactlyInAnyOrder(
                        "phone-fraud",
                        "card-theft",
                        "shopping-fraud",
                        "investment-fraud",
                        "account-takeover",
                        "identity-impersonation",
                        "sextortion",
                        "child-abuse-material",
                        "online-harassment",
                        "ransomware",
                        "malware",
                        "unauthorised-access",
                        "data-theft",
                        "ddos",
                        "business-email-compromise",
                        "job-fraud",
                        "loan-fraud",
                        "crypto-theft",
                        "sim-swap",
                        "romance-fraud");
        assertThat(codes(SyntheticReport::region))
                .containsExactlyInAnyOrder(
                        "baku",
                        "absheron-khizi",
                        "ganja-dashkasan",
                        "qazakh-tovuz",
                        "lankaran-astara",
                        "guba-khachmaz",
                        "shaki-zagatala",
                        "central-aran",
                        "mil-mughan",
                        "shirvan-salyan",
                        "mountainous-shirvan",
                        "karabakh",
                        "eastern-zangezur",
                        "nakhchivan");
        assertThat(codes(SyntheticReport::channel))
                .containsExactlyInAnyOrder("web", "api", "bulk", "phone", "asan");
        assertThat(codes(SyntheticReport::language))
                .containsExactlyInAnyOrder("az", "ru", "en", "tr");
        assertThat(codes(report -> report.truth().typing()))
                .containsExactlyInAnyOrder("clean", "ascii", "digraph", "cyrillic");
    }

    private static Set<String> codes(Function<SyntheticReport, String> code) {
        return new HashSet<>(Countries.DEMO.stream().map(code).toList());
    }

    @Test
    void sharesAreAsPlanned() {
        assertThat(share(report -> report.series() != null)).isEqualTo(0.35);
        assertThat(share(report -> report.language().equals("az"))).isBetween(0.76, 0.80);
        assertThat(share(report -> report.language().equals("ru"))).isBetween(0.12, 0.16);
        assertThat(share(report -> report.region().equals("baku"))).isBetween(0.30, 0.45);
        assertThat(share(report -> report.channel().equals("web"))).isBetween(0.59, 0.65);
        assertThat(share(report -> report.identifiers().isEmpty())).isBetween(0.02, 0.15);
        List<SyntheticReport> az =
                Countries.DEMO.stream().filter(r -> r.language().equals("az")).toList();
        long plain = az.stream().filter(r -> r.truth().typing().matches("ascii|digraph")).count();
        assertThat(plain / (double) az.size()).isBetween(0.32, 0.38);
    }

    @Test
    void lossesFollowTheCrime() {
        Map<String, Double> medians = new TreeMap<>();
        for (Crime crime : Crime.values()) {
            double[] amounts =
                    Countries.DEMO.stream()
                            .filter(report -> report.category().equals(crime.code()))
                            .map(SyntheticReport::loss)
                            .filter(loss -> loss != null && loss.currency().equals("AZN"))
                            .mapToDouble(loss -> loss.amount().doubleValue())
                            .sorted()
                            .toArray();
            if (amounts.length > 0) {
                medians.put(crime.code(), amounts[amounts.length / 2]);
            }
        }
        System.out.println("Median loss in AZN: " + medians);
        assertThat(medians).doesNotContainKeys("child-abuse-material", "online-harassment");
        assertThat(medians.get("shopping-fraud")).isBetween(110.0, 170.0);
        assertThat(medians.get("phone-fraud")).isBetween(450.0, 800.0);
        assertThat(medians.get("business-email-compromise")).isGreaterThan(6_000);
        assertThat(share(r -> r.loss() != null && r.loss().currency().equals("AZN")))
                .isGreaterThan(0.5);
    }

    @Test
    void falseBankCallsKeepOfficeHours() {
        List<SyntheticReport> calls =
                Countries.DEMO.stream()
                        .filter(r -> r.category().equals("phone-fraud") && r.series() != null)
                        .toList();
        double working =
                shareOf(calls, r -> hour(r.happenedAt()) >= 9 && hour(r.happenedAt()) < 20);
        double weekend = shareOf(calls, r -> local(r.happenedAt()).getDayOfWeek().getValue() > 5);
        double lunch = shareOf(calls, r -> hour(r.happenedAt()) == 13);
        double noon = shareOf(calls, r -> hour(r.happenedAt()) == 11);
        assertThat(working).isGreaterThan(0.97);
        assertThat(weekend).isLessThan(0.08);
        assertThat(lunch).isLessThan(noon / 1.8);
    }

    @Test
    void peopleReportInTheDaytimeAndOnWeekdays() {
        assertThat(share(r -> hour(r.reportedAt()) < 7)).isLessThan(0.12);
        assertThat(share(r -> local(r.reportedAt()).getDayOfWeek().getValue() > 5))
                .isBetween(0.14, 0.26);
        assertThat(share(r -> delay(r).toHours() < 24)).isBetween(0.4, 0.75);
        assertThat(Countries.DEMO).noneMatch(r -> delay(r).isNegative());
    }

    private static Duration delay(SyntheticReport report) {
        return Duration.between(report.happenedAt(), report.reportedAt());
    }

    private static int hour(Instant instant) {
        return local(instant).getHour();
    }

    private static ZonedDateTime local(Instant instant) {
        return instant.atZone(BAKU);
    }

    @Test
    void storiesHaveTheirLengthAndNoTraceOfTheGrammar() {
        assertThat(Countries.DEMO)
                .allSatisfy(report ->
                        assertThat(report.story())
                                .hasSizeBetween(
                                        SyntheticReport.STORY_CHARS_MIN,
                                        SyntheticReport.STORY_CHARS_MAX)
                                .doesNotContain("{", "}", "<", ">", "|", "  "));
    }

    @Test
    void fewStoriesOfSingleReportsAreAlike() {
        List<String> stories =
                Countries.DEMO.stream()
                        .filter(r -> r.series() == null)
                        .map(SyntheticReport::story)
                        .toList();
        assertThat(new HashSet<>(stories).size()).isGreaterThan(stories.size() * 999 / 1000);
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void everyLanguageHasEveryRule(Tongue tongue) {
        Grammar grammar = Grammar.of(tongue);
        for (Crime crime : Crime.values()) {
            int frames = grammar.rule("frame-" + crime.code()).options().size();
            assertThat(frames).as(crime.code()).isGreaterThanOrEqualTo(tongue == Tongue.AZ ? 6 : 2);
            assertThat(grammar.rule("detail-" + crime.code()).options()).hasSizeGreaterThan(1);
        }
        for (Kind kind : Kind.ALL) {
            assertThat(grammar.rule("fact-" + kind.code()).options()).hasSizeGreaterThan(1);
        }
        for (String rule :
                List.of(
                        "opening",
                        "behalf",
                        "hub",
                        "hub-state",
                        "feeling",
                        "feeling-loss",
                        "ending",
                        "ending-loss",
                        "own",
                        "when-today",
                        "when-yesterday",
                        "when-days",
                        "when-date")) {
            assertThat(grammar.rule(rule).options()).as(rule).hasSizeGreaterThan(1);
        }
    }

    @Test
    void azerbaijaniCapitalsKeepTheirDots() {
        Typing small = new Typing(Tongue.AZ, Typing.Letters.CLEAN, true, false, 0);
        TypedText text = new TypedText(small, Dice.of(1, 1));
        text.words("İşıq ISTI");
        assertThat(text.toString()).isEqualTo("işıq ıstı");
        Typing clean = new Typing(Tongue.AZ, Typing.Letters.CLEAN, false, false, 0);
        TypedText sentence = new TypedText(clean, Dice.of(1, 1));
        sentence.words("indi ");
        sentence.words("gəldi. ");
        sentence.words("ıldırım");
        assertThat(sentence.toString()).isEqualTo("İndi gəldi. Ildırım");
    }

    @Test
    void lettersFollowTheKeyboard() {
        assertThat(typed(Typing.Letters.ASCII)).isEqualTo("Sexs cox guclu idi");
        assertThat(typed(Typing.Letters.DIGRAPH)).isEqualTo("Shexs chox guclu idi");
        assertThat(typed(Typing.Letters.CYRILLIC)).isEqualTo("Шәхс чох ҝүҹлү иди");
        assertThat(typed(Typing.Letters.RUSSIAN_KEYS)).isEqualTo("Шяхс чох гуджлу иди");
    }

    private static String typed(Typing.Letters letters) {
        TypedText text =
                new TypedText(new Typing(Tongue.AZ, letters, false, false, 0), Dice.of(1, 1));
        text.words("Şəxs çox güclü idi");
        return text.toString();
    }

    private static double share(Predicate<SyntheticReport> wanted) {
        return shareOf(Countries.DEMO, wanted);
    }

    private static double shareOf(
            List<SyntheticReport> reports, Predicate<SyntheticReport> wanted) {
        return reports.stream().filter(wanted).count() / (double) reports.size();
    }
}
