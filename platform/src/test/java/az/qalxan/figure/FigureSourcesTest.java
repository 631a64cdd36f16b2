package az.qalxan.figure;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.OwnerSql;
import az.qalxan.figure.FigureSource.Behind;
import az.qalxan.web.Language;
import az.qalxan.web.Texts;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each register tells what stands in it, and leads those who may see records to them. */
@NullUnmarked // a null here fails the test anyway
@PlatformTest
class FigureSourcesTest {

    private static final String COMPARTMENT = "0199a000-0000-7000-8000-0000000000aa";

    @Autowired ApplicationContext context;
    @Autowired Registers registers;
    @Autowired Texts texts;
    @Autowired PlatformTransactionManager manager;
    private OwnerSql owner;
    private String year;
    private FigurePeriod month;

    /** A year of its own, before any other test's: rows of earlier runs do no harm. */
    @BeforeEach
    void begin() {
        owner = new OwnerSql(context);
        year = "0" + (100 + new SecureRandom().nextInt(800));
        month = FigurePeriod.parse(year + "-05").orElseThrow();
    }

    /**
     * Rows numbered 1 to 12 of May and one of the February before, with {@code g} and {@code at}.
     */
    private String rows(String insert) {
        return insert.replace(
                "ROWS",
                """
                generate_series(0, 12) as g cross join lateral (select case when g = 0
                  then timestamptz 'YEAR-02-03 10:00+04' else timestamptz 'YEAR-05-03 10:00+04'
                    + g * interval '1 day' end as at) as t
                """
                        .replace("YEAR", year));
    }

    private BigDecimal told(String name) {
        FigureReading reading = registers.read(name, month);
        assertThat(reading).as(name).isInstanceOf(FigureReading.Known.class);
        return ((FigureReading.Known) reading).value().stripTrailingZeros();
    }

    private List<Behind> behind(Caller caller, String name) {
        RegisterFigure figure = registers.find(name).orElseThrow();
        return ActingAs.call(
                caller.identity(),
                () ->
                        new TransactionTemplate(manager)
                                .execute(status -> registers.behind(figure, month)));
    }

    @Test
    void reportsAreCountedWithoutThoseOutOfSight() {
        owner.run(
                rows(
                        """
                        insert into reporting.report (id, reference, state, category, region,
                          channel, language, body, handling, reported_at, recorded_at, loss_amount,
                          loss_currency, paid_how, story, on_behalf_of, first_answer_at, changed_at,
                          compartment)
                        select uuidv7(),
                          'M-YEAR-' || lpad(floor(random() * 1e9)::bigint::text, 9, '0'),
                          'waiting', 'other', '',
                          'web', 'az', 'din', 0, at, at, 100, 'AZN', '', 'sınaq', '',
                          case when g <= 6 then at + interval '5 hours' end, at,
                          case when g = 12 then cast('COMPARTMENT' as uuid) end
                        from ROWS
                        """
                                .replace("YEAR", year)
                                .replace("COMPARTMENT", COMPARTMENT)));
        assertThat(told("reporting.received")).isEqualByComparingTo("11");
        assertThat(told("reporting.answered")).isEqualByComparingTo("6");
        assertThat(told("reporting.answered_in_time")).isEqualByComparingTo("6");
        assertThat(told("reporting.answer_hours")).isEqualByComparingTo("5");
        assertThat(told("reporting.lost")).isEqualByComparingTo("1100");
        assertThat(registers.read("reporting.accepted", month)).isEqualTo(zero());
        assertThat(registers.read("reporting.triage_hours", month))
                .isInstanceOf(FigureReading.Nothing.class);
        assertThat(behind(SignedIn.caller("din", Role.DUTY_OFFICER), "reporting.received"))
                .hasSize(11)
                .allMatch(one -> one.path().startsWith("/reports/"));
        assertThat(behind(SignedIn.caller("din", Role.DUTY_OFFICER), "reporting.answered"))
                .hasSize(6);
        assertThat(behind(SignedIn.caller("dtx", Role.DUTY_OFFICER), "reporting.received"))
                .isEmpty();
    }

