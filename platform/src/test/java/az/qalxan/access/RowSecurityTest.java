package az.qalxan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second line of defence: plain SQL with each role's identity meets only the rows that the
 * matrix file gives, whatever the application's code would have asked.
 */
@PlatformTest
class RowSecurityTest {

    private static final List<String> BODIES = List.of("din", "dtx", "bp", "xritdx");

    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager manager;
    @Autowired AuditLog audit;
    @Autowired Accounts accounts;
    private final MatrixOnPaper matrix = new MatrixOnPaper();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private TransactionTemplate transaction = new TransactionTemplate();

    @BeforeEach
    void begin() {
        transaction = new TransactionTemplate(manager);
    }

    private void as(TransactionIdentity identity, Runnable work) {
        ActingAs.run(identity, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private Set<String> seen(Caller caller, String sql) {
        Set<String> seen = new TreeSet<>();
        as(caller.identity(), () -> seen.addAll(rows(sql)));
        return seen;
    }

    private Set<String> rows(String sql) {
        return new TreeSet<>(jdbc.sql(sql).param("run", run + "%").query(String.class).list());
    }

    /** Runs the work in one transaction that is rolled back: no other test meets its rows. */
    private void onStage(Runnable work) {
        ActingAs.run(
                TransactionIdentity.job("test"),
                () ->
                        transaction.executeWithoutResult(status -> {
                            status.setRollbackOnly();
                            work.run();
                        }));
    }

    /** Goes on in the running transaction as somebody else, in the words of the policies. */
    private void become(TransactionIdentity who) {
        jdbc.sql(
                        """
                        select set_config('qalxan.account', :account, true),
                               set_config('qalxan.body', :body, true),
                               set_config('qalxan.roles', :roles, true),
                               set_config('qalxan.report', :report, true)
                        """)
                .param("account", who.account())
                .param("body", who.body())
                .param("roles", who.roles())
                .param("report", who.report())
                .query((row, n) -> n)
                .list();
    }

    @Test
    void reportsAreSeenAsTheMatrixSays() {
        onStage(this::walkReports);
    }

    private void walkReports() {
        for (String body : BODIES) {
            for (Handling handling : Handling.values()) {
                report(body, handling);
            }
        }
        walk("reporting:read", "select reference from reporting.report where reference like :run");
        walk(
                "reporting:read",
                "select r.reference from reporting.contact c join reporting.report r"
                        + " on r.id = c.report_id where c.name like :run");
    }

    private void report(String body, Handling handling) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into reporting.report (id, reference, state, category,
                          region, channel, language, body, handling, reported_at,
                          recorded_at, paid_how, story, on_behalf_of, changed_at)
                        values (:id, :reference, 'waiting', 'test', 'test', 'test',
                          'az', :body, :handling, now(), now(), '', '', '', now())
                        """)
                .param("id", id)
                .param("reference", run + " " + body + " " + handling.rank())
                .param("body", body)
                .param("handling", handling.rank())
                .update();
        jdbc.sql("insert into reporting.contact values (:id, :name, '', '')")
                .param("id", id)
                .param("name", run)
                .update();
    }

    @Test
    void seriesAreSeenAsTheMatrixSays() {
        onStage(() -> {
            for (String body : BODIES) {
                for (Handling handling : Handling.values()) {
                    linked(body, handling);
                }
            }
            for (String table : List.of("series.report", "series.placement")) {
                walk(
                        "series:read",
                        "select left(:run, 8) || ' ' || body || ' ' || handling from "
                                + table
                                + " where reported_at = now()");
            }
        });
    }

    private void linked(String body, Handling handling) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into series.report (report_id, reported_at, body, handling, keys,
                          traits)
                        values (:id, now(), :body, :handling, '{}', '')
                        """)
                .param("id", id)
                .param("body", body)
                .param("handling", handling.rank())
                .update();
        jdbc.sql(
                        """
                        insert into series.placement (report_id, component, score, width,
                          reported_at, body, handling)
                        values (:id, :id, 0, 0, now(), :body, :handling)
                        """)
                .param("id", id)
                .param("body", body)
                .param("handling", handling.rank())
                .update();
    }

