package az.qalxan.evidence;

import az.qalxan.access.BodyCode;
import az.qalxan.access.CompartmentId;
import az.qalxan.access.Handling;
import az.qalxan.casework.CaseNumber;
import az.qalxan.engines.vault.Digests;
import az.qalxan.engines.vault.StoredId;
import az.qalxan.jurisdiction.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads exhibits from rows of their table. */
final class ExhibitRow {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ExhibitRow() {}

    static Exhibit exhibit(ResultSet row, int number) throws SQLException {
        String offered = row.getString("offered_body");
        return new Exhibit(
                new ExhibitId(row.getObject("id", UUID.class)),
                new ExhibitNumber(
                        new CaseNumber(row.getString("case_number")),
                        row.getInt("sequence"),
                        row.getInt("copy")),
                standing(row),
                description(row),
                copyOf(row),
                JSON.readValue(row.getString("origin"), Origin.class),
                new Owner(row.getString("owner_name"), row.getString("owner_contact")),
                basis(row),
                admission(row.getString("admission")),
                JSON.readValue(row.getString("acquisition"), Acquisition.class),
                seals(row.getString("seals")),
                stored(row),
                keeping(row),
                offered.isEmpty() ? null : new BodyCode(offered),
                instant(row, "registered_at"),
                row.getString("registered_by"),
                row.getInt("version"));
    }

    private static ExhibitStanding standing(ResultSet row) throws SQLException {
        @Nullable UUID compartment = row.getObject("compartment", UUID.class);
        return new ExhibitStanding(
                new BodyCode(row.getString("body")),
                Handling.ofRank(row.getInt("handling")),
                compartment == null ? null : new CompartmentId(compartment));
    }

    private static Description description(ResultSet row) throws SQLException {
        return new Description(
                ExhibitKind.of(row.getString("kind")).orElseThrow(),
                DataClass.of(row.getString("data_class")).orElseThrow(),
                row.getString("title"),
                row.getString("description"));
    }

    private static @Nullable CopyOf copyOf(ResultSet row) throws SQLException {
        @Nullable UUID source = row.getObject("copy_of", UUID.class);
        return source == null
                ? null
                : new CopyOf(new ExhibitId(source), row.getString("copy_purpose"));
    }

    private static LegalBasis basis(ResultSet row) throws SQLException {
        return new LegalBasis(
                row.getString("basis"),
                row.getString("basis_clause"),
                new Words(row.getString("basis_az"), row.getString("basis_en")),
                row.getBoolean("basis_verified"),
                row.getString("basis_document"));
    }

    private static @Nullable Admission admission(@Nullable String json) {
        if (json == null) {
            return null;
        }
        JsonNode node = JSON.readTree(json);
        return new Admission(
                node.required("admitted").asBoolean(),
                text(node, "number"),
                LocalDate.parse(text(node, "decided_on")),
                text(node, "decided_by"),
                text(node, "official"),
                text(node, "words"),
                OffsetDateTime.parse(text(node, "at")).toInstant(),
                text(node, "author"));
    }

    private static List<Seal> seals(String json) {
        List<Seal> seals = new ArrayList<>();
        JSON.readTree(json)
                .forEach(node ->
                        seals.add(
                                new Seal(
                                        text(node, "number"),
                                        SealState.of(text(node, "state")).orElseThrow(),
                                        text(node, "words"),
                                        OffsetDateTime.parse(text(node, "at")).toInstant(),
                                        text(node, "author"))));
        return seals;
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asString();
    }

    private static @Nullable StoredBytes stored(ResultSet row) throws SQLException {
        @Nullable String id = row.getString("stored_id");
        return id == null
                ? null
                : new StoredBytes(
                        StoredId.parse(id).orElseThrow(),
                        row.getString("file_name"),
                        new Digests(
                                row.getString("sha256"),
                                row.getString("sha1"),
                                row.getString("md5"),
                                row.getLong("bytes")),
                        instant(row, "stored_at"));
    }

    private static Keeping keeping(ResultSet row) throws SQLException {
        return new Keeping(
                KeepingState.of(row.getString("state")),
                row.getString("holder_account"),
                row.getString("holder_name"),
                new BodyCode(row.getString("holder_body")),
                row.getString("place"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
