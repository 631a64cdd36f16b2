package az.qalxan.engines.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimelineWriterTest {

    private static final Moment VISIT =
            new Moment(
                    Instant.parse("2026-03-10T21:00:00.123456Z"),
                    false,
                    MomentKind.VISITED,
                    "chrome-history",
                    "https://a.example/ | A, \"B\"",
                    "aysel",
                    "PC1",
                    0);

    private static String written(TimelineFormat format, Moment moment, ZoneId zone)
            throws IOException {
        StringBuilder out = new StringBuilder();
        TimelineWriter writer = new TimelineWriter(format, out, zone);
        writer.header();
        writer.moment(moment, "History");
        return out.toString();
    }

    @Test
    void seventeenColumns() throws IOException {
        assertThat(written(TimelineFormat.L2TCSV, VISIT, ZoneOffset.UTC))
                .isEqualTo(
                        """
                        date,time,timezone,MACB,source,sourcetype,type,user,host,short,desc,version,filename,inode,notes,format,extra
                        03/10/2026,21:00:00,UTC,.A..,WEBHIST,chrome-history,Last Visited Time,aysel,PC1,"https://a.example/ | A, ""B\""","https://a.example/ | A, ""B\""",2,History,-,-,qalxan/chrome-history,-
                        """);
    }

    @Test
    void localTimeHasItsOffset() throws IOException {
        assertThat(written(TimelineFormat.DYNAMIC, VISIT, ZoneId.of("Asia/Baku")).lines())
                .element(1)
                .asString()
                .startsWith("2026-03-11T01:00:00.123456+04:00,Last Visited Time,WEBHIST,");
    }

    @Test
    void linesOfJsonHaveMicroseconds() throws IOException {
        assertThat(written(TimelineFormat.JSONL, VISIT, ZoneOffset.UTC))
                .startsWith("{\"__container_type__\": \"event\", ")
                .contains("\"message\": \"https://a.example/ | A, \\\"B\\\"\"")
                .contains("\"datetime\": \"2026-03-10T21:00:00.123456+00:00\"")
                .endsWith("\"timestamp\": 1773176400123456}\n");
    }

    @Test
    void formulasAreNotReckoned() throws IOException {
        Moment hostile =
                new Moment(
                        VISIT.at(), true, MomentKind.SENT, "mail", "=cmd|' /C calc'!A0", "", "", 0);
        assertThat(written(TimelineFormat.DYNAMIC, hostile, ZoneOffset.UTC))
                .contains(",'=cmd|")
                .contains("zone_assumed");
    }
}
