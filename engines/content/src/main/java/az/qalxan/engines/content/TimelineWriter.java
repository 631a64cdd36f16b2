package az.qalxan.engines.content;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes moments as plaso would; the order is the caller's. */
public final class TimelineWriter {

    private static final int SHORT_MAX = 80;
    private static final DateTimeFormatter DATE = pattern("MM/dd/uuuu");
    private static final DateTimeFormatter TIME = pattern("HH:mm:ss");
    private static final DateTimeFormatter ISO = pattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");
    private static final String PARSER = "qalxan";

    private final TimelineFormat format;
    private final Appendable to;
    private final ZoneId zone;

    /**
     * A writer.
     *
     * @param zone in which times are written: UTC, or that of the place
     */
    public TimelineWriter(TimelineFormat format, Appendable to, ZoneId zone) {
        this.format = format;
        this.to = to;
        this.zone = zone.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : zone;
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /** The first line, where the format has one. */
    public void header() throws IOException {
        switch (format) {
            case L2TCSV ->
                    to.append(
                            "date,time,timezone,MACB,source,sourcetype,type,user,host,short,desc,"
                                    + "version,filename,inode,notes,format,extra\n");
            case DYNAMIC ->
                    to.append(
                            "datetime,timestamp_desc,source,source_long,message,parser,"
                                    + "display_name,tag\n");
            case JSONL -> {}
        }
    }

    /**
     * A moment.
     *
     * @param file the path of the part that says it
     */
    public void moment(Moment moment, String file) throws IOException {
        ZonedDateTime at = moment.at().atZone(zone);
        switch (format) {
            case L2TCSV -> l2tcsv(moment, file, at);
            case DYNAMIC ->
                    row(
                            ISO.format(at),
                            moment.kind().plaso(),
                            moment.kind().source(),
                            moment.source(),
                            free(moment.message()),
                            PARSER + "/" + moment.source(),
                            free(file),
                            moment.zoneAssumed() ? "zone_assumed" : "-");
            case JSONL -> json(moment, file, at);
        }
    }

    private void l2tcsv(Moment moment, String file, ZonedDateTime at) throws IOException {
        String message = free(moment.message());
        row(
                DATE.format(at),
                TIME.format(at),
                zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId(),
                moment.kind().macb(),
                moment.kind().source(),
                moment.source(),
                moment.kind().plaso(),
                free(moment.user()),
                free(moment.host()),
                Texts.line(message, SHORT_MAX),
                message,
                "2",
                free(file),
                "-",
                moment.zoneAssumed() ? "zone assumed" : "-",
                PARSER + "/" + moment.source(),
                "-");
    }

    /** A text of others: a dash for none, an apostrophe before what a sheet would reckon. */
    private static String free(String text) {
        if (text.isEmpty()) {
            return "-";
        }
        return "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private void row(String... cells) throws IOException {
        String separator = "";
        for (String cell : cells) {
            to.append(separator);
            boolean quoted =
                    cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
            to.append(quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
            separator = ",";
        }
        to.append('\n');
    }

    private void json(Moment moment, String file, ZonedDateTime at) throws IOException {
        List<String> pairs =
                List.of(
                        "__container_type__", "event",
                        "__type__", "AttributeContainer",
                        "data_type", "qalxan:" + moment.source().replace('-', '_'),
                        "datetime", ISO.format(moment.at().atOffset(ZoneOffset.UTC)),
                        "local_datetime", ISO.format(at),
                        "display_name", file,
                        "message", moment.message(),
                        "parser", PARSER + "/" + moment.source(),
                        "source_short", moment.kind().source(),
                        "timestamp_desc", moment.kind().plaso(),
                        "username", moment.user(),
                        "hostname", moment.host());
        to.append('{');
        for (int i = 0; i < pairs.size(); i += 2) {
            if (!pairs.get(i + 1).isEmpty()) {
                to.append(JsonText.of(pairs.get(i))).append(": ");
                to.append(JsonText.of(pairs.get(i + 1))).append(", ");
            }
        }
        if (moment.zoneAssumed()) {
            to.append("\"zone_assumed\": true, ");
        }
        to.append("\"timestamp\": ").append(String.valueOf(micros(moment.at()))).append("}\n");
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
    }
}
