package az.qalxan.strategy.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.casework.CaseStage;
import az.qalxan.database.OwnerSql;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.RegisterFigure.Unit;
import az.qalxan.figure.Step;
import az.qalxan.jurisdiction.Words;
import az.qalxan.strategy.indicator.IndicatorReading.Reading;
import az.qalxan.strategy.indicator.IndicatorVersion.Proposed;
import az.qalxan.strategy.indicator.IndicatorVersion.State;
import az.qalxan.strategy.indicator.Reckoning.Asked;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;

/** From registers to what an indicator says, and from a proposal to a definition in force. */
@NullUnmarked // a null here fails the test anyway
@PlatformTest
class IndicatorFlowTest {

    @Autowired ApplicationContext context;
    @Autowired Reckoning reckoning;
    @Autowired Indicators indicators;
    @Autowired IndicatorRounds rounds;
    @Autowired IndicatorPack pack;
    @Autowired VersionStore versions;
    private CaseStage stage;
    private Caller proposer;
    private Caller judge;
    private String code;

    @BeforeEach
    void begin() {
        stage = new CaseStage(context);
        proposer = stage.person("din", Role.COORDINATOR);
        judge = stage.person("rinn", Role.COORDINATOR);
        code = "sinaq-" + Integer.toString(new SecureRandom().nextInt(1_000_000_000), 36);
    }

    private static IndicatorVersion version(String formula) {
        Definition definition =
                new Definition(
                        new Words("Sınaq", "Test"),
                        new Words("", ""),
                        Unit.COUNT,
                        new Definition.Aim(Direction.UP, null, null, null),
                        Step.MONTH,
                        formula,
                        new BodyCode("din"),
                        new TreeSet<>(),
                        List.of());
        return new IndicatorVersion(
                UUID.randomUUID(),
                "sinaq",
                1,
                definition,
                false,
                false,
                new Proposed("a", "a", Instant.EPOCH, "sınaq"),
                State.PROPOSED,
                null);
    }

    private Saying worked(String formula, String month) {
        Asked asked = new Asked(version(formula), List.of(FigurePeriod.parse(month).orElseThrow()));
        return reckoning.work(List.of(asked), Instant.EPOCH).getFirst();
    }

    private static String kinds(Saying saying) {
        assertThat(saying.value()).isNull();
        return String.join(" ", saying.causes().stream().map(Saying.Why::kind).distinct().toList());
    }

    /** A month of a year of its own with that many reports, half of them with a loss. */
    private String reports(int count) {
        String year = "0" + (100 + new SecureRandom().nextInt(800));
        new OwnerSql(context)
                .run(
                        """
                        insert into reporting.report (id, reference, state, category, region,
                          channel, language, body, handling, reported_at, recorded_at, paid_how,
                          story, on_behalf_of, changed_at)
                        select uuidv7(),
                          'M-0500-' || lpad(floor(random() * 1e9)::bigint::text, 9, '0'),
                          'waiting', 'other', '', 'web',
                          'az', 'din', 0, at, at, '', 'sınaq', '', at
                        from generate_series(0, COUNT) as g cross join lateral (select case
                          when g = 0 then timestamptz 'YEAR-01-03 10:00+04'
                          else timestamptz 'YEAR-05-03 10:00+04' + g * interval '1 hour' end as at)
                          as t
                        """
                                .replace("YEAR", year)
                                .replace("COUNT", String.valueOf(count)));
        return year + "-05";
    }

    @Test
    void aDivisionByZeroIsUnknownAndSaysSo() {
        String month = reports(12);
        Saying saying = worked("reporting.received / reporting.answered", month);
        assertThat(kinds(saying)).isEqualTo("division-by-zero");
        assertThat(saying.figures())
                .extracting(Saying.Used::figure)
                .containsExactly("reporting.received", "reporting.answered");
    }

    @Test
    void aHiddenFigureIsUnknownAndNotNought() {
        assertThat(kinds(worked("reporting.received", reports(3)))).isEqualTo("hidden");
    }

    @Test
    void aFigureThatNobodyTellsIsUnknownWithItsName() {
        Saying saying = worked("reporting.received + reporting.gone", reports(12));
        assertThat(kinds(saying)).isEqualTo("no-such-figure");
        assertThat(saying.causes().getFirst().figure()).isEqualTo("reporting.gone");
    }

