package az.qalxan.directory;

import az.qalxan.access.BodyCode;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps organisations. */
@Component
class DirectoryStore {

    static final int ORGANISATIONS_MAX = 2_000;

    private static final String SELECT =
            """
            select code, acronym, name_az, name_en, kinds, verified, source_az, source_en
            from directory.organisation
            """;

    private final JdbcClient jdbc;
    private final NameStore names;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    DirectoryStore(JdbcClient jdbc, NameStore names, Jurisdiction jurisdiction, Clock clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** All of them as they are called today, in the directory's order. */
    List<Organisation> organisations() {
        return names().all(today());
    }

    Optional<Organisation> organisation(BodyCode code) {
        return entered(code)
                .flatMap(one ->
                        new OrganisationNames(List.of(one), names.names(), List.of())
                                .on(code, today()));
    }

    /** Every organisation with all its names. */
    OrganisationNames names() {
        return new OrganisationNames(entered(), names.names(), names.dissolutions());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
    }

    private List<Organisation> entered() {
        return jdbc.sql(SELECT + "order by place, code limit :most")
                .param("most", ORGANISATIONS_MAX)
                .query(DirectoryStore::organisation)
                .list();
    }

    private Optional<Organisation> entered(BodyCode code) {
        return jdbc.sql(SELECT + "where code = :code")
                .param("code", code.value())
                .query(DirectoryStore::organisation)
                .optional();
    }

    /** Adds an organisation; false when it is known already. */
    boolean insert(Organisation one, int place, Instant at) {
        return jdbc.sql(
                                """
                                insert into directory.organisation
                                  (code, acronym, name_az, name_en, kinds, verified, source_az,
                                   source_en, place, loaded_at)
                                values (:code, :acronym, :az, :en, :kinds, :verified, :sourceAz,
                                  :sourceEn, :place, :at)
                                on conflict (code) do nothing
                                """)
                        .param("code", one.code().value())
                        .param("acronym", one.acronym())
                        .param("az", one.name().az())
                        .param("en", one.name().en())
                        .param(
                                "kinds",
                                one.kinds().stream()
                                        .map(OrganisationKind::code)
                                        .toArray(String[]::new))
                        .param("verified", one.verified())
                        .param("sourceAz", one.source().az())
                        .param("sourceEn", one.source().en())
                        .param("place", place)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        Array kinds = row.getArray(5);
        return new Organisation(
                new BodyCode(row.getString(1)),
                row.getString(2),
                new Words(row.getString(3), row.getString(4)),
                Arrays.stream((String[]) kinds.getArray())
                        .flatMap(code -> OrganisationKind.of(code).stream())
                        .toList(),
                row.getBoolean(6),
                new Words(row.getString(7), row.getString(8)));
    }
}
