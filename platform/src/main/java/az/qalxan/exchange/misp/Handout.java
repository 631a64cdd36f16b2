package az.qalxan.exchange.misp;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.exchange.ThreatCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The only way by which events leave by the door of MISP: as much of them as the caller may see,
 * with a record of who received which version.
 */
@Component
class Handout {

    private static final int AT_ONCE = 50;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final String CSV_HEAD =
            "uuid,event_id,category,type,value,comment,to_ids,date,object_relation,attribute_tag,"
                    + "object_uuid,object_name,object_meta_category\n";

    private final SearchStore search;
    private final EventWriter writer;
    private final DeliveryNotes notes;
    private final Warnings warnings;
    private final AuditLog audit;
    private final Clock clock;

    Handout(
            SearchStore search,
            EventWriter writer,
            DeliveryNotes notes,
            Warnings warnings,
            AuditLog audit,
            Clock clock) {
        this.search = search;
        this.writer = writer;
        this.notes = notes;
        this.warnings = warnings;
        this.audit = audit;
        this.clock = clock;
    }

    /** One event as a file or answer. */
    @Transactional
    String event(Caller caller, StoredEvent event, String door, boolean deleted) {
        String text = writer.whole(List.of(event), deleted).getFirst();
        note(caller, event.collection(), door, Map.of(event.number(), event.stamp()));
        return text;
    }

    /** A person looks at it. */
    @Transactional
    void seen(Caller caller, StoredEvent event) {
        noted(caller, event, "page");
    }

    /** It leaves by that door in a form that is written elsewhere. */
    @Transactional
    void noted(Caller caller, StoredEvent event, String door) {
        note(caller, event.collection(), door, Map.of(event.number(), event.stamp()));
    }

    /** Back to its sender, who received nothing by it. */
    @Transactional(readOnly = true)
    String own(StoredEvent event) {
        return writer.whole(List.of(event), true).getFirst();
    }

    private void note(Caller caller, UUID collection, String door, Map<Long, Long> stamps) {
        if (!stamps.isEmpty()) {
            notes.note(caller.name(), door, stamps, clock.instant());
            audit.record(
                    MispAct.EVENTS_DELIVERED,
                    AuditSubject.of("collection", collection),
                    Map.of("door", door, "events", String.valueOf(stamps.size())));
        }
    }

    /** Events that were searched, written one after the other. */
    @Transactional
    void events(Caller caller, UUID collection, Search wanted, Writer out) throws IOException {
        List<StoredEvent> found = search.events(collection, wanted);
        Map<Long, Long> stamps = new HashMap<>();
        out.write("{\"response\":[");
        for (int from = 0; from < found.size(); from += AT_ONCE) {
            List<StoredEvent> some = found.subList(from, Math.min(found.size(), from + AT_ONCE));
            if (from > 0) {
                out.write(",");
            }
            if (wanted.metadata()) {
                out.write(
                        String.join(
                                ",",
                                some.stream()
                                        .map(one -> "{\"Event\":" + writer.line(one) + "}")
                                        .toList()));
            } else {
                out.write(String.join(",", writer.whole(some, wanted.deleted())));
            }
            some.forEach(one -> stamps.put(one.number(), one.stamp()));
        }
        out.write("]}");
        note(caller, collection, "search", stamps);
    }

    /** The list of events, without attributes. */
    @Transactional
    String index(Caller caller, UUID collection, Search wanted) {
        List<StoredEvent> found = search.events(collection, wanted);
        if (wanted.minimal()) {
            return joined(found.stream().map(EventWriter::shortLine).toList());
        }
        Map<Long, Long> stamps = new HashMap<>();
        found.forEach(one -> stamps.put(one.number(), one.stamp()));
        note(caller, collection, "search", stamps);
        return joined(found.stream().map(writer::line).toList());
    }

    private static String joined(List<String> lines) {
        return "[" + String.join(",", lines) + "]";
    }

    /** Attributes that were searched. */
    @Transactional
    void attributes(Caller caller, ThreatCollection collection, Search wanted, Writer out)
            throws IOException {
        boolean csv = wanted.format().equals("csv");
        Map<Long, Long> stamps = new HashMap<>();
        boolean[] begun = {false};
        out.write(csv ? CSV_HEAD : "{\"response\":{\"Attribute\":[");
        search.attributes(
                collection.id(),
                wanted,
                row -> {
                    if (wanted.withoutWarnings()
                            && warnings.harmless(
                                    collection.body(),
                                    row.getString("type"),
                                    row.getString("value"))) {
                        return;
                    }
                    long[] event = SearchStore.event(row);
                    stamps.put(event[0], event[1]);
                    try {
                        if (csv) {
                            line(row, out);
                        } else {
                            out.write(begun[0] ? "," : "");
                            json(row, out);
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    begun[0] = true;
                });
        out.write(csv ? "" : "]}}");
        note(caller, collection.id(), csv ? "file" : "search", stamps);
    }

    private static void json(ResultSet row, Writer out) throws SQLException, IOException {
        String content = row.getString("content");
        out.write(content, 0, content.length() - 1);
        out.write(",\"event_id\":\"" + row.getLong("event_number") + "\",\"Event\":");
        ObjectNode event = MispJson.JSON.createObjectNode();
        event.put("id", String.valueOf(row.getLong("event_number")));
        event.put("uuid", row.getString("event_uuid"));
        event.put("info", row.getString("info"));
        event.put("distribution", row.getString("event_distribution"));
        event.put("published", row.getBoolean("published"));
        out.write(event.toString());
        out.write("}");
    }

    private static void line(ResultSet row, Writer out) throws SQLException, IOException {
        Instant moment = Instant.ofEpochSecond(row.getLong("stamp"));
        String objectUuid = row.getString("object_uuid");
        String[] cells = {
            row.getString("uuid"),
            row.getString("event_number"),
            row.getString("category"),
            row.getString("type"),
            row.getString("value"),
            row.getString("comment"),
            row.getBoolean("to_ids") ? "1" : "0",
            DAY.format(moment.atOffset(ZoneOffset.UTC)),
            row.getString("relation"),
            String.join(",", MispEventStore.texts(row, "tags")),
            objectUuid == null ? "" : objectUuid,
            row.getString("object_name"),
            "",
        };
        for (int i = 0; i < cells.length; i++) {
            out.write(i == 0 ? "" : ",");
            cell(cells[i], out);
        }
        out.write('\n');
    }

    /** As RFC 4180 says; programs get values as they are. */
    private static void cell(String text, Writer out) throws IOException {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        if (plain) {
            out.write(text);
        } else {
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        }
    }
}
