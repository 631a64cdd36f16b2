package az.qalxan.operators;

import az.qalxan.access.CompartmentId;
import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps orders; row-level security decides which of them there are. */
@Component
class OrderStore {

    /** Orders of one page. */
    static final int ROWS_MAX = 100;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = "select o.* from operators.data_order o ";

    private final JdbcClient jdbc;

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean free(OrderNumber number) {
        return jdbc.sql("select operators.number_is_free(:number)")
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }

    void insert(DataOrder order) {
        DataOrder.Demand demand = order.demand();
        jdbc.sql(
                        """
                        insert into operators.data_order (id, authorisation, number, body, provider,
                          kind, status, approval, emergency, test, identifiers, data_from,
                          data_until, words, basis, basis_az, basis_en, basis_verified, drafted_at,
                          changed_at, handling, compartment)
                        values (:id, :authorisation, :number, :body, :provider, :kind, :status,
                          :approval, :emergency, :test, cast(:identifiers as jsonb),
                          cast(:from as timestamptz), cast(:until as timestamptz), :words, :basis,
                          :basisAz, :basisEn, :basisVerified, :at, :at, :handling,
                          cast(:compartment as uuid))
                        """)
                .param("id", order.id())
                .param("authorisation", order.authorisation())
                .param("number", order.number().value())
                .param("body", order.body())
                .param("provider", order.provider())
                .param("kind", demand.kind().code())
                .param("status", order.status().code())
                .param("approval", order.approval().code())
                .param("emergency", demand.emergency())
                .param("test", demand.test())
                .param("identifiers", JSON.writeValueAsString(demand.identifiers()))
                .param("from", utc(demand.from()))
                .param("until", utc(demand.until()))
                .param("words", demand.words())
                .param("basis", order.ground().clause())
                .param("basisAz", order.ground().title().az())
                .param("basisEn", order.ground().title().en())
                .param("basisVerified", order.ground().verified())
                .param("at", utc(order.times().draftedAt()))
                .param("handling", order.handling().rank())
                .param("compartment", compartment(order))
                .update();
    }

    void insert(DataOrder order, Inside inside, @Nullable UUID message) {
        jdbc.sql(
                        """
                        insert into operators.data_order_inside (order_id, purpose, drafter,
                          basis_reason, message_id, body, handling, compartment)
                        values (:id, :purpose, :drafter, :reason, cast(:message as uuid), :body,
                          :handling, cast(:compartment as uuid))
                        """)
                .param("id", order.id())
                .param("purpose", inside.purpose())
                .param("drafter", inside.drafter())
                .param("reason", inside.basisReason())
                .param("message", message == null ? null : message.toString())
                .param("body", order.body())
                .param("handling", order.handling().rank())
                .param("compartment", compartment(order))
                .update();
    }

    private static @Nullable String compartment(DataOrder order) {
        CompartmentId compartment = order.compartment();
        return compartment == null ? null : compartment.value().toString();
    }

    Optional<DataOrder> find(OrderNumber number) {
        return jdbc.sql(SELECT + "where o.number = :number")
                .param("number", number.value())
                .query(OrderStore::order)
                .optional();
    }

    /** The order whose task or authorisation has that identifier. */
    Optional<DataOrder> find(UUID object) {
        return jdbc.sql(SELECT + "where o.id = :id or o.authorisation = :id")
                .param("id", object)
                .query(OrderStore::order)
                .optional();
    }

    /** What the authority's side knows; absent for everybody else. */
    Optional<Inside> inside(UUID order) {
        return jdbc.sql("select * from operators.data_order_inside where order_id = :id")
                .param("id", order)
                .query((row, number) ->
                        new Inside(
                                row.getString("purpose"),
                                row.getString("drafter"),
                                row.getString("drafted_by"),
                                row.getString("approver"),
                                row.getString("approved_by"),
                                row.getString("confirmer"),
                                row.getString("basis_reason")))
                .optional();
    }