    /** Conversations, mails and deliveries by hand, and what hangs on a conversation. */
    @Test
    void whatGoesAbroadIsSeenAsTheMatrixSays() {
        onStage(() -> {
            jdbc.sql(
                            """
                            insert into transmission.peer (code, instance, name, address, entered_at,
                              enterer)
                            values (:run, gen_random_uuid(), 'Sınaq', 'https://s', now(), '')
                            """)
                    .param("run", "p" + run)
                    .update();
            for (String body : BODIES) {
                for (Handling handling : Handling.values()) {
                    conversed(body, handling);
                }
            }
            String own =
                    "select left(:run, 8) || ' ' || body || ' ' || handling from transmission.";
            walk("transmission:read", own + "conversation where begun_at = now()");
            walk("transmission:read", own + "mail_in where arrived_at = now()");
            walk("transmission:read", own + "mail_out where queued_at = now()");
            walk("transmission:read", own + "hand_delivery where recorded_at = now()");
            for (String part : List.of("dispatch", "arrival", "ledger")) {
                walk(
                        "transmission:read",
                        "select left(:run, 8) || ' ' || c.body || ' ' || c.handling"
                                + " from transmission."
                                + part
                                + " t join transmission.conversation c"
                                + " on c.peer = t.peer and c.id = t.conversation"
                                + " where c.begun_at = now()");
            }
        });
    }

    private void conversed(String body, Handling handling) {
        jdbc.sql(
                        """
                        with begun as (
                          insert into transmission.conversation (peer, id, body, theirs, handling,
                            begun_at)
                          values (:peer, :id, :body, 'x', :handling, now()) returning id),
                        mailed as (
                          insert into transmission.mail_in (id, mailbox, uid_epoch, uid, body,
                            handling, arrived_at, digest, original, state)
                          select gen_random_uuid(), id::text, 1, 1, :body, :handling, now(), '', '',
                            'read' from begun),
                        written as (
                          insert into transmission.mail_out (id, body, handling, recipient, subject,
                            words, protection, queued_at, next_at)
                          select gen_random_uuid(), :body, :handling, 'a@b.example', 'x', '',
                            'smime', now(), 'infinity' from begun)
                        insert into transmission.hand_delivery (id, body, handling, direction, way,
                          partner, person, happened_at, words, recorded_at, recorder)
                        select gen_random_uuid(), :body, :handling, 'out', 'post', 'xx', 'xx', now(),
                          'xxx', now(), '' from begun
                        """)
                .param("peer", "p" + run)
                .param("id", conversation(body, handling))
                .param("body", body)
                .param("handling", handling.rank())
                .update();
        jdbc.sql(
                        """
                        with sent as (
                          insert into transmission.dispatch (id, peer, conversation, kind, content,
                            queued_at, next_at)
                          values (gen_random_uuid(), :peer, :id, 'x', '', now(), 'infinity')),
                        came as (
                          insert into transmission.arrival (peer, id, conversation, sequence, kind,
                            state, signed, digest, content, arrived_at)
                          values (:peer, gen_random_uuid(), :id, 1, 'x', 'held', '', '', '', now()))
                        insert into transmission.ledger (peer, conversation, direction, sequence,
                          message, digest, receipt_digest, head, written_at)
                        values (:peer, :id, 'in', 1, gen_random_uuid(), '', '', '', now())
                        """)
                .param("peer", "p" + run)
                .param("id", conversation(body, handling))
                .update();
    }

    private UUID conversation(String body, Handling handling) {
        return UUID.nameUUIDFromBytes((run + body + handling).getBytes());
    }

    @Test
    void casesAreSeenAsTheMatrixSays() {
        onStage(this::walkCases);
    }

    private void walkCases() {
        for (String body : BODIES) {
            for (Handling handling : Handling.values()) {
                caseFile(body, handling);
            }
        }
        walk("casework:read", "select number from casework.case_file where number like :run");
        walk(
                "casework:read",
                "select c.number from casework.note n join casework.case_file c"
                        + " on c.id = n.case_id where n.author like :run");
    }

    /** What belongs to a case is seen with it, people by those who work on it alone. */
    @Test
    void partsOfCasesAreSeenAsTheMatrixSays() {
        onStage(() -> {
            for (String body : BODIES) {
                for (Handling handling : Handling.values()) {
                    parts(caseFile(body, handling));
                }
            }
            for (String table : List.of("qualification", "case_series", "happening")) {
                walk(
                        "casework:read",
                        "select c.number from casework."
                                + table
                                + " t join casework.case_file c on c.id = t.case_id"
                                + " where c.number like :run");
            }
            String parties =
                    "select c.number from casework.party p join casework.case_file c"
                            + " on c.id = p.case_id where c.number like :run";
            walk("casework:update", parties);
            walk(
                    "casework:update",
                    "select c.number from casework.party_status s"
                            + " join casework.party p on p.id = s.party_id"
                            + " join casework.case_file c on c.id = p.case_id"
                            + " where c.number like :run");
        });
    }

