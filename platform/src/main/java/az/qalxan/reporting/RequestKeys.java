package az.qalxan.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers the request keys of a caller for {@link #KEPT}, so that a repeated request stores
 * nothing a second time (IETF draft-ietf-httpapi-idempotency-key-header).
 */
@Component
public class RequestKeys {

    /** How long a key is remembered at least: a sender may be cut off over a holiday. */
    static final Duration KEPT = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a request with a key stored; the digest is that of its content. */
    public record Earlier(String digest, ReportId id, ReportReference reference) {}

    /** A request that wants to store something under its key; an empty key claims none. */
    public record Claim(String key, Earlier stored) {}

    /**
     * Claims the keys in the running transaction; of two claims on one key the first wins.
     *
     * @return who holds each key now; a claim without a key has no entry
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Earlier> claim(List<Claim> claims) {
        Map<String, Earlier> first = new TreeMap<>();
        claims.stream()
                .filter(claim -> !claim.key().isEmpty())
                .forEach(claim -> first.putIfAbsent(claim.key(), claim.stored()));
        if (first.isEmpty() || insert(first) == first.size()) {
            return first;
        }
        return holders(first.keySet().toArray(String[]::new));
    }

    private int insert(Map<String, Earlier> claims) {
        return jdbc.sql(
                        """
                        insert into reporting.request_key (key, digest, report_id, reference, at)
                        select key, digest, id, reference, :at
                        from unnest(:keys, :digests, cast(:ids as uuid[]), :references)
                          as new (key, digest, id, reference)
                        on conflict do nothing
                        """)
                .param("keys", claims.keySet().toArray(String[]::new))
                .param("digests", column(claims, Earlier::digest))
                .param("ids", column(claims, one -> one.id().toString()))
                .param("references", column(claims, one -> one.reference().value()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] column(Map<String, Earlier> claims, Function<Earlier, String> value) {
        return claims.values().stream().map(value).toArray(String[]::new);
    }

    private Map<String, Earlier> holders(String[] keys) {
        return jdbc
                .sql(
                        """
                        select key, digest, report_id, reference from reporting.request_key
                        where account = database.caller_account() and key = any (:keys)
                        """)
                .param("keys", keys)
                .query((row, number) ->
                        Map.entry(
                                row.getString(1),
                                new Earlier(
                                        row.getString(2),
                                        new ReportId(row.getObject(3, UUID.class)),
                                        new ReportReference(row.getString(4)))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Forgets the keys that are older than {@link #KEPT}; gives their number. */
    @Transactional
    public int forgetOld() {
        return jdbc.sql("select reporting.forget_request_keys(:before)")
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