    private static FigureReading zero() {
        return new FigureReading.Known(BigDecimal.ZERO);
    }

    @Test
    void casesAndTasksAreCounted() {
        owner.run(
                rows(
                        """
                        insert into casework.case_file (id, number, title, body, handling, state,
                          opened_at, changed_at)
                        select uuidv7(), 'K-YEAR-MARK' || lpad(g::text, 2, '0'), 'sınaq',
                          'din', 0, 'open', at, at from ROWS
                        """
                                .replace("YEAR", year)
                                .replace(
                                        "MARK",
                                        "%07d".formatted(new SecureRandom().nextInt(10_000_000)))),
                """
                insert into statistics.case_fact (case_number, kind, key, value, holds_from,
                  recorded_at)
                select c.number, f.kind, f.key, f.value, c.opened_at, c.opened_at
                from casework.case_file c cross join (values ('opened', '', ''),
                  ('party', 'victim:' || gen_random_uuid(), 'person'),
                  ('state', '', 'closed:joined')) as f (kind, key, value)
                where c.number like 'K-YEAR-%' and extract(year from c.opened_at) = cast('YEAR' as int)
                """
                        .replace("YEAR", year),
                """
                insert into casework.task (id, case_id, title, clock, due_at, account, assignee,
                  state, created_at, ended_at)
                select uuidv7(), c.id, 'sınaq', 'target', c.opened_at, 'a', 'a',
                  case when right(c.number, 2) < '10' then 'done' else 'open' end,
                  c.opened_at - interval '1 day',
                  case when right(c.number, 2) < '10' then c.opened_at - interval '1 hour' end
                from casework.case_file c where c.number like 'K-YEAR-%'
                """
                        .replace("YEAR", year));
        assertThat(told("cases.opened")).isEqualByComparingTo("12");
        assertThat(told("cases.closed")).isEqualByComparingTo("12");
        assertThat(told("cases.victims")).isEqualByComparingTo("12");
        assertThat(registers.read("cases.accused", month)).isEqualTo(zero());
        assertThat(told("casework.tasks_due")).isEqualByComparingTo("12");
        assertThat(registers.read("casework.tasks_in_time", month))
                .as("of twelve tasks the three that were late would be given away")
                .isInstanceOf(FigureReading.Hidden.class);
        Caller investigator = SignedIn.caller("din", Role.INVESTIGATOR);
        assertThat(behind(investigator, "cases.opened")).hasSize(12);
        assertThat(behind(investigator, "casework.tasks_in_time"))
                .as("who sees the cases sees the tasks")
                .hasSize(9)
                .allMatch(one -> one.path().startsWith("/cases/K-"));
        assertThat(behind(SignedIn.caller("dtx", Role.INVESTIGATOR), "cases.opened")).isEmpty();
    }

    @Test
    void freezesAreCounted() {
        owner.run(
                rows(
                        """
                        insert into assets.freeze (id, number, report_id, label, state,
                          holding_kind, holding_key, holding_value, organisation, basis, requester,
                          currency, drafted_at, sent_at, held_amount, held_at, changed_at, body,
                          handling)
                        select uuidv7(),
                          'D-0500-' || lpad(floor(random() * 1e9)::bigint::text, 9, '0'),
                          gen_random_uuid(), '',
                          case when g <= 6 then 'frozen' else 'sent' end, 'account', 'k',
                          'AZ00NABZ00000000000000000000', 'bank', 'b', 'r', 'AZN', at, at,
                          case when g <= 6 then 50 end,
                          case when g <= 6 then at + interval '30 minutes' end, at, 'din', 0
                        from ROWS
                        """));
        assertThat(told("assets.freezes_asked")).isEqualByComparingTo("12");
        assertThat(told("assets.freezes_held")).isEqualByComparingTo("6");
        assertThat(told("assets.freeze_minutes")).isEqualByComparingTo("30");
        assertThat(told("assets.frozen")).isEqualByComparingTo("300");
        assertThat(registers.read("assets.returned", month))
                .isInstanceOf(FigureReading.Nothing.class);
        assertThat(behind(SignedIn.caller("din", Role.INVESTIGATOR), "assets.frozen")).hasSize(6);
        assertThat(behind(SignedIn.caller("dtx", Role.INVESTIGATOR), "assets.frozen")).isEmpty();
    }

