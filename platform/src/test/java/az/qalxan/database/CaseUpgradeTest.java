package az.qalxan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases of the version before keep their walls, reports, articles and states. */
class CaseUpgradeTest {

    /** The last migration before compartments carried cases; not every module has it. */
    private static final String BEFORE = "202611270451?";

    @TempDir private Path temporary;

    @Test
    void restrictedCasesMoveIntoCompartmentsWithTheirReports() throws SQLException {
        DataFolder folder = DataFolder.open(temporary.resolve("old"));
        try (EmbeddedServer server = EmbeddedServer.start(folder, false)) {
            for (String module : Migrations.MODULES) {
                Migrations.flyway(server, module).target(BEFORE).load().migrate();
            }
            try (Connection owner =
                            DriverManager.getConnection(
                                    server.jdbcUrl(),
                                    server.owner().user(),
                                    server.owner().password());
                    Statement sql = owner.createStatement()) {
                fill(sql);
                Migrations.migrate(server);
                check(sql);
            }
        }
    }

    private static void fill(Statement sql) throws SQLException {
        sql.execute(
                """
                insert into casework.case_file (id, number, title, body, handling, restricted,
                  state, state_reason, opened_at, changed_at)
                values
                  ('00000000-0000-0000-0000-00000000000a', 'K-2026-000001', '', 'din', 2, true,
                    'open', '', now(), now()),
                  ('00000000-0000-0000-0000-00000000000b', 'K-2026-000002', '', 'din', 2, false,
                    'closed', 'səbəb', now(), now())
                """);
        sql.execute(
                """
                insert into casework.member (case_id, account, name, lead, since)
                values ('00000000-0000-0000-0000-00000000000a', 'inside', 'İçəridəki', true, now())
                """);
        sql.execute(
                """
                insert into casework.offence (case_id, article, verified, at)
                values ('00000000-0000-0000-0000-00000000000b', '271', true, now())
                """);
        sql.execute(
                """
                insert into reporting.report (id, reference, state, category, region, channel,
                  language, body, handling, reported_at, recorded_at, paid_how, story,
                  on_behalf_of, changed_at, case_number)
                select ('00000000-0000-0000-0000-00000000000' || n)::uuid, 'M-2026-' || n,
                  'accepted', 'x', '', 'web', 'az', 'din', 2, now(), now(), '', '', '', now(),
                  'K-2026-00000' || n
                from generate_series(1, 2) n
                """);
    }

    private static void check(Statement sql) throws SQLException {
        assertThat(
                        one(
                                sql,
                                "select count(*) from casework.case_file where compartment is not null"))
                .isEqualTo("1");
        assertThat(
                        one(
                                sql,
                                """
                                select e.account || ' ' || e.name || ' ' || e.kind
                                from access.compartment_entry e
                                join casework.case_file c on c.compartment = e.compartment
                                join reporting.report r on r.compartment = c.compartment
                                where c.number = 'K-2026-000001' and r.reference = 'M-2026-1'
                                """))
                .isEqualTo("inside İçəridəki named");
        assertThat(
                        one(
                                sql,
                                "select compartment is null from reporting.report where reference = 'M-2026-2'"))
                .isEqualTo("t");
        assertThat(one(sql, "select count(*) from casework.case_report")).isEqualTo("2");
        assertThat(one(sql, "select step || ' ' || article from casework.qualification"))
                .isEqualTo("put 271");
        assertThat(one(sql, "select outcome from casework.case_file where state = 'closed'"))
                .isEqualTo("closed-other");
        counted(sql);
    }

    /** What the registers held before anybody counted is taken over, the hidden for nobody. */
    private static void counted(Statement sql) throws SQLException {
        sql.execute("set qalxan.roles = 'system'");
        assertThat(Integer.parseInt(one(sql, "select statistics.recount('Asia/Baku')")))
                .isEqualTo(10);
        assertThat(one(sql, "select statistics.recount('Asia/Baku')")).isEqualTo("0");
        assertThat(
                        one(
                                sql,
                                """
                                select string_agg(kind || ' ' || key || ' ' || value, ', '
                                  order by kind, sequence)
                                from statistics.case_fact where told_at is not null
                                  and kind <> 'report'
                                """))
                .isEqualTo(
                        "article 271 standing, body  din, opened  , state  open, state "
                                + " closed:closed-other");
        assertThat(
                        one(
                                sql,
                                """
                                select bool_and(told_at is null) from statistics.case_fact
                                where case_number = 'K-2026-000001'
                                """))
                .isEqualTo("t");
    }

    private static String one(Statement sql, String question) throws SQLException {
        try (ResultSet row = sql.executeQuery(question)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