    private void parts(UUID id) {
        UUID party = UUID.randomUUID();
        jdbc.sql(
                        """
                        with qualified as (
                          insert into casework.qualification (case_id, step, article, on_day,
                            law_day, decision, reason, at, author)
                          values (:id, 'put', '271', now(), now(), '', '', now(), '')),
                        named as (
                          insert into casework.case_series (case_id, series, at, author)
                          values (:id, 'S-2026-1', now(), '')),
                        happened as (
                          insert into casework.happening (case_id, at, kind, author, detail)
                          values (:id, now(), 'test', '', ''))
                        insert into casework.party (id, case_id, kind, name, contact, purpose,
                          entered_at, author)
                        values (:party, :id, 'person', 'Uydurma', '', 'test', now(), '')
                        """)
                .param("id", id)
                .param("party", party)
                .update();
        jdbc.sql(
                        """
                        insert into casework.party_status (party_id, status, since, ground,
                          decision, set_at, author)
                        values (:party, 'victim', now(), '', '', now(), '')
                        """)
                .param("party", party)
                .update();
    }

    /** Whoever is not named in the compartment sees nothing of the case, whatever the role. */
    @Test
    void compartmentsHideFromEverybodyWhoIsNotNamed() {
        onStage(() -> {
            UUID id = caseFile("din", Handling.CLEAR);
            parts(id);
            report("din", Handling.CLEAR);
            Caller named = SignedIn.caller("din", Role.INVESTIGATOR, Role.DUTY_OFFICER);
            UUID compartment = seclude(id, named);
            List<String> questions =
                    List.of(
                            "select number from casework.case_file where number like :run",
                            "select author from casework.note where author like :run",
                            "select reference from reporting.report where reference like :run",
                            "select r.reference from reporting.identifier i"
                                    + " join reporting.report r on r.id = i.report_id"
                                    + " where i.value like :run",
                            "select c.number from casework.case_compartment k"
                                    + " join casework.case_file c on c.id = k.case_id"
                                    + " where c.number like :run",
                            "select reason from access.compartment_entry where reason like :run");
            for (String body : BODIES) {
                for (Role role : Role.values()) {
                    become(SignedIn.caller(body, role).identity());
                    for (String sql : questions) {
                        assertThat(rows(sql)).as("%s of %s: %s", role, body, sql).isEmpty();
                    }
                }
            }
            become(named.identity());
            for (String sql : questions) {
                assertThat(rows(sql)).as(sql).isNotEmpty();
            }
            assertThat(
                            jdbc.sql("select access.in_compartment(:id)")
                                    .param("id", compartment)
                                    .query(Boolean.class)
                                    .single())
                    .isTrue();
        });
    }

    /** Puts that case and the report of this run into a new compartment of that person. */
    private UUID seclude(UUID id, Caller named) {
        UUID compartment = UUID.randomUUID();
        jdbc.sql(
                        """
                        select access.found_compartment(:id, 'din', :who, :name, :why, now())
                        """)
                .param("id", compartment)
                .param("who", named.account().toString())
                .param("name", named.name())
                .param("why", run)
                .query((row, n) -> true)
                .single();
        jdbc.sql("update casework.case_file set compartment = :compartment where id = :id")
                .param("compartment", compartment)
                .param("id", id)
                .update();
        jdbc.sql("insert into casework.case_compartment values (:id, :compartment, now(), null)")
                .param("id", id)
                .param("compartment", compartment)
                .update();
        jdbc.sql(
                        """
                        insert into reporting.identifier (report_id, ordinal, kind, scheme, value,
                          link_key, reported_at, body, handling)
                        select id, 0, 'phone', '', :run, 'key', now(), body, handling
                        from reporting.report where reference like :run
                        """)
                .param("run", run + "%")
                .update();
        jdbc.sql(
                        """
                        update reporting.report
                        set state = 'accepted', case_number = 'test', compartment = :compartment
                        where reference like :run
                        """)
                .param("compartment", compartment)
                .param("run", run + "%")
                .update();
        return compartment;
    }

