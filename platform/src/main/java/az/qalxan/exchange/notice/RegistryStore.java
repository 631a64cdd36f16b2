package az.qalxan.exchange.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what files of registries say, beside the claims of people. */
@Component
class RegistryStore {

    private final JdbcClient jdbc;

    RegistryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How much a file changed: held before by its like, ended with it, begun with it. */
    record Change(int before, int ended, int begun) {}

    /**
     * New holdings begin; those end that an earlier file of the same registry and country named and
     * this one does not.
     */
    Change registered(List<RegistryFile.Held> held, List<UUID> owners, Instant at) {
        String[] origins =
                held.stream().map(RegistryFile.Held::origin).distinct().toArray(String[]::new);
        int before =
                jdbc.sql(
                                """
                                select count(*) from exchange.claim c
                                join exchange.network_owner o on o.id = c.owner_id
                                where o.body = database.caller_body() and c.source = 'registry'
                                  and c.until_at is null and c.origin = any (:origins)
                                """)
                        .param("origins", origins)
                        .query(Integer.class)
                        .single();
        return new Change(before, end(held, owners, at), begin(held, owners, at));
    }

    private int end(List<RegistryFile.Held> held, List<UUID> owners, Instant at) {
        return jdbc.sql(
                        """
                        update exchange.claim c set until_at = greatest(:at, from_at)
                        where c.source = 'registry' and c.until_at is null
                          and c.origin = any (:origins)
                          and exists (select from exchange.network_owner o
                            where o.id = c.owner_id and o.body = database.caller_body())
                          and not exists (select from unnest(cast(:ids as uuid[]), :kinds, :values)
                            as h (owner, kind, value) where h.owner = c.owner_id
                              and h.kind = c.kind and h.value = c.value)
                        """)
                .param("at", OwnerStore.utc(at))
                .param(
                        "origins",
                        held.stream()
                                .map(RegistryFile.Held::origin)
                                .distinct()
                                .toArray(String[]::new))
                .param("ids", owners.toArray(UUID[]::new))
                .param("kinds", texts(held, one -> one.kind().code()))
                .param("values", texts(held, RegistryFile.Held::value))
                .update();
    }

    private int begin(List<RegistryFile.Held> held, List<UUID> owners, Instant at) {
        return jdbc.sql(
                        """
                        insert into exchange.claim (owner_id, kind, value, source, state, from_at,
                          asked_at, asked_by, decided_at, origin)
                        select owner, kind, value, 'registry', 'approved', since, :at, 'registry',
                          :at, origin
                        from unnest(cast(:ids as uuid[]), :kinds, :values,
                          cast(:since as timestamptz[]), :origins)
                          as h (owner, kind, value, since, origin)
                        on conflict (owner_id, kind, value, source)
                          where state <> 'refused' and until_at is null do nothing
                        """)
                .param("at", OwnerStore.utc(at))
                .param("ids", owners.toArray(UUID[]::new))
                .param("kinds", texts(held, one -> one.kind().code()))
                .param("values", texts(held, RegistryFile.Held::value))
                .param("since", texts(held, one -> one.since().toString()))
                .param("origins", texts(held, RegistryFile.Held::origin))
                .update();
    }

    private static String[] texts(
            List<RegistryFile.Held> held, Function<RegistryFile.Held, String> of) {
        return held.stream().map(of).toArray(String[]::new);
    }
}
