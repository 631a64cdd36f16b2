package az.qalxan.exchange.notice;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds who else holds what somebody claims, so that whoever decides sees it before. */
@Component
class RivalStore {

    static final int ROWS_MAX = 20;

    private final JdbcClient jdbc;

    RivalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Others in the same register, the exact ones first. */
    List<Rival> of(Claim claim) {
        return jdbc.sql(
                        """
                        select o.name, c.value, c.source, c.value = :value
                        from exchange.claim c join exchange.network_owner o on o.id = c.owner_id
                        where c.state = 'approved' and c.until_at is null and c.kind = :kind
                          and c.owner_id <> :owner and o.ended_at is null
                          and o.body = (select own.body from exchange.network_owner own
                            where own.id = :owner)
                          and case c.kind
                            when 'prefix' then cast(c.value as inet) && cast(:net as inet)
                            when 'asn' then c.value = :value
                            else c.value = :value or c.value like '%.' || :value
                              or :value like '%.' || c.value end
                        order by c.value = :value desc, c.source, o.name, c.id limit :most
                        """)
                .param("value", claim.value())
                .param("net", claim.kind() == ClaimKind.PREFIX ? claim.value() : "0.0.0.0/32")
                .param("kind", claim.kind().code())
                .param("owner", claim.owner())
                .param("most", ROWS_MAX)
                .query((row, number) ->
                        new Rival(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4)))
                .list();
    }
}