    /** The message that an order was read from, if it was. */
    Optional<byte[]> source(UUID order) {
        return jdbc.sql(
                        """
                        select m.content from operators.message m
                        join operators.data_order_inside i on i.message_id = m.id
                        where i.order_id = :id
                        """)
                .param("id", order)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Orders of a body, the last changed first. */
    List<DataOrder> ofBody(String body, String status) {
        return jdbc.sql(
                        SELECT
                                + """
                                where o.body = :body and (:status = '' or o.status = :status)
                                order by o.changed_at desc, o.id limit :most
                                """)
                .param("body", body)
                .param("status", status)
                .param("most", ROWS_MAX)
                .query(OrderStore::order)
                .list();
    }

    /** Orders that were sent to a provider: open ones first, the soonest due first. */
    List<DataOrder> toProvider(String provider, @Nullable Instant since) {
        return jdbc.sql(
                        SELECT
                                + """
                                where o.provider = :provider and o.approved_at is not null
                                  and (cast(:since as timestamptz) is null
                                    or o.changed_at >= cast(:since as timestamptz))
                                order by o.status <> 'AwaitingDisclosure', o.due_at, o.id
                                limit :most
                                """)
                .param("provider", provider)
                .param("since", utc(since))
                .param("most", ROWS_MAX)
                .query(OrderStore::order)
                .list();
    }

    List<DataOrder> ofCase(String number) {
        return jdbc.sql(
                        SELECT
                                + """
                                join operators.order_case c on c.order_id = o.id
                                where c.case_number = :number
                                order by o.drafted_at desc, o.id limit :most
                                """)
                .param("number", number)
                .param("most", ROWS_MAX)
                .query(OrderStore::order)
                .list();
    }

    /** Stores a new state; false when somebody changed the order since it was read. */
    boolean save(DataOrder order, Instant at) {
        DataOrder.Times times = order.times();
        return jdbc.sql(
                                """
                                update operators.data_order
                                set status = :status, approval = :approval, reason = :reason,
                                  approved_at = cast(:approved as timestamptz),
                                  acknowledged_at = cast(:acknowledged as timestamptz),
                                  answered_at = cast(:answered as timestamptz),
                                  due_at = cast(:due as timestamptz), clock = :clock,
                                  clock_az = :clockAz, clock_en = :clockEn, changed_at = :at,
                                  version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("status", order.status().code())
                        .param("approval", order.approval().code())
                        .param("reason", order.reason())
                        .param("approved", utc(times.approvedAt()))
                        .param("acknowledged", utc(times.acknowledgedAt()))
                        .param("answered", utc(times.answeredAt()))
                        .param("due", utc(times.dueAt()))
                        .param("clock", times.clock())
                        .param("clockAz", times.clockName().az())
                        .param("clockEn", times.clockName().en())
                        .param("at", utc(at))
                        .param("id", order.id())
                        .param("version", order.version())
                        .update()
                == 1;
    }

    void approved(UUID order, String approver, String account) {
        jdbc.sql(
                        """
                        update operators.data_order_inside
                        set confirmer = case when approved_by = '' then confirmer else :name end,
                          approver = case when approved_by = '' then :name else approver end,
                          approved_by = case when approved_by = '' then :account
                            else approved_by end
                        where order_id = :id
                        """)
                .param("id", order)
                .param("name", approver)
                .param("account", account)
                .update();
    }

    /** Attaches an order to a case; false when it is attached already. */
    boolean attach(DataOrder order, String caseNumber, Instant at) {
        return jdbc.sql(
                                """
                                insert into operators.order_case (order_id, case_number, added_at,
                                  body, handling, compartment)
                                values (:id, :number, :at, :body, :handling,
                                  cast(:compartment as uuid))
                                on conflict do nothing
                                """)
                        .param("id", order.id())
                        .param("number", caseNumber)
                        .param("at", utc(at))
                        .param("body", order.body())
                        .param("handling", order.handling().rank())
                        .param("compartment", compartment(order))
                        .update()
                == 1;
    }

    List<String> cases(UUID order) {
        return jdbc.sql(
                        """
                        select case_number from operators.order_case where order_id = :id
                        order by added_at limit 100
                        """)
                .param("id", order)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** How many orders to a provider wait for an answer, and how many of them are late. */
    long[] waiting(Collection<String> providers, Instant now) {
        return jdbc.sql(
                        """
                        select count(*), count(*) filter (where due_at < :now)
                        from operators.data_order
                        where provider = any (:providers) and status = 'AwaitingDisclosure'
                        """)
                .param("providers", providers.toArray(String[]::new))
                .param("now", utc(now))
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
    }

    private static DataOrder order(ResultSet row, int number) throws SQLException {
        @Nullable UUID compartment = row.getObject("compartment", UUID.class);
        return new DataOrder(
                row.getObject("id", UUID.class),
                row.getObject("authorisation", UUID.class),
                new OrderNumber(row.getString("number")),
                row.getString("body"),
                row.getString("provider"),
                OrderStatus.of(row.getString("status")).orElseThrow(),
                OrderApproval.of(row.getString("approval")),
                row.getString("reason"),
                new DataOrder.Demand(
                        OrderKind.of(row.getString("kind")).orElseThrow(),
                        row.getBoolean("emergency"),
                        row.getBoolean("test"),
                        List.of(JSON.readValue(row.getString("identifiers"), Identifier[].class)),
                        instant(row, "data_from"),
                        instant(row, "data_until"),
                        row.getString("words")),
                new DataOrder.Ground(
                        row.getString("basis"),
                        new Words(row.getString("basis_az"), row.getString("basis_en")),
                        row.getBoolean("basis_verified")),
                times(row),
                Handling.ofRank(row.getInt("handling")),
                compartment == null ? null : new CompartmentId(compartment),
                row.getInt("version"));
    }

    private static DataOrder.Times times(ResultSet row) throws SQLException {
        return new DataOrder.Times(
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                instant(row, "approved_at"),
                instant(row, "acknowledged_at"),
                instant(row, "answered_at"),
                instant(row, "due_at"),
                row.getString("clock"),
                new Words(row.getString("clock_az"), row.getString("clock_en")));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
