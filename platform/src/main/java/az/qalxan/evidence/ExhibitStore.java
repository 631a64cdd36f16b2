package az.qalxan.evidence;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseNumber;
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

/** Keeps exhibits; row-level security decides which of them there are. */
@Component
class ExhibitStore {

    /** Exhibits of one case, and of one page. */
    static final int ROWS_MAX = 1_000;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT =
            """
            select e.*,
              (select to_jsonb(a) from evidence.admission a where a.exhibit_id = e.id
                order by a.sequence desc limit 1) as admission,
              coalesce((select jsonb_agg(to_jsonb(s) order by s.number) from (
                select distinct on (l.number) l.number, l.state, l.words, l.at, l.author
                from evidence.seal l where l.exhibit_id = e.id
                order by l.number, l.sequence desc) s), '[]'::jsonb) as seals
            from evidence.exhibit e
            """;

    private final JdbcClient jdbc;

    ExhibitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Exhibit> find(ExhibitId id) {
        return jdbc.sql(SELECT + "where e.id = :id")
                .param("id", id.value())
                .query(ExhibitRow::exhibit)
                .optional();
    }

    /** Those of these that there are for the caller, in no order. */
    List<Exhibit> find(Collection<ExhibitId> ids) {
        return jdbc.sql(SELECT + "where e.id = any (cast(:ids as uuid[]))")
                .param("ids", ids.stream().map(ExhibitId::value).toArray(UUID[]::new))
                .query(ExhibitRow::exhibit)
                .list();
    }

    List<Exhibit> ofCase(CaseNumber number) {
        return jdbc.sql(
                        SELECT
                                + """
                                where e.case_number = :number
                                order by e.sequence, e.copy limit :most
                                """)
                .param("number", number.value())
                .param("most", ROWS_MAX)
                .query(ExhibitRow::exhibit)
                .list();
    }

    List<Exhibit> copies(ExhibitId source) {
        return jdbc.sql(SELECT + "where e.copy_of = :id order by e.copy limit :most")
                .param("id", source.value())
                .param("most", ROWS_MAX)
                .query(ExhibitRow::exhibit)
                .list();
    }

    ExhibitNumber next(CaseNumber number) {
        int sequence =
                jdbc.sql("select evidence.next_sequence(:number)")
                        .param("number", number.value())
                        .query(Integer.class)
                        .single();
        return new ExhibitNumber(number, sequence, 0);
    }

    ExhibitNumber nextCopy(ExhibitNumber original) {
        int copy =
                jdbc.sql("select evidence.next_copy(:number, :sequence)")
                        .param("number", original.caseNumber().value())
                        .param("sequence", original.sequence())
                        .query(Integer.class)
                        .single();
        return new ExhibitNumber(original.caseNumber(), original.sequence(), copy);
    }

    void insert(Exhibit exhibit) {
        CopyOf copyOf = exhibit.copyOf();
        jdbc.sql(
                        """
                        insert into evidence.exhibit (id, case_number, sequence, copy, copy_of,
                          copy_purpose, kind, data_class, title, description, origin, owner_name,
                          owner_contact, basis, basis_clause, basis_az, basis_en, basis_verified,
                          basis_document, acquisition, holder_account, holder_name, holder_body,
                          place, registered_at, registered_by, body, handling, compartment)
                        values (:id, :case, :sequence, :copy, cast(:copyOf as uuid), :purpose,
                          :kind, :class, :title, :description, cast(:origin as jsonb), :owner,
                          :contact, :basis, :clause, :basisAz, :basisEn, :verified, :document,
                          cast(:acquisition as jsonb), :account, :holder, :holderBody, :place, :at,
                          :by, :body, :handling, cast(:compartment as uuid))
                        """)
                .param("id", exhibit.id().value())
                .param("case", exhibit.caseNumber().value())
                .param("sequence", exhibit.number().sequence())
                .param("copy", exhibit.number().copy())
                .param("copyOf", copyOf == null ? null : copyOf.source().toString())
                .param("purpose", copyOf == null ? "" : copyOf.purpose())
                .param("kind", exhibit.description().kind().code())
                .param("class", exhibit.description().dataClass().code())
                .param("title", exhibit.description().title())
                .param("description", exhibit.description().words())
                .param("origin", JSON.writeValueAsString(exhibit.origin()))
                .param("owner", exhibit.owner().name())
                .param("contact", exhibit.owner().contact())
                .param("basis", exhibit.basis().code())
                .param("clause", exhibit.basis().clause())
                .param("basisAz", exhibit.basis().title().az())
                .param("basisEn", exhibit.basis().title().en())
                .param("verified", exhibit.basis().verified())
                .param("document", exhibit.basis().document())
                .param("acquisition", JSON.writeValueAsString(exhibit.acquisition()))
                .param("account", exhibit.keeping().account())
                .param("holder", exhibit.keeping().name())
                .param("holderBody", exhibit.keeping().body().value())
                .param("place", exhibit.keeping().place())
                .param("at", utc(exhibit.registeredAt()))
                .param("by", exhibit.registeredBy())
                .param("body", exhibit.standing().body().value())
                .param("handling", exhibit.standing().handling().rank())
                .param("compartment", compartment(exhibit.standing()))
                .update();
    }

