package az.qalxan.exchange.advisory;

import static az.qalxan.exchange.advisory.AdvisoryStore.moment;
import static az.qalxan.exchange.advisory.AdvisoryStore.utc;

import az.qalxan.engines.threatintel.csaf.OwnedProduct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the products that bodies have, and which documents speak of them. */
@Component
class OwnedStore {

    static final int ROWS_MAX = 1000;
    private static final String SELECT =
            """
            select id, body, vendor, name, version, cpe, purl, place, made_at, made_by
            from exchange.owned_product
            """;

    private final JdbcClient jdbc;

    OwnedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A product of a body.
     *
     * @param place where it runs, in the body's own words
     */
    record Owned(UUID id, String body, OwnedProduct product, String place, Instant at, String by) {

        String name() {
            return String.join(" ", product.vendor(), product.name(), product.version()).strip();
        }
    }

    void insert(Owned one) {
        OwnedProduct product = one.product();
        jdbc.sql(
                        """
                        insert into exchange.owned_product (id, vendor, name, version, cpe, purl,
                          place, made_at, made_by)
                        values (:id, :vendor, :name, :version, :cpe, :purl, :place, :at, :by)
                        """)
                .param("id", one.id())
                .param("vendor", product.vendor())
                .param("name", product.name())
                .param("version", product.version())
                .param("cpe", product.cpe())
                .param("purl", product.purl())
                .param("place", one.place())
                .param("at", utc(one.at()))
                .param("by", one.by())
                .update();
    }

    boolean end(UUID id, Instant at) {
        return jdbc.sql(
                                """
                                update exchange.owned_product set ended_at = :at
                                where id = :id and ended_at is null
                                """)
                        .param("at", utc(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    List<Owned> of(String body) {
        return jdbc.sql(
                        SELECT
                                + """
                                where body = :body and ended_at is null
                                order by made_at desc, id limit :most
                                """)
                .param("body", body)
                .param("most", ROWS_MAX)
                .query(OwnedStore::owned)
                .list();
    }

    long count(String body) {
        return jdbc.sql(
                        """
                        select count(*) from exchange.owned_product
                        where body = :body and ended_at is null
                        """)
                .param("body", body)
                .query(Long.class)
                .single();
    }

    /** Products of all bodies after that one, in the order of their ids. */
    List<Owned> after(UUID last, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where ended_at is null and id > :last order by id limit :most
                                """)
                .param("last", last)
                .param("most", most)
                .query(OwnedStore::owned)
                .list();
    }

    /** Products for which the documents that are here were not looked through. */
    List<Owned> unmatched(int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where ended_at is null and matched_at is null
                                order by made_at, id limit :most for update skip locked
                                """)
                .param("most", most)
                .query(OwnedStore::owned)
                .list();
    }

    void matched(UUID id, Instant at) {
        jdbc.sql("update exchange.owned_product set matched_at = :at where id = :id")
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    /**
     * That a document speaks of a product.
     *
     * @param told the product as the document calls it
     */
    record Found(UUID file, Owned owned, boolean sure, boolean affected, String told) {}

    /** Whether it is new. */
    boolean find(Found found, Instant at) {
        return jdbc.sql(
                                """
                                insert into exchange.advisory_fit (file_id, product_id, body, sure,
                                  affected, told, found_at)
                                values (:file, :product, :body, :sure, :affected, :told, :at)
                                on conflict (file_id, product_id) do nothing
                                """)
                        .param("file", found.file())
                        .param("product", found.owned().id())
                        .param("body", found.owned().body())
                        .param("sure", found.sure())
                        .param("affected", found.affected())
                        .param("told", found.told())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** A document about a product of a body, as its people see it. */
    record Fit(
            UUID file,
            UUID product,
            String title,
            String number,
            String owned,
            String place,
            String told,
            boolean sure,
            boolean affected,
            Instant at,
            @Nullable Instant doneAt,
            String doneBy) {}

    /** Those that are open first, then the newest. */
    List<Fit> fits(String body) {
        return jdbc.sql(
                        """
                        select t.file_id, t.product_id, f.title, f.number,
                          trim(p.vendor || ' ' || p.name || ' ' || p.version), p.place, t.told,
                          t.sure, t.affected, t.found_at, t.done_at, t.done_by
                        from exchange.advisory_fit t
                        join exchange.advisory_file f on f.id = t.file_id
                        join exchange.owned_product p on p.id = t.product_id
                        where t.body = :body and f.newest and p.ended_at is null
                        order by t.done_at is not null, t.found_at desc, t.file_id, t.product_id
                        limit :most
                        """)
                .param("body", body)
                .param("most", ROWS_MAX)
                .query(OwnedStore::fit)
                .list();
    }

    boolean done(UUID file, UUID product, String by, Instant at) {
        return jdbc.sql(
                                """
                                update exchange.advisory_fit set done_at = :at, done_by = :by
                                where file_id = :file and product_id = :product and done_at is null
                                """)
                        .param("at", utc(at))
                        .param("by", by)
                        .param("file", file)
                        .param("product", product)
                        .update()
                == 1;
    }

    private static Owned owned(ResultSet row, int number) throws SQLException {
        return new Owned(
                row.getObject("id", UUID.class),
                row.getString("body"),
                new OwnedProduct(
                        row.getString("vendor"),
                        row.getString("name"),
                        row.getString("cpe"),
                        row.getString("purl"),
                        row.getString("version")),
                row.getString("place"),
                moment(row, row.findColumn("made_at")),
                row.getString("made_by"));
    }

    private static Fit fit(ResultSet row, int number) throws SQLException {
        OffsetDateTime done = row.getObject(11, OffsetDateTime.class);
        return new Fit(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                row.getBoolean(9),
                moment(row, 10),
                done == null ? null : done.toInstant(),
                row.getString(12));
    }
}
