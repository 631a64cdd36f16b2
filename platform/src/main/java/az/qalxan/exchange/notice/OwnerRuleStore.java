package az.qalxan.exchange.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps how owners want to be told. */
@Component
class OwnerRuleStore {

    private final JdbcClient jdbc;

    OwnerRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, OwnerRule> of(Collection<UUID> owners) {
        return jdbc
                .sql(
                        """
                        select owner_id, at_once, types, digest, digest_hour, quiet_from,
                          quiet_until, wakes, mail, hook_url
                        from exchange.owner_rule where owner_id = any (:owners)
                        """)
                .param("owners", owners.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), rule(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    OwnerRule of(UUID owner) {
        return of(List.of(owner)).getOrDefault(owner, OwnerRule.USUAL);
    }

    /** Writes the rule; a hook's key stays when none is given. */
    void write(UUID owner, OwnerRule rule, byte @Nullable [] hookKey, By by) {
        OwnerRule.Quiet quiet = rule.quiet();
        jdbc.sql(
                        """
                        insert into exchange.owner_rule as r (owner_id, at_once, types, digest,
                          digest_hour, quiet_from, quiet_until, wakes, mail, hook_url, hook_key,
                          changed_at, changed_by)
                        values (:owner, :atOnce, :types, :digest, :hour, :from, :until, :wakes,
                          :mail, :url, :key, :at, :by)
                        on conflict (owner_id) do update set at_once = excluded.at_once,
                          types = excluded.types, digest = excluded.digest,
                          digest_hour = excluded.digest_hour, quiet_from = excluded.quiet_from,
                          quiet_until = excluded.quiet_until, wakes = excluded.wakes,
                          mail = excluded.mail, hook_url = excluded.hook_url,
                          hook_key = case when excluded.hook_url = '' then null
                            else coalesce(excluded.hook_key, r.hook_key) end,
                          changed_at = excluded.changed_at, changed_by = excluded.changed_by,
                          account = database.caller_account()
                        """)
                .param("owner", owner)
                .param("atOnce", rule.atOnce())
                .param("types", rule.types().toArray(String[]::new))
                .param("digest", rule.digest())
                .param("hour", rule.digestHour())
                .param("from", quiet == null ? null : quiet.from())
                .param("until", quiet == null ? null : quiet.until())
                .param("wakes", rule.wakes())
                .param("mail", rule.mail())
                .param("url", rule.hookUrl())
                .param("key", hookKey)
                .param("at", OwnerStore.utc(by.at()))
                .param("by", by.name())
                .update();
    }

    /** Who changes it, when. */
    record By(String name, Instant at) {}

    /** The closed key of the owner's hook. */
    Optional<byte[]> hookKey(UUID owner) {
        return jdbc.sql(
                        """
                        select hook_key from exchange.owner_rule
                        where owner_id = :owner and hook_key is not null
                        """)
                .param("owner", owner)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    private static OwnerRule rule(ResultSet row) throws SQLException {
        int from = row.getInt(6);
        OwnerRule.@Nullable Quiet quiet =
                row.wasNull() ? null : new OwnerRule.Quiet(from, row.getInt(7));
        return new OwnerRule(
                row.getString(2),
                Arrays.stream((Object[]) row.getArray(3).getArray())
                        .map(String.class::cast)
                        .toList(),
                row.getString(4),
                row.getInt(5),
                quiet,
                row.getBoolean(8),
                row.getBoolean(9),
                row.getString(10));
    }
}