    @Test
    void aBrokenFormulaIsUnknownWithThePlace() {
        Saying saying = worked("reporting.received +", reports(12));
        assertThat(kinds(saying)).isEqualTo("broken-formula");
        assertThat(saying.causes().getFirst().place()).isEqualTo("1:21");
    }

    @Test
    void aRegisterThatWasNotKeptIsUnknown() {
        assertThat(kinds(worked("reporting.received", "0001-05"))).isEqualTo("not-yet");
        assertThat(kinds(worked("reporting.answer_hours", reports(12)))).isEqualTo("nothing");
    }

    @Test
    void aPartOfMoreThanTheWholeHasNoShare() {
        Saying saying = worked("share(reporting.received, reporting.received - 1)", reports(12));
        assertThat(kinds(saying)).isEqualTo("no-part-of-it");
    }

    @Test
    void whatIsKnownIsKeptWithItsFigures() {
        Saying saying = worked("reporting.received * 2", reports(12));
        assertThat(saying.value()).isEqualByComparingTo("24");
        assertThat(saying.figures().getFirst().value()).isEqualByComparingTo("12");
    }

    @Test
    void everyProposedIndicatorOfThePackIsInForceAndItsFormulaIsSound() {
        assertThat(pack.proposed()).hasSizeGreaterThanOrEqualTo(12);
        rounds.again();
        List<IndicatorReading> readings = indicators.readings(LocalDate.now().minusDays(1));
        assertThat(readings)
                .extracting(IndicatorReading::code)
                .containsAll(pack.proposed().keySet());
        assertThat(
                        indicators.of(new MeasureCode("8.5.5"), LocalDate.now()).stream()
                                .map(IndicatorReading::code))
                .contains("operators-in-time", "operators-answer");
        IndicatorReading gaps = find(readings, "law-gaps");
        assertThat(gaps.value()).isInstanceOf(Reading.Known.class);
        assertThat(gaps.history()).hasSize(20);
        assertThat(gaps.ofPack()).isTrue();
    }

    private static IndicatorReading find(List<IndicatorReading> readings, String code) {
        return readings.stream().filter(one -> one.code().equals(code)).findAny().orElseThrow();
    }

    @Test
    void aRoundSaysAMonthOnceAndRepeatsNothing() {
        rounds.again();
        assertThat(rounds.catchUp()).isZero();
    }

    @Test
    void oneProposesAndAnotherApproves() throws Exception {
        MockHttpServletResponse made = propose(proposer, "formula", "law.cells - law.gaps");
        String place = made.getHeader("Location");
        assertThat(made.getStatus()).as(made.getContentAsString()).isEqualTo(302);
        assertThat(indicators.find(code, LocalDate.now())).isEmpty();
        assertThat(stage.post(proposer, place + "/approve").getStatus()).isEqualTo(409);
        assertThat(stage.page(judge, place)).contains("law.cells - law.gaps");
        assertThat(stage.post(judge, place + "/approve", "words", "").getStatus()).isEqualTo(302);
        assertThat(stage.post(judge, place + "/approve").getStatus()).isEqualTo(409);
        assertThat(indicators.find(code, LocalDate.now()).orElseThrow().value())
                .isInstanceOf(Reading.Known.class);
        String page = stage.page(judge, "/strategy/indicators/" + code);
        assertThat(page).contains("indicator-picture", "Sınaq göstəricisi");
        assertThat(page).doesNotContain("??");
    }

    private MockHttpServletResponse propose(Caller caller, String... more) throws Exception {
        List<String> fields =
                new java.util.ArrayList<>(
                        List.of(
                                "code", code,
                                "name-az", "Sınaq göstəricisi",
                                "name-en", "A test",
                                "unit", "count",
                                "direction", "up",
                                "step", "quarter",
                                "target", "10,5",
                                "measures", "8.7.2",
                                "reason", "Sınaq üçün təklif edilir."));
        fields.addAll(List.of(more));
        return stage.post(caller, "/strategy/indicators/new", fields.toArray(String[]::new));
    }

    @Test
    void everythingWrongIsSaidAtOnceAndWithItsPlace() throws Exception {
        MockHttpServletResponse answer =
                propose(proposer, "formula", "law.cells + law.odd", "target-on", "sabah");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("1:13", "law.odd", "sabah");
    }

