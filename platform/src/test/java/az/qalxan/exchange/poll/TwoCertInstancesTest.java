package az.qalxan.exchange.poll;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.cooperation.conversation.Instance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances as two CERTs, with two databases and TAXII between them: one is killed while it
 * reads, then the other corrects, redacts and revokes; in the end both logs say the same.
 */
class TwoCertInstancesTest {

    private static final int MANY = 2_300;
    private static final String IDENTITY = "identity--0a1b2c3d-0000-4000-8000-00000000000a";
    private static final String RED = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1";
    private static final String GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";

    @TempDir Path folder;

    @Test
    void whatIsSharedCorrectedRedactedAndRevokedReachesTheOtherAndBothLogsAgree() {
        Instance giver = instance("giver", "xritdx");
        Instance taker = instance("taker", "dtx");
        try {
            giver.start();
            taker.start();
            giver.ready();
            taker.ready();
            play(giver, taker);
        } finally {
            giver.end();
            taker.end();
        }
    }

    private Instance instance(String name, String body) {
        return new Instance(name, body, folder, folder.resolve("none"), CertProgram.class);
    }

    private void play(Instance giver, Instance taker) {
        String shelf = giver.tell("open");
        giver.tell("speak", IDENTITY);
        giver.tell("permit", shelf, "dtx");
        String[] key = giver.tell("program", "dtx").split("\\|", -1);
        assertThat(giver.tell("put", shelf, many())).isEmpty();
        String narrow = indicator(9_001, "2026-01-01T00:00:00.000Z", marked(RED));
        assertThat(giver.tell("put", shelf, envelope(narrow))).isEmpty();

        String mine = taker.tell("open");
        String root = "http://localhost:" + giver.port + "/taxii2/exchange/";
        String remote = taker.tell("register", root, shelf, key[0], key[1], mine);

        // Exchanged, though the taker is killed between two pages.
        taker.tellAndDie("die", remote, "1");
        taker.start();
        taker.ready();
        assertThat(taker.tell("round", remote)).startsWith("|" + MANY + "|0");
        assertThat(taker.tell("count", mine)).isEqualTo(MANY + " " + MANY);
        assertThat(taker.tell("content", mine, id(9_001))).as("too narrow for it").isEmpty();

        // Corrected.
        String corrected =
                indicator(7, "2026-02-01T00:00:00.000001Z", marked(GREEN) + ",\"name\":\"düz\"");
        assertThat(giver.tell("put", shelf, envelope(corrected))).isEmpty();
        assertThat(giver.tell("behind")).contains(id(7));
        taker.tell("round", remote);
        assertThat(taker.tell("content", mine, id(7))).contains("\"name\":\"düz\"");
        assertThat(giver.tell("behind")).doesNotContain(id(7));

        // Redacted: a part is red, the rest may travel.
        String parts =
                marked(GREEN)
                        + ",\"name\":\"açıq\",\"description\":\"mənbə\",\"granular_markings\":["
                        + "{\"marking_ref\":\"%s\",\"selectors\":[\"description\"]}]"
                                .formatted(RED);
        giver.tell("put", shelf, envelope(indicator(9_002, "2026-01-01T00:00:00.000Z", parts)));
        String copy = giver.tell("redact", shelf, id(9_002), "GREEN", shelf);
        assertThat(copy).startsWith("indicator--").isNotEqualTo(id(9_002));
        taker.tell("round", remote);
        assertThat(taker.tell("content", mine, id(9_002))).isEmpty();
        assertThat(taker.tell("content", mine, copy)).contains("açıq").doesNotContain("mənbə");
        assertThat(giver.tell("redact", shelf, id(9_001), "GREEN", shelf))
                .isEqualTo("not-for-audience");

        // Revoked for good, and nobody revives it.
        String revoked =
                indicator(8, "2026-03-01T00:00:00.000Z", marked(GREEN) + ",\"revoked\":true");
        assertThat(giver.tell("put", shelf, envelope(revoked))).isEmpty();
        taker.tell("round", remote);
        assertThat(taker.tell("content", mine, id(8))).contains("\"revoked\":true");
        String later = indicator(8, "2026-04-01T00:00:00.000Z", marked(GREEN));
        assertThat(giver.tell("put", shelf, envelope(later))).contains("revoked");
        assertThat(taker.tell("put", mine, envelope(later))).isNotEmpty();

        agree(giver, taker, shelf, remote);
    }

    private static void agree(Instance giver, Instance taker, String shelf, String remote) {
        assertThat(taker.tell("round", remote)).startsWith("|");
        String delivered = giver.tell("delivered", shelf, "dtx");
        // The many, a correction, a revocation, a copy and what it was derived from.
        assertThat(delivered.split(";", -1)).hasSize(MANY + 4);
        assertThat(giver.tell("receipts", shelf)).isEqualTo(delivered);
        assertThat(taker.tell("arrivals", remote)).isEqualTo(delivered);
        assertThat(giver.tell("behind")).isEqualTo("xritdx[]");
    }

    private static String id(int number) {
        return "indicator--00000000-0000-4000-8000-%012d".formatted(number);
    }

    private static String marked(String marking) {
        return ",\"object_marking_refs\":[\"" + marking + "\"]";
    }

    private static String indicator(int number, String modified, String more) {
        return "{\"type\":\"indicator\",\"spec_version\":\"2.1\",\"id\":\""
                + id(number)
                + "\",\"created_by_ref\":\""
                + IDENTITY
                + "\",\"created\":\"2026-01-01T00:00:00.000Z\",\"modified\":\""
                + modified
                + "\",\"pattern\":\"[ipv4-addr:value = '198.51.100.3']\",\"pattern_type\":\"stix\""
                + ",\"indicator_types\":[\"malicious-activity\"]"
                + ",\"valid_from\":\"2026-01-01T00:00:00Z\",\"x_kept\":1.50"
                + more
                + "}";
    }

    private static String envelope(String... objects) {
        return "{\"objects\":[" + String.join(",", objects) + "]}";
    }

    private static String many() {
        List<String> objects = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            objects.add(indicator(i, "2026-01-01T00:00:00.000Z", marked(GREEN)));
        }
        return envelope(objects.toArray(String[]::new));
    }
}
