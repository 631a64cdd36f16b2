package az.qalxan.evidence.content;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseNumber;
import az.qalxan.evidence.ExhibitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was read of exhibits, as far as the caller sees these. */
@Component
class ContentView {

    private static final int INSIDE_MAX = 500;
    private static final int SPANS_MAX = 5_000;
    private static final String LINE =
            """
            select p.exhibit_id, e.sequence, e.copy, p.number, p.depth, p.name, p.path, p.media,
              p.kind, p.family, p.size, p.flaws, p.picture is not null as pictured,
              (select count(*) from evidence.content_identifier i
                where i.exhibit_id = p.exhibit_id and i.part = p.number) as identifiers,
              '' as snippet
            from evidence.content_part p join evidence.exhibit e on e.id = p.exhibit_id
            """;

    private final JdbcClient jdbc;

    ContentView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReadingStanding> standing(ExhibitId id) {
        return jdbc.sql(
                        """
                        select state, parts, moments, place, whole, confined
                        from evidence.content_reading where exhibit_id = :id
                        """)
                .param("id", id.value())
                .query((row, count) ->
                        new ReadingStanding(
                                row.getString("state"),
                                row.getInt("parts"),
                                row.getInt("moments"),
                                row.getString("place"),
                                row.getBoolean("whole"),
                                row.getBoolean("confined")))
                .optional();
    }