    private static @Nullable String compartment(ExhibitStanding standing) {
        return standing.compartment() == null ? null : standing.compartment().toString();
    }

    /** Stores where the bytes are; false when there are some already. */
    boolean stored(ExhibitId id, StoredBytes bytes) {
        return jdbc.sql(
                                """
                                update evidence.exhibit set stored_id = :stored, sha256 = :sha256,
                                  sha1 = :sha1, md5 = :md5, bytes = :bytes, file_name = :name,
                                  stored_at = :at, version = version + 1
                                where id = :id and stored_id is null
                                """)
                        .param("stored", bytes.id().toString())
                        .param("sha256", bytes.digests().sha256())
                        .param("sha1", bytes.digests().sha1())
                        .param("md5", bytes.digests().md5())
                        .param("bytes", bytes.digests().length())
                        .param("name", bytes.name())
                        .param("at", utc(bytes.at()))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Notes how the bytes were taken, or where it lies; false when somebody was faster. */
    boolean noted(Exhibit exhibit, Acquisition acquisition, String place) {
        return jdbc.sql(
                                """
                                update evidence.exhibit
                                set acquisition = cast(:acquisition as jsonb), place = :place,
                                  version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("acquisition", JSON.writeValueAsString(acquisition))
                        .param("place", place)
                        .param("id", exhibit.id().value())
                        .param("version", exhibit.version())
                        .update()
                == 1;
    }

    void insert(ExhibitId id, Seal seal) {
        jdbc.sql(
                        """
                        insert into evidence.seal (exhibit_id, number, state, words, at, author)
                        values (:id, :number, :state, :words, :at, :author)
                        """)
                .param("id", id.value())
                .param("number", seal.number())
                .param("state", seal.state().code())
                .param("words", seal.words())
                .param("at", utc(seal.at()))
                .param("author", seal.author())
                .update();
    }

    void insert(ExhibitId id, Admission admission) {
        jdbc.sql(
                        """
                        insert into evidence.admission (exhibit_id, admitted, number, decided_on,
                          decided_by, official, words, at, author)
                        values (:id, :admitted, :number, :on, :by, :official, :words, :at, :author)
                        """)
                .param("id", id.value())
                .param("admitted", admission.admitted())
                .param("number", admission.number())
                .param("on", admission.decidedOn())
                .param("by", admission.decidedBy())
                .param("official", admission.official())
                .param("words", admission.words())
                .param("at", utc(admission.at()))
                .param("author", admission.author())
                .update();
    }

    /** Exhibits of a body's cases, that it holds, or that it is offered; the newest first. */
    List<Exhibit> ofBody(Caller caller, ExhibitFilter filter, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where (e.body = :body or e.holder_body = :body
                                    or e.offered_body = :body)
                                  and (:state = '' or e.state = :state)
                                  and (:only <> 'mine' or e.holder_account = :account)
                                  and (:only <> 'undecided' or e.copy = 0 and not exists (
                                    select from evidence.admission a where a.exhibit_id = e.id))
                                  and (:only <> 'bytes-missing' or e.stored_id is null)
                                  and (:q = '' or strpos(lower(e.title), lower(:q)) > 0
                                    or strpos(lower(e.case_number), lower(:q)) > 0)
                                  and (:after = '' or (e.registered_at, e.id) < (
                                    select l.registered_at, l.id from evidence.exhibit l
                                    where l.id = cast(nullif(:after, '') as uuid)))
                                order by e.registered_at desc, e.id desc limit :most
                                """)
                .param("body", caller.body().value())
                .param("state", filter.state())
                .param("only", filter.only())
                .param("account", caller.account().toString())
                .param("q", filter.q())
                .param("after", filter.after())
                .param("most", most)
                .query(ExhibitRow::exhibit)
                .list();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
