package az.qalxan.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * On whose behalf a transaction runs, in the words of row-level security.
 *
 * <p>An empty text means "nobody": a policy then lets no guarded row pass.
 *
 * @param account the signed-in account's id, the API client's id, or the name of a system job
 * @param body the code of the organisation the account acts for
 * @param roles the roles in force, separated by commas
 * @param report the only report this transaction may see: a reporter who gave its secret
 */
public record TransactionIdentity(String account, String body, String roles, String report) {

    /** Nobody in particular: a visitor of the public pages. */
    public static final TransactionIdentity NOBODY = new TransactionIdentity("", "", "", "");

    public TransactionIdentity {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(roles, "roles");
        Objects.requireNonNull(report, "report");
    }

    /** A job of the system itself, for example the loader of the synthetic country. */
    public static TransactionIdentity job(String name) {
        return new TransactionIdentity("job:" + name, "", "system", "");
    }

    /** A reporter who has shown the secret of one report. */
    public static TransactionIdentity reporterOf(String report) {
        return new TransactionIdentity("reporter", "", "reporter", report);
    }

    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("qalxan.account", account);
        settings.put("qalxan.body", body);
        settings.put("qalxan.roles", roles);
        settings.put("qalxan.report", report);
        return settings;
    }
}
