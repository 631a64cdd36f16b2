package az.qalxan.assets;

import static az.qalxan.assets.FreezeStore.column;

import az.qalxan.reporting.ReportId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps transfers; row-level security decides which of them there are. */
@Component
class TransferStore {

    private static final String KNOWN = "select * from assets.transfer where state = 'known' and ";
    private static final String INSERT =
            """
            insert into assets.transfer (id, report_id, case_number, label, from_kind, from_key,
              from_value, to_kind, to_key, to_value, sent_amount, sent_currency, received_amount,
              received_currency, at, known_by, verified, reference, document, author, entered_at,
              body, handling, compartment)
            select id, cast(:report as uuid), :case, :label, from_kind, from_key, from_value,
              to_kind, to_key, to_value, sent, sent_code, received, received_code, at, known_by,
              verified, reference, :document, :author, :entered, :body, :handling,
              cast(:compartment as uuid)
            from unnest(cast(:id as uuid[]), :fromKind, :fromKey, :fromValue, :toKind, :toKey,
                :toValue, cast(:sent as numeric[]), :sentCode, cast(:received as numeric[]),
                :receivedCode, cast(:at as timestamptz[]), :knownBy, cast(:verified as boolean[]),
                :reference)
              as new (id, from_kind, from_key, from_value, to_kind, to_key, to_value, sent,
                sent_code, received, received_code, at, known_by, verified, reference)
            on conflict do nothing
            returning id
            """;
    private static final String OLDEST = " order by at, id limit :most";

    private final JdbcClient jdbc;

    TransferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores transfers of one report or case; gives those that were not there before. */
    Set<UUID> insert(List<KnownTransfer> rows) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        KnownTransfer first = rows.getFirst();
        Standing standing = first.standing();
        List<Transfer> transfers = rows.stream().map(KnownTransfer::transfer).toList();
        JdbcClient.StatementSpec insert =
                jdbc.sql(INSERT)
                        .param("report", standing.reportText())
                        .param("case", standing.caseText())
                        .param("label", standing.label())
                        .param("author", first.author())
                        .param("entered", FreezeStore.utc(first.enteredAt()))
                        .param("document", first.document())
                        .param("body", standing.body().value())
                        .param("handling", standing.handling().rank())
                        .param("compartment", FreezeStore.text(standing.compartment()));
        return new HashSet<>(
                columns(insert, transfers)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list());
    }

    private static JdbcClient.StatementSpec columns(
            JdbcClient.StatementSpec insert, List<Transfer> rows) {
        return insert.param("id", column(rows, Transfer::id))
                .param("fromKind", column(rows, one -> one.from().kind().code()))
                .param("fromKey", column(rows, one -> one.from().key()))
                .param("fromValue", column(rows, one -> one.from().value()))
                .param("toKind", column(rows, one -> one.to().kind().code()))
                .param("toKey", column(rows, one -> one.to().key()))
                .param("toValue", column(rows, one -> one.to().value()))
                .param("sent", column(rows, one -> amount(one.sent())))
                .param("sentCode", column(rows, one -> one.sent().currency()))
                .param("received", column(rows, one -> amount(one.received())))
                .param("receivedCode", column(rows, one -> one.received().currency()))
                .param("at", column(rows, Transfer::at))
                .param("knownBy", column(rows, one -> one.knownBy().code()))
                .param("verified", column(rows, Transfer::verified))
                .param("reference", column(rows, Transfer::reference));
    }

    /**
     * Lets better known rows take the place of what reporters said: the same sum from the same
     * victim to the same holding within a day.
     */
    int replaceWords(Collection<UUID> better) {
        return jdbc.sql(
                        """
                        with pair as (
                          select distinct on (worse.id) worse.id as worse, better.id as better
                          from assets.transfer better
                          join assets.transfer worse on worse.from_key = better.from_key
                            and worse.to_key = better.to_key
                            and worse.sent_amount = better.sent_amount
                            and worse.sent_currency = better.sent_currency
                            and worse.at between better.at - interval '1 day'
                              and better.at + interval '1 day'
                          where better.id = any (cast(:better as uuid[])) and better.state = 'known'
                            and better.known_by <> 'reporter' and worse.known_by = 'reporter'
                            and worse.state = 'known'
                          order by worse.id, better.at, better.id)
                        update assets.transfer t
                        set state = 'replaced', replaced_by = pair.better
                        from pair where t.id = pair.worse
                        """)
                .param("better", better.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    /** Takes a transfer out of every sum; false when it no longer counted. */
    boolean withdraw(UUID id, String reason) {
        return jdbc.sql(
                                """
                                update assets.transfer set state = 'withdrawn', reason = :reason
                                where id = :id and state = 'known'
                                """)
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Calls a transfer verified; false when it was already or no longer counts. */
    boolean verify(UUID id) {
        return jdbc.sql(
                                """
                                update assets.transfer set verified = true
                                where id = :id and state = 'known' and not verified
                                """)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<KnownTransfer> find(UUID id) {
        return jdbc.sql(KNOWN + "id = :id").param("id", id).query(TransferStore::known).optional();
    }

    /** The transfers of those reports and of that case, in the order in which they happened. */
    List<KnownTransfer> of(Collection<ReportId> reports, String caseNumber) {
        return jdbc.sql(
                        KNOWN
                                + """
                                (report_id = any (cast(:reports as uuid[]))
                                 or case_number = :case or from_key = any (:victims))
                                """
                                + OLDEST)
                .param("reports", reports.stream().map(ReportId::toString).toArray(String[]::new))
                .param("case", caseNumber)
                .param("victims", reports.stream().map(Holding::victimKey).toArray(String[]::new))
                .param("most", Trail.TRANSFERS_MAX)
                .query(TransferStore::known)
                .list();
    }

    /** What left those holdings. */
    List<KnownTransfer> from(Collection<String> keys, int most) {
        return jdbc.sql(KNOWN + "from_key = any (:keys)" + OLDEST)
                .param("keys", keys.toArray(String[]::new))
                .param("most", most)
                .query(TransferStore::known)
                .list();
    }

    /** What came to those holdings. */
    List<KnownTransfer> to(Collection<String> keys, int most) {
        return jdbc.sql(KNOWN + "to_key = any (:keys)" + OLDEST)
                .param("keys", keys.toArray(String[]::new))
                .param("most", most)
                .query(TransferStore::known)
                .list();
    }

    private static String amount(Money money) {
        return money.amount().toPlainString();
    }

    private static KnownTransfer known(ResultSet row, int number) throws SQLException {
        return new KnownTransfer(
                transfer(row),
                FreezeStore.standing(row),
                row.getString("document"),
                row.getString("author"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        return new Transfer(
                row.getObject("id", UUID.class),
                holding(row, "from"),
                holding(row, "to"),
                money(row, "sent"),
                money(row, "received"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                KnownBy.of(row.getString("known_by")),
                row.getBoolean("verified"),
                row.getString("reference"));
    }

    private static Holding holding(ResultSet row, String end) throws SQLException {
        return new Holding(
                HoldingKind.of(row.getString(end + "_kind")),
                row.getString(end + "_key"),
                row.getString(end + "_value"));
    }

    private static Money money(ResultSet row, String side) throws SQLException {
        BigDecimal amount = row.getBigDecimal(side + "_amount");
        return new Money(amount, row.getString(side + "_currency"));
    }
}