    @Test
    void requestsBetweenStatesAreCounted() {
        owner.run(
                rows(
                        """
                        with made as (insert into cooperation.request (id, number, kind, direction,
                            state, counterpart_state, counterpart, counterpart_name,
                            counterpart_zone, substance, subject, channel, received_at, since,
                            ended_at, created_at, changed_at, body, handling)
                          select uuidv7(),
                          'S-0500-' || lpad(floor(random() * 1e9)::bigint::text, 9, '0'),
                          'preservation', 'in',
                            'executed', 'TR', '{}', 'n', 'Europe/Istanbul', '{}', 's', 'form', at,
                            at, at + interval '2 days', at, at, 'dtx', 0 from ROWS
                          returning id, received_at)
                        insert into cooperation.clock (id, request_id, rule, kind, clause, terms,
                          zone, started_at, ends_at, provisional, state, ended_at)
                        select uuidv7(), id, 'r', 'response', '', '{}', 'Asia/Baku', received_at,
                          received_at + interval '1 day', false, 'met',
                          received_at + interval '3 hours' from made
                        """));
        assertThat(told("cooperation.received")).isEqualByComparingTo("12");
        assertThat(registers.read("cooperation.sent", month)).isEqualTo(zero());
        assertThat(told("cooperation.answer_hours")).isEqualByComparingTo("48");
        assertThat(told("cooperation.clocks_due")).isEqualByComparingTo("12");
        assertThat(told("cooperation.clocks_kept")).isEqualByComparingTo("12");
        assertThat(behind(SignedIn.caller("dtx", Role.DUTY_OFFICER), "cooperation.clocks_kept"))
                .hasSize(12)
                .allMatch(one -> one.path().startsWith("/duty/requests/"));
        assertThat(behind(SignedIn.caller("rinn", Role.DUTY_OFFICER), "cooperation.received"))
                .isEmpty();
    }

    @Test
    void ordersToOperatorsAreCountedWithoutPractice() {
        owner.run(
                """
                insert into operators.provider (code, services, country, endpoint, review_due,
                  entered_at, entered_by) values ('figure-test', array['mobile'], 'AZ', 'AZ',
                  current_date, now(), 'a') on conflict do nothing
                """,
                rows(
                        """
                        insert into operators.data_order (id, authorisation, number, body, provider,
                          kind, status, approval, emergency, test, identifiers, words, basis,
                          basis_az, basis_en, basis_verified, drafted_at, approved_at, answered_at,
                          due_at, changed_at, handling)
                        select uuidv7(), uuidv7(),
                          'AZ-FIGURE-' || upper(substr(md5(random()::text), 1, 7)),
                          'din', 'figure-test',
                          'subscriber', 'Disclosed', 'Approved', false, g = 12, '[]', 's', '', '',
                          '', false, at, at, at + interval '10 hours',
                          at + case when g <= 6 then interval '1 day' else interval '1 hour' end,
                          at, 0 from ROWS
                        """));
        assertThat(told("operators.served")).isEqualByComparingTo("11");
        assertThat(told("operators.answered")).isEqualByComparingTo("11");
        assertThat(told("operators.answer_hours")).isEqualByComparingTo("10");
        assertThat(told("operators.due")).isEqualByComparingTo("11");
        assertThat(told("operators.in_time")).isEqualByComparingTo("6");
        assertThat(behind(SignedIn.caller("din", Role.INVESTIGATOR), "operators.in_time"))
                .hasSize(6);
        assertThat(behind(SignedIn.caller("dtx", Role.INVESTIGATOR), "operators.served")).isEmpty();
    }