    private UUID caseFile(String body, Handling handling) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into casework.case_file (id, number, title, body,
                          handling, state, opened_at, changed_at)
                        values (:id, :number, '', :body, :handling, 'open', now(), now())
                        """)
                .param("id", id)
                .param("number", run + " " + body + " " + handling.rank())
                .param("body", body)
                .param("handling", handling.rank())
                .update();
        jdbc.sql(
                        """
                        insert into casework.note (case_id, at, author, text)
                        values (:id, now(), :author, '')
                        """)
                .param("id", id)
                .param("author", run)
                .update();
        return id;
    }

    @Test
    void watchListsAreSeenAsTheMatrixSays() {
        onStage(() -> {
            for (String body : BODIES) {
                for (Handling handling : Handling.values()) {
                    watch(body, handling);
                }
            }
            walk(
                    "deconfliction:read",
                    "select owner from deconfliction.watch where owner like :run");
            walk(
                    "deconfliction:read",
                    "select w.owner from deconfliction.watch_step s join deconfliction.watch w"
                            + " on w.id = s.watch_id where s.name like :run");
        });
    }

    private void watch(String body, Handling handling) {
        UUID id = UUID.randomUUID();
        jdbc.sql("select set_config('qalxan.body', :body, true)")
                .param("body", body)
                .query((row, n) -> n)
                .list();
        jdbc.sql(
                        """
                        insert into deconfliction.watch (id, owner, kind, scheme, value, link_key,
                          ground, purpose, handling, created_at, until)
                        values (:id, :owner, 'phone', '', 'x', :owner, 'test', 'for the row test',
                          :handling, now(), now() + interval '1 day')
                        """)
                .param("id", id)
                .param("owner", run + " " + body + " " + handling.rank())
                .param("handling", handling.rank())
                .update();
        jdbc.sql(
                        """
                        insert into deconfliction.watch_step (watch_id, at, kind, name, detail)
                        values (:id, now(), 'added', :run, '')
                        """)
                .param("id", id)
                .param("run", run)
                .update();
    }

    /**
     * A side of a hit is seen by those of its body who hold the right and may read the report
     * behind it, and by nobody of any other body, the one that it speaks of included.
     */
    @Test
    void hitsAreSeenByThoseOfTheirSideWhoMayReadTheReport() {
        onStage(() -> {
            for (Handling handling : Handling.values()) {
                between("din", "dtx", handling);
            }
            for (String body : BODIES) {
                for (Role role : Role.values()) {
                    become(SignedIn.caller(body, role).identity());
                    Set<String> seen =
                            rows(
                                    "select h.value from deconfliction.side s"
                                            + " join deconfliction.holding h on h.hit_id = s.hit_id"
                                            + " where h.value like :run");
                    assertThat(seen).as("%s of %s", role, body).isEqualTo(hits(body, role));
                }
            }
        });
    }

    /** DİN's side up to the reader's ceiling; DTX's as far as DİN's report is not marked RED. */
    private Set<String> hits(String body, Role role) {
        Set<String> expected = new TreeSet<>();
        int top = matrix.ceiling(body, role.code(), "reporting:read", true).orElse(-1);
        if (matrix.permits(body, role.code(), "deconfliction:read") && top >= 0) {
            for (Handling handling : Handling.values()) {
                boolean din = body.equals("din") && handling.rank() <= top;
                boolean dtx = body.equals("dtx") && handling != Handling.RED;
                if (din || dtx) {
                    expected.add(run + " " + body + " " + handling.rank());
                }
            }
        }
        return expected;
    }

    /** A hit of two bodies: one holds it in a report of that marking, the other in an open one. */
    private void between(String body, String other, Handling handling) {
        String key = run + body + other + handling.rank();
        UUID hit =
                jdbc.sql(
                                """
                                insert into deconfliction.hit (link_key, low, high)
                                values (:key, :low, :high) returning id
                                """)
                        .param("key", key)
                        .param("low", body)
                        .param("high", other)
                        .query(UUID.class)
                        .single();
        side(hit, key, new String[] {body, other}, handling);
        side(hit, key, new String[] {other, body}, Handling.CLEAR);
    }

    private void side(UUID hit, String key, String[] bodies, Handling handling) {
        jdbc.sql(
                        "insert into deconfliction.side (hit_id, body, other) values (:hit, :body, :other)")
                .param("hit", hit)
                .param("body", bodies[0])
                .param("other", bodies[1])
                .update();
        jdbc.sql(
                        """
                        insert into deconfliction.holding (hit_id, body, source, source_id,
                          link_key, kind, value, handling, account)
                        values (:hit, :body, 'report', gen_random_uuid(), :key, 'phone', :value,
                          :handling, '')
                        """)
                .param("hit", hit)
                .param("body", bodies[0])
                .param("key", key)
                .param("value", run + " " + bodies[0] + " " + key.charAt(key.length() - 1))
                .param("handling", handling.rank())
                .update();
    }

    /**
     * On the operator's side nothing is seen but what is approved and addressed to it, and nothing
     * of what only the authority knows.
     */
    @Test
    void ordersAreSeenByTheirAddresseeOnceApprovedAndByNoOtherOperator() {
        onStage(() -> {
            for (String provider : List.of("opa" + run, "opb" + run)) {
                provider(provider);
            }
            order("din", true);
            order("din", false);
            String orders = "select number from operators.data_order where number like :run";
            List<String> inside =
                    List.of(
                            "select i.drafter from operators.data_order_inside i"
                                    + " where i.drafter like :run",
                            "select c.case_number from operators.order_case c"
                                    + " where c.case_number like :run",
                            "select s.author from operators.order_step s where s.author like :run");
            for (Role role : Role.values()) {
                become(SignedIn.caller("opa" + run, role).identity());
                boolean reads =
                        matrix.ceiling("opa" + run, role.code(), "operators:read", true)
                                .isPresent();
                assertThat(rows(orders))
                        .as("addressee %s", role)
                        .isEqualTo(reads ? Set.of(run + " true") : Set.of());
                for (String sql : inside) {
                    assertThat(rows(sql)).as("addressee %s: %s", role, sql).isEmpty();
                }
                become(SignedIn.caller("opb" + run, role).identity());
                assertThat(rows(orders)).as("another operator, %s", role).isEmpty();
            }
            become(drafter("din").identity());
            assertThat(rows(orders)).hasSize(2);
            for (String sql : inside) {
                assertThat(rows(sql)).as("authority: %s", sql).isNotEmpty();
            }
        });
    }

    /** Somebody of that body who may draft orders. */
    private Caller drafter(String body) {
        return SignedIn.caller(body, Role.INVESTIGATOR, Role.DUTY_OFFICER, Role.PROSECUTOR);
    }

    private void provider(String code) {
        jdbc.sql(
                        """
                        insert into operators.provider (code, services, country, endpoint, note,
                          review_due, entered_at, entered_by)
                        values (:code, '{mobile}', 'AZ', :code, '', current_date, now(), '')
                        """)
                .param("code", code)
                .update();
    }

    /** An order to the first operator, drafted by somebody of that body. */
    private void order(String body, boolean approved) {
        UUID id = UUID.randomUUID();
        become(drafter(body).identity());
        for (String sql : ORDER) {
            jdbc.sql(sql)
                    .param("id", id)
                    .param("number", run + " " + approved)
                    .param("body", body)
                    .param("provider", "opa" + run)
                    .param("approved", approved)
                    .param("run", run)
                    .update();
        }
        become(TransactionIdentity.job("test"));
    }

    private static final List<String> ORDER =
            List.of(
                    """
                    insert into operators.data_order (id, authorisation, number, body, provider,
                      kind, status, approval, emergency, test, identifiers, words, basis, basis_az,
                      basis_en, basis_verified, drafted_at, changed_at, handling)
                    values (:id, :id, :number, :body, :provider, 'subscriber', 'AwaitingApproval',
                      'AwaitingApproval', false, true, '[]', '', '', '', '', false, now(), now(), 2)
                    """,
                    """
                    insert into operators.data_order_inside (order_id, purpose, drafter, body,
                      handling) values (:id, '', :run, :body, 2)
                    """,
                    """
                    insert into operators.order_case (order_id, case_number, added_at, body,
                      handling) values (:id, :run, now(), :body, 2)
                    """,
                    """
                    insert into operators.order_step (order_id, at, kind, side, shared, author,
                      words) values (:id, now(), 'draft', 'authority', false, :run, '')
                    """,
                    """
                    update operators.data_order set status = 'AwaitingDisclosure',
                      approval = 'Approved', approved_at = now() where id = :id and :approved
                    """);

    @Test
    void assetsAreSeenAsTheMatrixSays() {
        onStage(this::walkAssets);
    }

    private void walkAssets() {
        for (String body : BODIES) {
            for (Handling handling : Handling.values()) {
                assets(body, handling);
            }
        }
        walk("assets:read", "select label from assets.transfer where label like :run");
        walk("assets:read", "select label from assets.freeze where label like :run");
        walk(
                "assets:read",
                "select f.label from assets.freeze_step s join assets.freeze f"
                        + " on f.id = s.freeze_id where s.author like :run");
        walk(
                "assets:read",
                "select f.label from assets.return_decision d join assets.freeze f"
                        + " on f.id = d.freeze_id where d.author like :run");
        walk("assets:read", "select reference from assets.return_share where reference like :run");
        walk(
                "assets:read",
                "select f.label from assets.frozen_share s join assets.freeze f"
                        + " on f.id = s.freeze_id where f.label like :run");
    }

    /** One row of each table of the module, all of one report of that body and marking. */
    private void assets(String body, Handling handling) {
        UUID report = UUID.randomUUID();
        UUID freeze = UUID.randomUUID();
        UUID decision = UUID.randomUUID();
        String label = run + " " + body + " " + handling.rank();
        for (String sql : ASSETS) {
            jdbc.sql(sql)
                    .param("report", report)
                    .param("freeze", freeze)
                    .param("decision", decision)
                    .param("label", label)
                    .param("run", run)
                    .param("number", freeze.toString())
                    .param("body", body)
                    .param("handling", handling.rank())
                    .update();
        }
    }

    private static final List<String> ASSETS =
            List.of(
                    """
                    insert into assets.transfer (id, report_id, label, from_kind, from_key,
                      from_value, to_kind, to_key, to_value, sent_amount, sent_currency,
                      received_amount, received_currency, at, known_by, verified, reference,
                      document, author, entered_at, body, handling)
                    values (gen_random_uuid(), :report, :label, 'victim', 'v', 'v', 'account', 'a',
                      'a', 1, 'AZN', 1, 'AZN', now(), 'bank', true, '', '', :run, now(), :body,
                      :handling)
                    """,
                    """
                    insert into assets.freeze (id, number, report_id, label, state, holding_kind,
                      holding_key, holding_value, currency, drafted_at, clock, due_at, warn_at,
                      changed_at, body, handling)
                    values (:freeze, :number, :report, :label, 'drafted', 'account', 'a', 'a', 'AZN',
                      now(), 'target', now(), now(), now(), :body, :handling)
                    """,
                    """
                    update assets.freeze set state = 'frozen', organisation = 'b', basis = 'b',
                      requester = :run, sent_at = now(), held_amount = 1, held_at = now(),
                      allotted_amount = 1
                    where id = :freeze
                    """,
                    """
                    insert into assets.freeze_step (freeze_id, at, kind, author, detail)
                    values (:freeze, now(), 'draft', :run, '')
                    """,
                    """
                    insert into assets.return_decision (id, freeze_id, rule, currency, words,
                      decided_at, author)
                    values (:decision, :freeze, 'proportional', 'AZN', '', now(), :run)
                    """,
                    """
                    insert into assets.return_share (id, decision_id, report_id, reference, amount,
                      currency, decided_at, body, handling)
                    values (gen_random_uuid(), :decision, :report, :label, 1, 'AZN', now(), :body,
                      :handling)
                    """,
                    """
                    insert into assets.frozen_share (freeze_id, report_id, amount, currency,
                      frozen_at, body, handling)
                    values (:freeze, :report, 1, 'AZN', now(), :body, :handling)
                    """);

    /** Compares what each role of each body sees with what the file gives it. */
    private void walk(String right, String sql) {
        for (String body : BODIES) {
            for (Role role : Role.values()) {
                Set<String> expected = new TreeSet<>();
                for (String owner : BODIES) {
                    OptionalInt top = matrix.ceiling(body, role.code(), right, owner.equals(body));
                    for (int rank = 0; rank <= top.orElse(-1); rank++) {
                        expected.add(run + " " + owner + " " + rank);
                    }
                }
                become(SignedIn.caller(body, role).identity());
                assertThat(rows(sql)).as("%s of %s: %s", role, body, sql).isEqualTo(expected);
            }
        }
    }

    @Test
    void theJournalIsSeenByItsReadersAlone() {
        for (String body : BODIES) {
            as(
                    SignedIn.caller(body, Role.STATISTICIAN).identity(),
                    () ->
                            audit.record(
                                    AccessAct.SIGNED_OUT,
                                    AuditSubject.of("row-test", run + " " + body + " 0")));
        }
        String sql =
                "select subject_id from audit.event where subject_kind = 'row-test'"
                        + " and subject_id like :run";
        for (String body : BODIES) {
            for (Role role : Role.values()) {
                Set<String> expected = new TreeSet<>();
                for (String owner : BODIES) {
                    if (matrix.ceiling(body, role.code(), "audit:read", owner.equals(body))
                            .isPresent()) {
                        expected.add(run + " " + owner + " 0");
                    }
                }
                assertThat(seen(SignedIn.caller(body, role), sql))
                        .as("%s of %s", role, body)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void accountsAreSeenAsTheMatrixSays() {
        for (String body : BODIES) {
            UserName name = new UserName(run + "." + body);
            NewAccount account =
                    new NewAccount(name, "Row test", new BodyCode(body), Set.of(Role.REPORTER));
            ActingAs.run(
                    TransactionIdentity.job("test"),
                    () -> accounts.createDemo(account, TestAccount.PASSWORD));
        }
        for (String body : BODIES) {
            for (Role role : Role.values()) {
                Set<String> expected = new TreeSet<>();
                for (String owner : BODIES) {
                    if (matrix.ceiling(body, role.code(), "access:read", owner.equals(body))
                            .isPresent()) {
                        expected.add(run + "." + owner);
                    }
                }
                Caller caller = SignedIn.caller(body, role);
                assertThat(
                                seen(
                                        caller,
                                        "select username from access.account where username like :run"))
                        .as("%s of %s", role, body)
                        .isEqualTo(expected);
                String secrets =
                        "select a.username from access.credential c join access.account a"
                                + " on a.id = c.account where a.username like :run";
                expected.removeIf(one -> !administers(body, role, one.substring(9)));
                assertThat(seen(caller, secrets)).as("%s of %s", role, body).isEqualTo(expected);
            }
        }
    }

    private boolean administers(String body, Role role, String owner) {
        return matrix.ceiling(body, role.code(), "access:administer", owner.equals(body))
                .isPresent();
    }

    @Test
    void nobodySeesNothing() {
        onStage(() -> {
            report("din", Handling.CLEAR);
            between("din", "dtx", Handling.CLEAR);
            watch("din", Handling.CLEAR);
            assets("din", Handling.CLEAR);
            provider("opa" + run);
            order("din", true);
            parts(caseFile("din", Handling.CLEAR));
            become(TransactionIdentity.NOBODY);
            for (String table : GUARDED) {
                assertThat(jdbc.sql("select count(*) from " + table).query(Long.class).single())
                        .as(table)
                        .isZero();
            }
        });
    }

    private static final List<String> GUARDED =
            List.of(
                    "reporting.report",
                    "reporting.contact",
                    "reporting.message",
                    "reporting.attachment",
                    "reporting.happening",
                    "reporting.report_share",
                    "transmission.peer",
                    "transmission.peer_body",
                    "transmission.partner_key",
                    "transmission.key_alarm",
                    "transmission.conversation",
                    "transmission.dispatch",
                    "transmission.dispatch_file",
                    "transmission.arrival",
                    "transmission.arrival_file",
                    "transmission.ledger",
                    "transmission.announcement",
                    "transmission.mail_out",
                    "transmission.mail_out_file",
                    "transmission.mail_in",
                    "transmission.hand_delivery",
                    "deconfliction.arrival",
                    "deconfliction.source_day",
                    "deconfliction.hold",
                    "deconfliction.alarm",
                    "deconfliction.hit",
                    "deconfliction.side",
                    "deconfliction.holding",
                    "deconfliction.ask",
                    "deconfliction.statement",
                    "deconfliction.happening",
                    "deconfliction.watch",
                    "deconfliction.watch_step",
                    "deconfliction.notice",
                    "series.report",
                    "series.placement",
                    "series.tally",
                    "series.census",
                    "series.census_tally",
                    "series.decision",
                    "series.decision_undone",
                    "series.ruling",
                    "series.ruling_undone",
                    "series.pending",
                    "series.relink",
                    "series.standing",
                    "casework.case_file",
                    "casework.member",
                    "casework.note",
                    "casework.task",
                    "assets.transfer",
                    "assets.freeze",
                    "assets.freeze_step",
                    "assets.return_decision",
                    "assets.return_share",
                    "assets.frozen_share",
                    "cooperation.request",
                    "cooperation.basis",
                    "cooperation.clock",
                    "cooperation.task",
                    "cooperation.notice",
                    "cooperation.step",
                    "cooperation.answer",
                    "cooperation.case_link",
                    "cooperation.shift",
                    "cooperation.shift_note",
                    "cooperation.thread",
                    "cooperation.word",
                    "cooperation.paper",
                    "cooperation.letter",
                    "operators.provider",
                    "operators.contact",
                    "operators.data_order",
                    "operators.data_order_inside",
                    "operators.order_case",
                    "operators.order_step",
                    "operators.order_file",
                    "operators.message",
                    "casework.case_report",
                    "casework.case_series",
                    "casework.case_compartment",
                    "casework.party",
                    "casework.party_status",
                    "casework.qualification",
                    "casework.happening",
                    "casework.hand_over",
                    "casework.hand_over_statement",
                    "casework.break_glass",
                    "casework.alarm_seen",
                    "access.compartment",
                    "access.compartment_entry",
                    "access.account",
                    "access.credential",
                    "access.recovery_code",
                    "access.passkey",
                    "access.failed_sign_in",
                    "access.api_client",
                    "access.first_administrator_link",
                    "audit.event",
                    "audit.waiting",
                    "audit.erasure",
                    "ledger.fact",
                    "ledger.waiting",
                    "ledger.entry",
                    "ledger.batch",
                    "ledger.file",
                    "ledger.standing",
                    "ledger.checkpoint",
                    "ledger.witness",
                    "ledger.cosignature",
                    "ledger.stamp",
                    "ledger.alarm",
                    "ledger.verification",
                    "ledger.finding");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.event set act = 'x'",
                "delete from audit.event",
                "truncate audit.event",
                "insert into audit.event (at, act, subject_kind, subject_id, account, circumstances)"
                        + " values (now(), 'x', 'x', 'x', 'somebody', '{}')",
                "insert into audit.waiting values (1)",
                "delete from ledger.fact",
                "update ledger.fact set digest = ''",
                "delete from ledger.entry",
                "update ledger.entry set place = 1",
                "delete from ledger.checkpoint",
                "update ledger.cosignature set line = 'x'",
                "delete from ledger.alarm",
                "delete from ledger.finding",
                "delete from access.account",
                "delete from reporting.report",
                "update series.decision set reason = 'x'",
                "delete from series.decision",
                "delete from series.decision_undone",
                "update series.ruling set verdict = 'hub'",
                "delete from series.relink",
                "delete from casework.case_file",
                "delete from reporting.report_share",
                "update reporting.report_share set until = 'infinity'",
                "update deconfliction.holding set hold_id = null",
                "update deconfliction.hold set state = 'released'",
                "delete from deconfliction.ask",
                "delete from deconfliction.watch",
                "update deconfliction.watch set link_key = 'x'",
                "update transmission.ledger set head = 'x'",
                "delete from transmission.ledger",
                "delete from transmission.dispatch",
                "update transmission.dispatch set content = ''",
                "delete from transmission.arrival",
                "update transmission.arrival set digest = 'x'",
                "update transmission.hand_delivery set words = 'xxx'",
                "delete from transmission.key_alarm",
                "update transmission.partner_key set material = 'x'",
                "update transmission.partner_key set entered_by = 'x'",
                "update transmission.peer set entered_by = 'x'",
                "delete from assets.transfer",
                "update assets.transfer set sent_amount = 1",
                "delete from assets.freeze",
                "update assets.freeze set body = 'dtx'",
                "delete from assets.freeze_step",
                "update assets.return_share set amount = 1",
                "delete from cooperation.request",
                "update cooperation.request set body = 'din'",
                "delete from cooperation.basis",
                "update cooperation.basis set clause = 'x'",
                "update cooperation.clock set ends_at = now()",
                "delete from cooperation.task",
                "update cooperation.step set detail = 'x'",
                "update cooperation.answer set words = 'x'",
                "delete from cooperation.shift",
                "update cooperation.shift_note set words = 'x'",
                "select reporting.standing_of('{}')",
                "update access.matrix_rule set ceiling = 4",
                "insert into access.compartment (id, body, created_at)"
                        + " values (gen_random_uuid(), 'din', now())",
                "update access.compartment_entry set until = null",
                "delete from access.compartment_entry",
                "select access.break_into(gen_random_uuid(), 'x', 'x', now(), 'x', 'x', now())",
                "select access.move_compartment(gen_random_uuid(), 'x', 'x', 'x', 'x', now())",
                "select reporting.stand_with_case('x', 'din', null, now())",
                "update casework.case_file set body = 'din'",
                "update casework.case_file set number = 'x'",
                "update casework.hand_over set to_body = 'din'",
                "delete from casework.hand_over",
                "update casework.hand_over_statement set summary = 'x'",
                "update casework.break_glass set until = now()",
                "delete from casework.break_glass",
                "update casework.qualification set article = 'x'",
                "delete from casework.qualification",
                "delete from casework.party",
                "delete from casework.party_status",
                "delete from casework.case_report",
                "delete from casework.member",
                "delete from casework.happening",
                "delete from access.matrix_signature",
                "create table reporting.mine (id int)",
                "alter table audit.event disable row level security",
                "drop table audit.event",
                "create schema mine",
                "set role qalxan_owner"
            })
    void theApplicationCannot(String sql) {
        assertThatThrownBy(() -> as(TransactionIdentity.job("test"), () -> jdbc.sql(sql).update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner|does not exist).*");
    }

    @Test
    void theApplicationsRoleHasNoPowerOfItsOwn() {
        assertThat(
                        jdbc.sql(
                                        """
                                        select rolsuper or rolbypassrls or rolcreaterole
                                          or rolcreatedb from pg_roles where rolname = current_user
                                        """)
                                .query(Boolean.class)
                                .single())
                .isFalse();
        assertThat(
                        jdbc.sql(
                                        """
                                        select n.nspname || '.' || c.relname
                                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                        where c.relkind = 'r' and not c.relrowsecurity
                                          and n.nspname in
                                            ('access', 'audit', 'deconfliction', 'transmission')
                                          and c.relname <> 'schema_history'
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
    }
}
