package az.qalxan.law;

import az.qalxan.engines.law.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps proposals; who may see and move one, row-level security decides too. */
@Component
class ProposalStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT =
            """
            select id, number, kind, key, act, valid_from, valid_until, fact::text, based_on,
              reason, origin = 'pack', sponsor, sponsor_name, proposed_at, state, decided_by,
              decider, decided_at, words
            from law.proposal
            """;

    private final JdbcClient jdbc;

    ProposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a new proposal.
     *
     * @param sponsor null for what a pack brings
     */
    UUID insert(
            Proposal.Change change, String reason, Proposal.@Nullable Sponsor sponsor, Instant at) {
        @Nullable JsonNode fact = change.fact();
        return jdbc.sql(
                        """
                        insert into law.proposal (kind, key, act, valid_from, valid_until, fact,
                          based_on, reason, origin, sponsor, sponsor_name, proposed_at)
                        values (:kind, :key, :act, :from, :until, cast(:fact as jsonb),
                          :basedOn, :reason, :origin, :sponsor, :name, :at)
                        returning id
                        """)
                .param("kind", change.line().kind().code())
                .param("key", change.line().key())
                .param("act", change.act().code())
                .param("from", change.days().from(), java.sql.Types.DATE)
                .param("until", change.days().until(), java.sql.Types.DATE)
                .param("fact", fact == null ? null : fact.toString(), java.sql.Types.VARCHAR)
                .param("basedOn", change.basedOn(), java.sql.Types.OTHER)
                .param("reason", reason)
                .param("origin", sponsor == null ? "pack" : "person")
                .param(
                        "sponsor",
                        sponsor == null ? null : sponsor.account(),
                        java.sql.Types.VARCHAR)
                .param("name", sponsor == null ? null : sponsor.name(), java.sql.Types.VARCHAR)
                .param("at", RecordingStore.utc(at))
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    /** Lets somebody stand for what a pack brought; false when somebody does already. */
    boolean support(UUID id, Proposal.Sponsor sponsor) {
        return jdbc.sql(
                                """
                                update law.proposal set sponsor = :account, sponsor_name = :name
                                where id = :id and state = 'open' and sponsor is null
                                """)
                        .param("account", sponsor.account())
                        .param("name", sponsor.name())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Ends a proposal; false when it has ended already. */
    boolean decide(UUID id, Proposal.State state, Proposal.Decision decision) {
        return jdbc.sql(
                                """
                                update law.proposal
                                set state = :state, decided_by = :account, decider = :name,
                                  decided_at = :at, words = :words
                                where id = :id and state = 'open'
                                """)
                        .param("state", state.code())
                        .param("account", decision.account())
                        .param("name", decision.name())
                        .param("at", RecordingStore.utc(decision.at()))
                        .param("words", decision.words())
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Proposal> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(ProposalStore::proposal)
                .optional();
    }

    Optional<Proposal> find(long number) {
        return jdbc.sql(SELECT + "where number = :number")
                .param("number", number)
                .query(ProposalStore::proposal)
                .optional();
    }

    /** The open proposal, locked until the transaction ends; one that has ended moves no more. */
    Optional<Proposal> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(ProposalStore::proposal)
                .optional();
    }

    List<Proposal> open(int most) {
        return jdbc.sql(SELECT + "where state = 'open' order by number limit :most")
                .param("most", most)
                .query(ProposalStore::proposal)
                .list();
    }

    List<Proposal> decided(int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where state <> 'open' order by decided_at desc, number desc
                                limit :most
                                """)
                .param("most", most)
                .query(ProposalStore::proposal)
                .list();
    }

    /** What was proposed for a line, the latest first. */
    List<Proposal> of(LineKey line, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where kind = :kind and key = :key
                                order by number desc limit :most
                                """)
                .param("kind", line.kind().code())
                .param("key", line.key())
                .param("most", most)
                .query(ProposalStore::proposal)
                .list();
    }

    /** Withdraws what earlier packs brought of those lines and nobody has decided on. */
    int replacePack(List<LineKey> lines, Proposal.Decision decision) {
        return jdbc.sql(
                        """
                        update law.proposal
                        set state = 'withdrawn', decided_by = :account, decider = :name,
                          decided_at = :at, words = :words
                        where state = 'open' and origin = 'pack'
                          and (kind, key) in (select * from unnest(:kinds, :keys))
                        """)
                .param("account", decision.account())
                .param("name", decision.name())
                .param("at", RecordingStore.utc(decision.at()))
                .param("words", decision.words())
                .param("kinds", lines.stream().map(one -> one.kind().code()).toArray(String[]::new))
                .param("keys", lines.stream().map(LineKey::key).toArray(String[]::new))
                .update();
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        String kind = row.getString(3);
        @Nullable String fact = row.getString(8);
        Proposal.Change change =
                new Proposal.Change(
                        new LineKey(
                                FactKind.of(kind)
                                        .orElseThrow(
                                                () -> new IllegalStateException("no kind " + kind)),
                                row.getString(4)),
                        Proposal.Act.of(row.getString(5)),
                        new Period(
                                row.getObject(6, LocalDate.class),
                                row.getObject(7, LocalDate.class)),
                        fact == null ? null : JSON.readTree(fact),
                        row.getObject(9, UUID.class));
        @Nullable String sponsor = row.getString(12);
        @Nullable String decider = row.getString(16);
        return new Proposal(
                row.getObject(1, UUID.class),
                row.getLong(2),
                change,
                row.getString(10),
                row.getBoolean(11),
                sponsor == null ? null : new Proposal.Sponsor(sponsor, row.getString(13)),
                row.getObject(14, OffsetDateTime.class).toInstant(),
                Proposal.State.of(row.getString(15)),
                decider == null ? null : decision(row, decider));
    }

    private static Proposal.Decision decision(ResultSet row, String account) throws SQLException {
        return new Proposal.Decision(
                account,
                row.getString(17),
                row.getObject(18, OffsetDateTime.class).toInstant(),
                row.getString(19));
    }
}
