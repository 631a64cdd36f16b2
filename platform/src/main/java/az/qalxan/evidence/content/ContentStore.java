package az.qalxan.evidence.content;

import az.qalxan.engines.content.ContentFamily;
import az.qalxan.engines.content.Field;
import az.qalxan.engines.content.Flaw;
import az.qalxan.engines.content.Moment;
import az.qalxan.engines.content.Part;
import az.qalxan.engines.language.SearchText;
import az.qalxan.evidence.ExhibitId;
import az.qalxan.reporting.FoundIdentifier;
import az.qalxan.reporting.ReportReading;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was read of exhibits: parts with their words and identifiers, moments. */
@Component
class ContentStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int KEYS_MAX = 30_000;
    private static final Map<String, String> HEADERS =
            Map.of(
                    "mail.from", "From",
                    "mail.reply-to", "Reply-To",
                    "mail.to", "To",
                    "mail.cc", "Cc",
                    "mail.subject", "Subject",
                    "mail.origin", "X-Originating-IP",
                    "mail.hop", "Received",
                    "mail.link", "Link");

    private final JdbcClient jdbc;
    private final ReportReading reading;
    private final Clock clock;

    ContentStore(JdbcClient jdbc, ReportReading reading, Clock clock) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.clock = clock;
    }

    /** Adds parts; no whole card number is left in their texts. */
    void add(ExhibitId exhibit, List<Part> parts, Map<Integer, byte[]> pictures) {
        for (Part part : parts) {
            ReportReading.Marked marked = reading.marked(words(part));
            List<Field> fields = part.fields().stream().map(this::masked).toList();
            byte[] picture = pictures.get(part.number());
            jdbc.sql(
                            """
                            insert into evidence.content_part (exhibit_id, number, parent, depth,
                              name, path, media, kind, family, size, sha256, fields, flaws, text,
                              keys, picture)
                            values (:exhibit, :number, :parent, :depth, :name, :path, :media, :kind,
                              :family, :size, :sha256, cast(:fields as jsonb), :flaws, :text,
                              array_to_tsvector(array(select jsonb_array_elements_text(
                                cast(:keys as jsonb)))), cast(:picture as bytea))
                            """)
                    .param("exhibit", exhibit.value())
                    .param("number", part.number())
                    .param("parent", part.parent())
                    .param("depth", part.depth())
                    .param("name", part.name())
                    .param("path", part.path())
                    .param("media", part.type().media())
                    .param("kind", part.type().kind())
                    .param("family", part.type().family().code())
                    .param("size", part.size())
                    .param("sha256", part.sha256())
                    .param("fields", JSON.writeValueAsString(fields))
                    .param("flaws", flaws(part))
                    .param("text", marked.text())
                    .param("keys", JSON.writeValueAsString(keys(part, fields, marked.text())))
                    .param("picture", picture)
                    .update();
            add(exhibit, part.number(), marked.identifiers());
        }
    }

    private Field masked(Field field) {
        return new Field(field.key(), reading.marked(field.value()).text());
    }

    /** The text of a part; a mail's begins with its header, where identifiers stand too. */
    private static String words(Part part) {
        if (part.type().family() != ContentFamily.MAIL) {
            return part.text();
        }
        StringBuilder words = new StringBuilder();
        for (Field field : part.fields()) {
            String header = HEADERS.get(field.key());
            if (header != null) {
                words.append(header).append(": ").append(field.value()).append('\n');
            }
        }
        return words.append('\n').append(part.text()).toString();
    }

    private static String flaws(Part part) {
        return part.flaws().stream().map(Flaw::code).sorted().collect(Collectors.joining(" "));
    }

    /** The words of name, fields and text. */
    private static Set<String> keys(Part part, List<Field> fields, String text) {
        Set<String> keys = new LinkedHashSet<>(SearchText.keys(part.path()));
        fields.forEach(field -> keys.addAll(SearchText.keys(field.value())));
        for (int at = 0; at < text.length() && keys.size() < KEYS_MAX; ) {
            int end = Math.min(text.length(), at + SearchText.TEXT_CHARS_MAX / 4);
            keys.addAll(SearchText.keys(text.substring(at, end)));
            at = end;
        }
        return keys;
    }

    private void add(ExhibitId exhibit, int part, List<FoundIdentifier> found) {
        if (found.isEmpty()) {
            return;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FoundIdentifier one : found) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("place", rows.size());
            row.put("kind", one.kind());
            row.put("scheme", one.scheme());
            row.put("value", one.value());
            row.put("link_key", one.linkKey());
            row.put("starts", one.start());
            row.put("ends", one.end());
            rows.add(row);
        }
        jdbc.sql(
                        """
                        insert into evidence.content_identifier (exhibit_id, part, place, kind,
                          scheme, value, link_key, starts, ends)
                        select :exhibit, :part, r.place, r.kind, r.scheme, r.value, r.link_key,
                          r.starts, r.ends
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r(place int, kind text,
                          scheme text, value text, link_key text, starts int, ends int)
                        """)
                .param("exhibit", exhibit.value())
                .param("part", part)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    void add(ExhibitId exhibit, List<Moment> moments) {
        if (moments.isEmpty()) {
            return;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Moment one : moments) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("part", one.part());
            row.put("at", one.at().toString());
            row.put("zone_assumed", one.zoneAssumed());
            row.put("kind", one.kind().code());
            row.put("source", one.source());
            row.put("message", reading.marked(one.message()).text());
            row.put("username", one.user());
            row.put("host", one.host());
            rows.add(row);
        }
        jdbc.sql(
                        """
                        insert into evidence.content_moment (exhibit_id, part, at, zone_assumed,
                          kind, source, message, username, host)
                        select :exhibit, r.part, r.at, r.zone_assumed, r.kind, r.source, r.message,
                          r.username, r.host
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r(part int,
                          at timestamptz, zone_assumed boolean, kind text, source text,
                          message text, username text, host text)
                        """)
                .param("exhibit", exhibit.value())
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    /** Tells how far a reading is. */
    void progress(ExhibitId exhibit, String place, int parts, int moments) {
        jdbc.sql(
                        """
                        update evidence.content_reading set touched_at = :at, place = :place,
                          parts = parts + :parts, moments = moments + :moments
                        where exhibit_id = :exhibit
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("place", place)
                .param("parts", parts)
                .param("moments", moments)
                .param("exhibit", exhibit.value())
                .update();
    }
}
