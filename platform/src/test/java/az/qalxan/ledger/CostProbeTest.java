package az.qalxan.ledger;

import az.qalxan.database.FreshDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostProbeTest {
    @TempDir Path folder;

    private static final String INSERT =
            "insert into audit.event (at, act, subject_kind, subject_id, account, body, roles, circumstances)"
                    + " select now(), 'reporting.report.received', 'report', gen_random_uuid()::text, 'x', 'din', '{duty-officer}', '{}'"
                    + " from generate_series(1, 2000)";

    @Test
    void cost() {
        try (FreshDatabase database = FreshDatabase.start(folder.resolve("server"))) {
            LogRig rig = new LogRig(database, folder.resolve("one"));
            for (int turn = 0; turn < 3; turn++) {
                String[] without = new String[51];
                String[] with = new String[50];
                without[0] = "set session_replication_role = replica";
                for (int i = 0; i < 50; i++) {
                    without[i + 1] = INSERT;
                    with[i] = INSERT;
                }
                long a = System.nanoTime();
                database.asAdministrator(without);
                long b = System.nanoTime();
                database.asAdministrator(with);
                long c = System.nanoTime();
                for (int i = 0; i < 3; i++) {
                    rig.catchUp();
                }
                long d = System.nanoTime();
                System.out.printf(
                        "COST 100k: insert %d ms, with queue %d ms, into the log %d ms, size %d%n",
                        (b - a) / 1_000_000, (c - b) / 1_000_000, (d - c) / 1_000_000,
                        rig.published().state().size());
            }
            long e = System.nanoTime();
            VerificationReport report = rig.published().verify(done -> {});
            System.out.printf("COST verify %d ms, %d findings%n", (System.nanoTime() - e) / 1_000_000, report.count());
        }
    }
}
