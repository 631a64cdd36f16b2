package az.qalxan.assets;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.reporting.ReportId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps freezes; row-level security decides which of them there are. */
@Component
class FreezeStore {

    /** Freezes of a list. */
    static final int ROWS_MAX = 200;

    private static final String SELECT = "select * from assets.freeze ";

    private final JdbcClient jdbc;

    FreezeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A step of a freeze's life; {@code kind} is the last part of {@code assets.step.<kind>}. */
    record Happening(Instant at, String kind, String author, String detail) {}

    /** Those numbers that no freeze has, whether the caller may see it or not. */
    List<FreezeNumber> unused(List<FreezeNumber> drawn) {
        return jdbc.sql("select * from assets.unused_numbers(:numbers)")
                .param("numbers", column(drawn, FreezeNumber::value))
                .query((row, number) -> new FreezeNumber(row.getString(1)))
                .list();
    }

    /** Stores drafts; asks for no right to read, because the system proposes too. */
    void insert(List<Freeze.Drafted> drafts, Deadline deadline) {
        List<FreezeHead> heads = drafts.stream().map(Freeze.Drafted::head).toList();
        jdbc.sql(
                        """
                        insert into assets.freeze (id, number, report_id, case_number, label, state,
                          proposed, holding_kind, holding_key, holding_value, asked_amount,
                          currency, drafted_at, clock, due_at, changed_at, body, handling,
                          compartment)
                        select id, number, report, case_number, label, 'drafted', proposed, kind,
                          key, value, asked, currency, :at, :clock, :due, :at, body, handling,
                          compartment
                        from unnest(cast(:id as uuid[]), :number, cast(:report as uuid[]), :case,
                            :label, cast(:proposed as boolean[]), :kind, :key, :value,
                            cast(:asked as numeric[]), :currency, :body,
                            cast(:handling as smallint[]), cast(:compartment as uuid[]))
                          as new (id, number, report, case_number, label, proposed, kind, key,
                            value, asked, currency, body, handling, compartment)
                        """)
                .param("at", utc(heads.getFirst().draftedAt()))
                .param("clock", deadline.clock())
                .param("due", utc(deadline.dueAt()))
                .param("id", column(heads, FreezeHead::id))
                .param("number", column(heads, FreezeHead::number))
                .param("report", column(heads, one -> one.standing().reportText()))
                .param("case", column(heads, one -> one.standing().caseText()))
                .param("label", column(heads, one -> one.standing().label()))
                .param("proposed", column(heads, FreezeHead::proposed))
                .param("kind", column(heads, one -> one.holding().kind().code()))
                .param("key", column(heads, one -> one.holding().key()))
                .param("value", column(heads, one -> one.holding().value()))
                .param("asked", column(heads, FreezeStore::asked))
                .param("currency", column(heads, FreezeHead::currency))
                .param("body", column(heads, one -> one.standing().body()))
                .param("handling", column(heads, one -> one.standing().handling().rank()))
                .param("compartment", column(heads, one -> one.standing().compartment()))
                .update();
    }

    private static @Nullable Object asked(FreezeHead head) {
        Money asked = head.asked();
        return asked == null ? null : asked.amount().toPlainString();
    }

    /** A freeze by its id and its number. */
    record Named(UUID id, String number) {}