    /** How many parts there are of each family, most first. */
    Map<String, Long> families(ExhibitId id) {
        Map<String, Long> families = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select family, count(*) as parts from evidence.content_part
                        where exhibit_id = :id group by family order by count(*) desc, family
                        """)
                .param("id", id.value())
                .query((row, count) -> families.put(row.getString("family"), row.getLong("parts")))
                .list();
        return families;
    }

    /** Parts with a flaw. */
    long flawed(ExhibitId id) {
        return jdbc.sql(
                        """
                        select count(*) from evidence.content_part
                        where exhibit_id = :id and flaws <> ''
                        """)
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    /**
     * What of an exhibit's parts is asked for.
     *
     * @param family a family's code; empty for every one
     * @param after the number behind which the page starts
     */
    record Asked(String family, boolean flawed, int after) {}

    List<PartLine> parts(ExhibitId id, Asked asked, int most) {
        return jdbc.sql(
                        LINE
                                + """
                                where p.exhibit_id = :id and p.number > :after
                                  and (:family = '' or p.family = :family)
                                  and (not :flawed or p.flaws <> '')
                                order by p.number limit :most
                                """)
                .param("id", id.value())
                .param("after", asked.after())
                .param("family", asked.family())
                .param("flawed", asked.flawed())
                .param("most", most)
                .query(ContentView::line)
                .list();
    }

    /** Parts of a case's exhibits that hold all those words, as far as the caller sees them. */
    List<PartLine> search(CaseNumber number, String words, int most) {
        return jdbc.sql(
                        LINE
                                + """
                                where e.case_number = :number and p.keys @@ cast(:words as tsquery)
                                order by e.sequence, e.copy, p.number limit :most
                                """)
                .param("number", number.value())
                .param("words", words)
                .param("most", most)
                .query(ContentView::line)
                .list();
    }

    /** The beginning of a part's text, to look for words in. */
    String text(UUID exhibit, int number, int most) {
        return jdbc.sql(
                        """
                        select left(text, :most) from evidence.content_part
                        where exhibit_id = :id and number = :number
                        """)
                .param("most", most)
                .param("id", exhibit)
                .param("number", number)
                .query(String.class)
                .optional()
                .orElse("");
    }

    Optional<PartWhole> part(ExhibitId id, int number) {
        return jdbc.sql(LINE + "where p.exhibit_id = :id and p.number = :number")
                .param("id", id.value())
                .param("number", number)
                .query(ContentView::line)
                .optional()
                .map(line -> whole(id, line));
    }

    private PartWhole whole(ExhibitId id, PartLine line) {
        Row row =
                jdbc.sql(
                                """
                                select parent, sha256, fields, text,
                                  (select count(*) from evidence.content_moment m
                                    where m.exhibit_id = p.exhibit_id and m.part = p.number)
                                    as moments
                                from evidence.content_part p
                                where exhibit_id = :id and number = :number
                                """)
                        .param("id", id.value())
                        .param("number", line.number())
                        .query((found, count) ->
                                new Row(
                                        found.getInt("parent"),
                                        found.getString("sha256"),
                                        fields(found.getString("fields")),
                                        found.getString("text"),
                                        found.getInt("moments")))
                        .single();
        List<PartLine> parent = lines(id, "p.number = :number", row.parent());
        List<PartLine> inside = lines(id, "p.parent = :number", line.number());
        return new PartWhole(
                line,
                row.sha256(),
                row.fields(),
                row.text(),
                row.moments(),
                parent.isEmpty() ? null : parent.getFirst(),
                inside);
    }

    private record Row(
            int parent,
            String sha256,
            List<Map.Entry<String, String>> fields,
            String text,
            int moments) {}

    private List<PartLine> lines(ExhibitId id, String which, int number) {
        return jdbc.sql(
                        LINE
                                + "where p.exhibit_id = :id and "
                                + which
                                + " order by p.number limit :most")
                .param("id", id.value())
                .param("number", number)
                .param("most", INSIDE_MAX)
                .query(ContentView::line)
                .list();
    }

    private static List<Map.Entry<String, String>> fields(String json) {
        JsonNode list = JsonMapper.shared().readTree(json);
        return list.valueStream()
                .map(one -> Map.entry(one.get("key").asString(), one.get("value").asString()))
                .toList();
    }

    List<TextPiece.Span> spans(ExhibitId id, int number) {
        return jdbc.sql(
                        """
                        select starts, ends, kind, value from evidence.content_identifier
                        where exhibit_id = :id and part = :number order by starts limit :most
                        """)
                .param("id", id.value())
                .param("number", number)
                .param("most", SPANS_MAX)
                .query((row, count) ->
                        new TextPiece.Span(
                                row.getInt("starts"),
                                row.getInt("ends"),
                                row.getString("kind"),
                                row.getString("value")))
                .list();
    }

    Optional<byte[]> picture(ExhibitId id, int number) {
        return jdbc.sql(
                        """
                        select picture from evidence.content_part
                        where exhibit_id = :id and number = :number and picture is not null
                        """)
                .param("id", id.value())
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    /** The identifiers of an exhibit, the undecided and frequent ones first. */
    List<OfferedIdentifier> identifiers(ExhibitId id, int most) {
        return jdbc.sql(
                        """
                        select i.kind, i.value, i.link_key, count(*) as times,
                          min(i.part) as part, coalesce(c.state, 'offered') as state
                        from evidence.content_identifier i
                        left join lateral (
                          select case when c.taken then 'taken' else 'left' end as state
                          from evidence.content_choice c
                          where c.exhibit_id = i.exhibit_id and c.link_key = i.link_key
                          order by c.sequence desc limit 1) c on true
                        where i.exhibit_id = :id
                        group by i.kind, i.value, i.link_key, c.state
                        order by coalesce(c.state, 'offered') = 'left',
                          coalesce(c.state, 'offered') = 'offered',
                          count(*) desc, i.kind, i.value
                        limit :most
                        """)
                .param("id", id.value())
                .param("most", most)
                .query((row, count) ->
                        new OfferedIdentifier(
                                row.getString("kind"),
                                row.getString("value"),
                                row.getString("link_key"),
                                row.getInt("times"),
                                row.getInt("part"),
                                row.getString("state")))
                .list();
    }

    /** Notes what somebody said of an identifier; false if it does not stand there. */
    boolean choose(ExhibitId id, String linkKey, boolean taken, Caller caller, Instant at) {
        return jdbc.sql(
                                """
                                insert into evidence.content_choice (exhibit_id, kind, value,
                                  link_key, taken, at, author)
                                select exhibit_id, kind, value, link_key, :taken, :at, :author
                                from evidence.content_identifier
                                where exhibit_id = :id and link_key = :key
                                order by part, place limit 1
                                """)
                        .param("taken", taken)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("author", caller.name())
                        .param("id", id.value())
                        .param("key", linkKey)
                        .update()
                == 1;
    }

    private static PartLine line(ResultSet row, int count) throws SQLException {
        String flaws = row.getString("flaws");
        int copy = row.getInt("copy");
        return new PartLine(
                row.getObject("exhibit_id", UUID.class),
                row.getInt("sequence") + (copy > 0 ? "-" + copy : ""),
                row.getInt("number"),
                row.getInt("depth"),
                row.getString("name"),
                row.getString("path"),
                row.getString("media"),
                row.getString("kind"),
                row.getString("family"),
                row.getLong("size"),
                flaws.isEmpty() ? List.of() : List.of(flaws.split(" ")),
                row.getBoolean("pictured"),
                row.getInt("identifiers"),
                row.getString("snippet"));
    }
}
