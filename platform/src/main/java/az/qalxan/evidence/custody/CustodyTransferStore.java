package az.qalxan.evidence.custody;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.CompartmentId;
import az.qalxan.access.Handling;
import az.qalxan.casework.CaseNumber;
import az.qalxan.evidence.ExhibitId;
import az.qalxan.evidence.ExhibitStanding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps transfers; row-level security decides which of them there are. */
@Component
class CustodyTransferStore {

    /** HandingOver of one list. */
    static final int ROWS_MAX = 200;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT =
            """
            select t.*, (select jsonb_agg(jsonb_build_object('exhibit', i.exhibit_id,
                'number', i.number, 'title', i.title, 'seals', i.seals) order by i.place)
              from evidence.transfer_item i where i.transfer_id = t.id) as items
            from evidence.transfer t
            """;

    private final JdbcClient jdbc;

    CustodyTransferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int next(CaseNumber number) {
        return jdbc.sql("select evidence.next_transfer(:number)")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    void insert(Transfer.Terms terms) {
        @Nullable CompartmentId compartment = terms.standing().compartment();
        jdbc.sql(
                        """
                        insert into evidence.transfer (id, case_number, number, from_name,
                          to_account, to_name, to_body, reason, basis, condition, place,
                          seals_intact, proposed_at, due_at, statement, digest, giver_factor, body,
                          handling, compartment)
                        values (:id, :case, :number, :from, :toAccount, :toName, :toBody, :reason,
                          :basis, :condition, :place, :intact, :at, :due, :statement, :digest,
                          :factor, :body, :handling, cast(:compartment as uuid))
                        """)
                .param("id", terms.id())
                .param("case", terms.caseNumber().value())
                .param("number", terms.number())
                .param("from", terms.from().name())
                .param("toAccount", terms.to().account())
                .param("toName", terms.to().name())
                .param("toBody", terms.to().body().value())
                .param("reason", terms.reason())
                .param("basis", terms.basis())
                .param("condition", terms.condition())
                .param("place", terms.place())
                .param("intact", terms.sealsIntact())
                .param("at", utc(terms.proposedAt()))
                .param("due", utc(terms.dueAt()))
                .param("statement", terms.statement())
                .param("digest", terms.digest())
                .param("factor", terms.giverFactor())
                .param("body", terms.standing().body().value())
                .param("handling", terms.standing().handling().rank())
                .param("compartment", compartment == null ? null : compartment.toString())
                .update();
        insertItems(terms);
    }

    private void insertItems(Transfer.Terms terms) {
        List<Transfer.Item> items = terms.items();
        jdbc.sql(
                        """
                        insert into evidence.transfer_item
                          (transfer_id, place, exhibit_id, number, title, seals)
                        select :id, row.place, cast(row.exhibit as uuid), row.number, row.title,
                          row.seals
                        from unnest(:exhibits, :numbers, :titles, :seals) with ordinality
                          as row (exhibit, number, title, seals, place)
                        """)
                .param("id", terms.id())
                .param("exhibits", texts(items, one -> one.exhibit().toString()))
                .param("numbers", texts(items, Transfer.Item::number))
                .param("titles", texts(items, Transfer.Item::title))
                .param("seals", texts(items, Transfer.Item::seals))
                .update();
    }

    private static String[] texts(
            List<Transfer.Item> items, java.util.function.Function<Transfer.Item, String> of) {
        return items.stream().map(of).toArray(String[]::new);
    }

    /** Marks the exhibits as offered; how many of them were the caller's to give. */
    int offer(UUID transfer) {
        return jdbc.sql("select evidence.offer(:id)")
                .param("id", transfer)
                .query(Integer.class)
                .single();
    }

    /** The receiver takes them over; false when it was not theirs to decide any more. */
    boolean sign(UUID transfer, Transfer.Signed signed) {
        return jdbc.sql("select evidence.sign_transfer(:id, :who, :factor, :words, :intact, :at)")
                .param("id", transfer)
                .param("who", signed.by().name())
                .param("factor", signed.factor())
                .param("words", signed.words())
                .param("intact", signed.foundIntact())
                .param("at", utc(signed.by().at()))
                .query(Boolean.class)
                .single();
    }

    /** Ends an open transfer without effect; false when it was not theirs to decide any more. */
    boolean end(UUID transfer, Transfer.Outcome outcome, Transfer.Decision by, String words) {
        return jdbc.sql("select evidence.end_transfer(:id, :outcome, :who, :words, :at)")
                .param("id", transfer)
                .param("outcome", outcome.code())
                .param("who", by.name())
                .param("words", words)
                .param("at", utc(by.at()))
                .query(Boolean.class)
                .single();
    }

    Optional<Transfer> find(UUID id) {
        return jdbc.sql(SELECT + "where t.id = :id")
                .param("id", id)
                .query(CustodyTransferStore::transfer)
                .optional();
    }

    List<Transfer> ofCase(CaseNumber number) {
        return jdbc.sql(SELECT + "where t.case_number = :number order by t.number desc limit :most")
                .param("number", number.value())
                .param("most", ROWS_MAX)
                .query(CustodyTransferStore::transfer)
                .list();
    }

    List<Transfer> ofExhibit(ExhibitId exhibit) {
        return jdbc.sql(
                        SELECT
                                + """
                                join evidence.transfer_item x on x.transfer_id = t.id
                                where x.exhibit_id = :exhibit order by t.number desc limit :most
                                """)
                .param("exhibit", exhibit.value())
                .param("most", ROWS_MAX)
                .query(CustodyTransferStore::transfer)
                .list();
    }

    /** HandingOver from or to a body: open ones first, the soonest due first. */
    List<Transfer> ofBody(BodyCode body, boolean openOnly) {
        return jdbc.sql(
                        SELECT
                                + """
                                where (t.from_body = :body or t.to_body = :body)
                                  and (not :open or t.state = 'proposed')
                                order by t.state <> 'proposed',
                                  case when t.state = 'proposed' then t.due_at end,
                                  t.decided_at desc, t.id limit :most
                                """)
                .param("body", body.value())
                .param("open", openOnly)
                .param("most", ROWS_MAX)
                .query(CustodyTransferStore::transfer)
                .list();
    }

    /** How many open transfers wait for the caller, and how many of those are overdue. */
    long[] waiting(Caller caller, Instant now) {
        return jdbc.sql(
                        """
                        select count(*), count(*) filter (where t.due_at < :now)
                        from evidence.transfer t
                        where t.state = 'proposed' and t.to_body = :body
                          and t.to_account in ('', :account) and t.from_account <> :account
                        """)
                .param("now", utc(now))
                .param("body", caller.body().value())
                .param("account", caller.account().toString())
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
    }

    private static Transfer transfer(ResultSet row, int number) throws SQLException {
        return new Transfer(terms(row), outcome(row));
    }

    private static Transfer.Terms terms(ResultSet row) throws SQLException {
        @Nullable UUID compartment = row.getObject("compartment", UUID.class);
        return new Transfer.Terms(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                row.getInt("number"),
                new ExhibitStanding(
                        new BodyCode(row.getString("body")),
                        Handling.ofRank(row.getInt("handling")),
                        compartment == null ? null : new CompartmentId(compartment)),
                new Side(
                        row.getString("from_account"),
                        row.getString("from_name"),
                        new BodyCode(row.getString("from_body"))),
                new Side(
                        row.getString("to_account"),
                        row.getString("to_name"),
                        new BodyCode(row.getString("to_body"))),
                row.getString("reason"),
                row.getString("basis"),
                row.getString("condition"),
                row.getString("place"),
                row.getBoolean("seals_intact"),
                instant(row, "proposed_at"),
                instant(row, "due_at"),
                items(row.getString("items")),
                row.getString("statement"),
                row.getString("digest"),
                row.getString("giver_factor"));
    }

    private static List<Transfer.Item> items(@Nullable String json) {
        List<Transfer.Item> items = new ArrayList<>();
        if (json != null) {
            JSON.readTree(json)
                    .forEach(node ->
                            items.add(
                                    new Transfer.Item(
                                            new ExhibitId(
                                                    UUID.fromString(
                                                            node.required("exhibit").asString())),
                                            node.required("number").asString(),
                                            node.required("title").asString(),
                                            node.required("seals").asString())));
        }
        return items;
    }

    private static Transfer.Outcome outcome(ResultSet row) throws SQLException {
        String state = row.getString("state");
        if (state.equals("proposed")) {
            return new Transfer.Open();
        }
        Transfer.Decision by =
                new Transfer.Decision(
                        row.getString("decider_account"),
                        row.getString("decider_name"),
                        instant(row, "decided_at"));
        String words = row.getString("receiver_words");
        return switch (state) {
            case "signed" ->
                    new Transfer.Signed(
                            by,
                            row.getString("receiver_factor"),
                            row.getBoolean("found_intact"),
                            words);
            case "refused" -> new Transfer.Refused(by, words);
            case "withdrawn" -> new Transfer.Withdrawn(by);
            default -> throw new IllegalStateException("an unknown state is stored: " + state);
        };
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