    /** Drops drafts; gives those that were drafts still. */
    List<Named> drop(List<FreezeNumber> numbers, String reason, Instant at) {
        return jdbc.sql(
                        """
                        update assets.freeze
                        set state = 'dropped', reason = :reason, ended_at = :at, clock = '',
                          due_at = null, changed_at = :at, version = version + 1
                        where number = any (:numbers) and state = 'drafted'
                        returning id, number
                        """)
                .param("reason", reason)
                .param("at", utc(at))
                .param("numbers", column(numbers, FreezeNumber::value))
                .query((row, number) -> new Named(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    /** Stores a new state; false when somebody changed the freeze since it was read. */
    boolean save(Freeze changed, Optional<Deadline> deadline, Instant at) {
        FreezeRow row = FreezeRow.of(changed);
        FreezeHead head = row.head();
        Money asked = head.asked();
        JdbcClient.StatementSpec update =
                jdbc.sql(
                                """
                                update assets.freeze
                                set state = :state, proposed = :proposed,
                                  organisation = :organisation, basis = :basis,
                                  asked_amount = :asked, account = :account,
                                  requester = :requester, sent_at = :sent,
                                  acknowledged_at = :acknowledged, held_amount = :held,
                                  held_at = :heldAt, held_until = :until, held_by = :by,
                                  held_whole = :whole, allotted_amount = :allotted,
                                  returned_amount = :returned, moved_kind = :movedKind,
                                  moved_key = :movedKey, moved_value = :movedValue,
                                  reason = :reason, ended_at = :ended, clock = :clock,
                                  due_at = :due, changed_at = :at, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("state", row.state())
                        .param("proposed", head.proposed())
                        .param("organisation", head.organisation())
                        .param("basis", head.basis())
                        .param("asked", asked == null ? null : asked.amount())
                        .param("account", head.account())
                        .param("requester", head.requester())
                        .param("sent", utcOrNull(row.sentAt()))
                        .param("acknowledged", utcOrNull(row.acknowledgedAt()))
                        .param("reason", row.reason())
                        .param("ended", utcOrNull(row.endedAt()))
                        .param("clock", deadline.map(Deadline::clock).orElse(""))
                        .param("due", utcOrNull(deadline.map(Deadline::dueAt).orElse(null)))
                        .param("at", utc(at))
                        .param("id", head.id())
                        .param("version", head.version());
        return moved(held(update, row.hold()), row.movedTo()).update() == 1;
    }

    private static JdbcClient.StatementSpec held(
            JdbcClient.StatementSpec update, @Nullable Hold hold) {
        return update.param("held", hold == null ? null : hold.amount().amount())
                .param("heldAt", utcOrNull(hold == null ? null : hold.at()))
                .param("until", utcOrNull(hold == null ? null : hold.until()))
                .param("by", hold == null ? "" : hold.by())
                .param("whole", hold != null && hold.whole())
                .param("allotted", hold == null ? BigDecimal.ZERO : hold.allotted().amount())
                .param("returned", hold == null ? BigDecimal.ZERO : hold.returned().amount());
    }

    private static JdbcClient.StatementSpec moved(
            JdbcClient.StatementSpec update, @Nullable Holding to) {
        return update.param("movedKind", to == null ? null : to.kind().code())
                .param("movedKey", to == null ? null : to.key())
                .param("movedValue", to == null ? null : to.value());
    }

    Optional<Freeze> find(FreezeNumber number) {
        return jdbc.sql(SELECT + "where number = :number")
                .param("number", number.value())
                .query(FreezeStore::freeze)
                .optional();
    }

    /** Holds the row until the transaction ends, so that two people's decisions come one by one. */
    Optional<Freeze> lock(FreezeNumber number) {
        return jdbc.sql(SELECT + "where number = :number for update")
                .param("number", number.value())
                .query(FreezeStore::freeze)
                .optional();
    }

    /** What runs out for the caller's body, the next first. */
    List<Freeze> runningOut(BodyCode body, int rows) {
        return jdbc.sql(
                        SELECT
                                + """
                                where body = :body and due_at is not null
                                order by due_at, number limit :rows
                                """)
                .param("body", body.value())
                .param("rows", Math.clamp(rows, 1, ROWS_MAX))
                .query(FreezeStore::freeze)
                .list();
    }

    /** How many clocks of that body run out before each moment, counted up to the list's end. */
    int runningOutBefore(BodyCode body, Instant moment) {
        return jdbc.sql(
                        """
                        select count(*) from (
                          select 1 from assets.freeze
                          where body = :body and due_at < :moment limit :most) as counted
                        """)
                .param("body", body.value())
                .param("moment", utc(moment))
                .param("most", ROWS_MAX)
                .query(Integer.class)
                .single();
    }

    /**
     * The freezes of the caller's body, newest first, behind a number; {@code state} may be empty.
     */
    List<Freeze> page(BodyCode body, String state, String before, int rows) {
        return jdbc.sql(
                        SELECT
                                + """
                                where body = :body and (:state = '' or state = :state)
                                  and (:before = '' or (drafted_at, number) < (
                                    select b.drafted_at, b.number from assets.freeze b
                                    where b.number = :before))
                                order by drafted_at desc, number desc limit :rows
                                """)
                .param("body", body.value())
                .param("state", state)
                .param("before", before)
                .param("rows", Math.clamp(rows, 1, ROWS_MAX + 1))
                .query(FreezeStore::freeze)
                .list();
    }

    /** The freezes of those reports and of that case, newest first. */
    List<Freeze> of(Collection<ReportId> reports, String caseNumber) {
        return jdbc.sql(
                        SELECT
                                + """
                                where report_id = any (cast(:reports as uuid[]))
                                   or case_number = :case
                                order by drafted_at desc, number desc limit :most
                                """)
                .param("reports", reports.stream().map(ReportId::toString).toArray(String[]::new))
                .param("case", caseNumber)
                .param("most", ROWS_MAX)
                .query(FreezeStore::freeze)
                .list();
    }

    /** The freezes of those holdings, newest first. */
    List<Freeze> ofHoldings(Collection<String> keys) {
        return jdbc.sql(
                        SELECT
                                + """
                                where holding_key = any (:keys)
                                order by drafted_at desc, number desc limit :most
                                """)
                .param("keys", keys.toArray(String[]::new))
                .param("most", Trail.HOLDINGS_MAX)
                .query(FreezeStore::freeze)
                .list();
    }

    /** Which organisation was last asked about holdings with those marks, by mark. */
    Map<String, String> lastAsked(Collection<String> marks) {
        Map<String, String> asked = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (keeper_mark) keeper_mark, organisation
                        from assets.freeze
                        where keeper_mark = any (:marks) and organisation <> ''
                        order by keeper_mark, drafted_at desc, number desc
                        """)
                .param("marks", marks.toArray(String[]::new))
                .query(row -> {
                    asked.put(row.getString(1), row.getString(2));
                });
        return asked;
    }

    /** Notes the same step for several freezes. */
    void noteAll(List<UUID> freezes, Happening happening) {
        jdbc.sql(
                        """
                        insert into assets.freeze_step (freeze_id, at, kind, author, detail)
                        select id, :at, :kind, :author, :detail
                        from unnest(cast(:freezes as uuid[])) as id
                        """)
                .param("freezes", column(freezes, UUID::toString))
                .param("at", utc(happening.at()))
                .param("kind", happening.kind())
                .param("author", happening.author())
                .param("detail", happening.detail())
                .update();
    }

    List<Happening> history(UUID freeze) {
        return jdbc.sql(
                        """
                        select at, kind, author, detail from assets.freeze_step
                        where freeze_id = :freeze order by sequence limit 500
                        """)
                .param("freeze", freeze)
                .query((row, number) ->
                        new Happening(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)))
                .list();
    }

    /** One column of rows as an array of texts. */
    static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable Object> value) {
        @Nullable String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            @Nullable Object cell = value.apply(rows.get(i));
            column[i] = cell == null ? null : cell.toString();
        }
        return column;
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static Freeze freeze(ResultSet row, int number) throws SQLException {
        return new FreezeRow(
                        head(row),
                        row.getString("state"),
                        instant(row, "sent_at"),
                        instant(row, "acknowledged_at"),
                        hold(row),
                        movedTo(row),
                        row.getString("reason"),
                        instant(row, "ended_at"))
                .freeze();
    }

    private static FreezeHead head(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        @Nullable BigDecimal asked = row.getBigDecimal("asked_amount");
        return new FreezeHead(
                row.getObject("id", UUID.class),
                new FreezeNumber(row.getString("number")),
                standing(row),
                new Holding(
                        HoldingKind.of(row.getString("holding_kind")),
                        row.getString("holding_key"),
                        row.getString("holding_value")),
                row.getString("organisation"),
                row.getString("basis"),
                asked == null ? null : money(asked, currency),
                currency,
                row.getBoolean("proposed"),
                row.getString("account"),
                row.getString("requester"),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    /** The report or case that a row of this module belongs to. */
    static Standing standing(ResultSet row) throws SQLException {
        @Nullable UUID report = row.getObject("report_id", UUID.class);
        @Nullable String caseNumber = row.getString("case_number");
        return new Standing(
                report == null ? null : new ReportId(report),
                caseNumber == null ? "" : caseNumber,
                row.getString("label"),
                new BodyCode(row.getString("body")),
                Handling.ofRank(row.getInt("handling")),
                row.getObject("compartment", UUID.class));
    }

    private static @Nullable Hold hold(ResultSet row) throws SQLException {
        @Nullable BigDecimal amount = row.getBigDecimal("held_amount");
        @Nullable Instant at = instant(row, "held_at");
        if (amount == null || at == null) {
            return null;
        }
        String currency = row.getString("currency");
        return new Hold(
                money(amount, currency),
                row.getBoolean("held_whole"),
                at,
                instant(row, "held_until"),
                row.getString("held_by"),
                money(row.getBigDecimal("allotted_amount"), currency),
                money(row.getBigDecimal("returned_amount"), currency));
    }

    private static @Nullable Holding movedTo(ResultSet row) throws SQLException {
        @Nullable String kind = row.getString("moved_kind");
        return kind == null
                ? null
                : new Holding(
                        HoldingKind.of(kind),
                        row.getString("moved_key"),
                        row.getString("moved_value"));
    }

    static Money money(BigDecimal amount, String currency) {
        return new Money(amount, currency);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