    @Test
    void seriesAreCounted() {
        owner.run(
                rows(
                        """
                        with made as (insert into series.report (report_id, reported_at, body,
                            handling, keys, traits)
                          select uuidv7(), at, 'figure-test', 0, '{}', '' from ROWS
                          returning report_id, reported_at),
                        numbered as (select *, row_number() over (order by reported_at) as n from made)
                        insert into series.placement (report_id, component, series, score, width,
                          reported_at, body, handling)
                        select report_id, cast('COMPARTMENT' as uuid),
                          cast('COMPARTMENT' as uuid), 1, 0, reported_at, 'figure-test', 0
                        from numbered where n between 2 and 7
                        """
                                .replace("COMPARTMENT", COMPARTMENT)));
        assertThat(told("series.compared")).isEqualByComparingTo("12");
        assertThat(told("series.joined")).isEqualByComparingTo("6");
        assertThat(registers.read("series.grown", month)).isInstanceOf(FigureReading.Hidden.class);
        assertThat(behind(SignedIn.caller("din", Role.DUTY_OFFICER), "series.joined")).isEmpty();
        owner.run(
                "delete from series.placement where body = 'figure-test'",
                "delete from series.report where body = 'figure-test'");
    }

    @Test
    void questionsBetweenBodiesAreCounted() {
        owner.run(
                rows(
                        """
                        with made as (insert into deconfliction.hit (link_key, low, high)
                          select 'figure:' || gen_random_uuid() || ' ' || g, 'din', 'dtx'
                          from generate_series(0, 12) as g returning id, link_key)
                        insert into deconfliction.ask (hit_id, asking, owner, account, asker,
                          ground, purpose, asked_at, state, decided_at)
                        select m.id, 'din', 'dtx', 'a', 'a', 'g', 'sınaq üçün sual', t.at, 'refused',
                          t.at + interval '4 hours'
                        from (select g, at from ROWS) as t
                        join made m on split_part(m.link_key, ' ', 2) = t.g::text
                        """));
        assertThat(told("deconfliction.asked")).isEqualByComparingTo("12");
        assertThat(told("deconfliction.decided")).isEqualByComparingTo("12");
        assertThat(told("deconfliction.decision_hours")).isEqualByComparingTo("4");
        assertThat(behind(SignedIn.caller("din", Role.INVESTIGATOR), "deconfliction.asked"))
                .as("a side that the caller's body does not hold is not listed")
                .isEmpty();
    }

    /** What is counted can be listed: no figure without a way to its records, nor without words. */
    @Test
    void everyFigureLeadsToRecordsAndHasWords() {
        Caller everything =
                SignedIn.caller(
                        "din", Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.COORDINATOR, Role.LAWYER);
        assertThat(registers.figures()).hasSizeGreaterThan(30);
        for (RegisterFigure figure : registers.figures()) {
            assertThat(behind(everything, figure.name())).as(figure.name()).isNotNull();
            for (Language language : Language.values()) {
                assertThat(texts.in(language).has("register." + figure.name())).isTrue();
                assertThat(texts.in(language).has("register." + figure.name() + ".means")).isTrue();
                assertThat(texts.in(language).has("register.of." + figure.register())).isTrue();
            }
        }
    }

    @Test
    void lawIsCountedAsOfTheDay() {
        month = FigurePeriod.parse("2026-10").orElseThrow();
        BigDecimal cells = told("law.cells");
        assertThat(cells).isGreaterThan(BigDecimal.TEN);
        assertThat(told("law.gaps")).isLessThan(cells);
        assertThat(behind(SignedIn.caller("din", Role.LAWYER), "law.cells"))
                .hasSize(Math.min(cells.intValue(), Registers.LISTED_MAX))
                .allMatch(one -> one.path().startsWith("/law/cells/AZ/"));
    }
}