    @Test
    void onlyTheOwnerEntersByHandAndEveryPageSaysSo() throws Exception {
        String place = propose(proposer, "formula", "").getHeader("Location");
        stage.post(judge, place + "/approve");
        String period = Step.QUARTER.overOn(LocalDate.now()).code();
        String values = "/strategy/indicators/" + code + "/values";
        String[] fields = {
            "period", period, "value", "12", "source", "Hesabat 5", "sourceOn", "2026-01-01"
        };
        assertThat(stage.post(judge, values, fields).getStatus()).isEqualTo(403);
        assertThat(stage.post(proposer, values, "period", period, "value", "12").getStatus())
                .isEqualTo(422);
        assertThat(stage.post(proposer, values, fields).getStatus()).isEqualTo(302);
        String page = stage.page(judge, "/strategy/indicators/" + code);
        assertThat(page).contains("Hesabat 5", "əl ilə");
        assertThat(stage.page(judge, "/strategy/indicators")).contains("əl ilə");
        assertThat(stage.page(judge, "/api/strategy/indicators/" + code))
                .contains("\"byHand\":true");
        assertThat(stage.post(proposer, values(computed()), fields).getStatus())
                .as("what registers tell is not typed")
                .isEqualTo(409);
    }

    private static String computed() {
        return "reports-received";
    }

    private static String values(String of) {
        return "/strategy/indicators/" + of + "/values";
    }

    @Test
    void aPastValueIsShownAsItWasSaidThen() throws Exception {
        String place = propose(proposer, "formula", "").getHeader("Location");
        stage.post(judge, place + "/approve");
        IndicatorVersion version = versions.history(code).getFirst();
        new OwnerSql(context)
                .run(
                        """
                        update strategy.indicator_version set decided_at = '2026-02-01' where code = 'CODE';
                        insert into strategy.indicator_value (code, version, period, period_from,
                          value, hand, said_at, account, author, source, source_on)
                        values ('CODE', 'VERSION', '2025Q4', '2025-10-01', 40, true, '2026-02-02',
                            'a', 'Birinci', 'Sənəd A', '2026-02-01'),
                          ('CODE', 'VERSION', '2025Q4', '2025-10-01', 44, true, '2026-03-05', 'a',
                            'Birinci', 'Sənəd B', '2026-03-01')
                        """
                                .replace("CODE", code)
                                .replace("VERSION", version.id().toString()));
        assertThat(value("2026-02-20")).isEqualByComparingTo("40");
        assertThat(value("2026-03-20")).isEqualByComparingTo("44");
        String page = stage.page(judge, "/strategy/indicators/" + code + "?period=2025Q4");
        assertThat(page).contains("Sənəd A", "Sənəd B");
    }

    private @Nullable BigDecimal value(String known) {
        LocalDate day = LocalDate.parse(known);
        return indicators
                .readings(day, day.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant())
                .stream()
                .filter(one -> one.code().equals(code))
                .map(one -> ((Reading.Known) one.value()).value())
                .findAny()
                .orElse(null);
    }

    @Test
    void recordsBehindAFigureAreForThoseWhoMaySeeThem() throws Exception {
        String month = reports(7);
        String path = "/strategy/indicators/figures/reporting.received/" + month;
        Caller officer = stage.person("din", Role.DUTY_OFFICER);
        assertThat(stage.page(officer, path)).contains("/reports/");
        assertThat(stage.get(SignedIn.caller("rinn", Role.AUDITOR), path).getStatus())
                .isIn(403, 200);
        Caller elsewhere = stage.person("dtx", Role.DUTY_OFFICER);
        assertThat(stage.page(elsewhere, path)).doesNotContain("/reports/0");
        assertThat(stage.page(proposer, "/strategy/indicators/figures")).contains("law.cells");
    }

    @Test
    void filesAndTheMeasuresPageTellTheSame() throws Exception {
        rounds.again();
        String csv = stage.page(judge, "/strategy/indicators/law-gaps/values.csv");
        assertThat(csv.lines().count()).isGreaterThanOrEqualTo(21);
        assertThat(stage.page(judge, "/strategy/indicators/all.csv")).contains("law-gaps");
        assertThat(stage.page(judge, "/strategy/measures/8.7.2"))
                .contains("/strategy/indicators/law-gaps");
    }
}
