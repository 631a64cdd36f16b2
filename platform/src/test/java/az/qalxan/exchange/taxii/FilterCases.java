package az.qalxan.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Filters (section 3.4). */
final class FilterCases extends Cases {

    private final String objects;

    FilterCases(Stage stage) {
        super(stage);
        objects = TaxiiDoor.objects(stage.own);
        types();
        ids();
        versions();
        specVersions();
        moments();
        malformed();
        says("3.4", "brackets may stand as they are", this::rawBrackets);
    }

    private int count(String query) {
        return ids(fine(stage.door.get(objects + "?" + query))).size();
    }

    private void gives(String words, String query, int number) {
        says("3.4.1", words, () -> assertThat(count(query)).isEqualTo(number));
    }

    private void types() {
        gives("match[type] of one type", TaxiiDoor.match("type", "malware"), 1);
        gives("match[type] of two types", TaxiiDoor.match("type", "malware,ipv4-addr"), 2);
        gives("match[type] of a known type without objects", TaxiiDoor.match("type", "tool"), 0);
        gives("match[type] of an unknown type", TaxiiDoor.match("type", "x-own-type"), 0);
    }

    private void ids() {
        String two = stage.malware + "," + stage.indicators.getLast();
        gives("match[id] of one", TaxiiDoor.match("id", stage.malware), 1);
        gives("match[id] of two", TaxiiDoor.match("id", two), 2);
        gives(
                "match[id] of one that is not there",
                TaxiiDoor.match("id", "malware--" + UUID.randomUUID()),
                0);
        gives(
                "fields are joined by and",
                TaxiiDoor.match("id", two) + "&" + TaxiiDoor.match("type", "malware"),
                1);
    }

    private void versions() {
        String id = TaxiiDoor.match("id", stage.indicators.getFirst()) + "&";
        gives("the newest unless asked", id, 1);
        gives("match[version]=last", id + TaxiiDoor.match("version", "last"), 1);
        gives("match[version]=first", id + TaxiiDoor.match("version", "first"), 1);
        gives("match[version]=all", id + TaxiiDoor.match("version", "all"), 3);
        gives("match[version]=first,last", id + TaxiiDoor.match("version", "first,last"), 2);
        gives("match[version] of a moment", id + TaxiiDoor.match("version", Stage.MIDDLE), 1);
        gives(
                "match[version] of a moment written with other digits",
                id + TaxiiDoor.match("version", "2020-01-01T00:00:00Z"),
                1);
        gives(
                "microseconds are told apart",
                id + TaxiiDoor.match("version", "2021-01-01T00:00:00.123457Z"),
                0);
        gives(
                "match[version] of two moments and last",
                id + TaxiiDoor.match("version", Stage.OLD + "," + Stage.MIDDLE + ",last"),
                3);
        gives(
                "match[version]=all of everything",
                TaxiiDoor.match("version", "all"),
                stage.versions());
        says(
                "3.4.1",
                "first is the oldest",
                () ->
                        assertThat(
                                        fine(stage.door.get(
                                                        objects
                                                                + "?"
                                                                + id
                                                                + TaxiiDoor.match(
                                                                        "version", "first")))
                                                .path("objects")
                                                .path(0)
                                                .path("modified")
                                                .asString(""))
                                .isEqualTo(Stage.OLD));
    }

    private void specVersions() {
        gives("match[spec_version]=2.1", TaxiiDoor.match("spec_version", "2.1"), stage.newest());
        gives("match[spec_version]=2.0", TaxiiDoor.match("spec_version", "2.0"), 0);
        gives(
                "match[spec_version] of two",
                TaxiiDoor.match("spec_version", "2.0,2.1"),
                stage.newest());
    }

    private void moments() {
        says(
                "3.4",
                "added_after leaves out that moment itself",
                () -> {
                    TaxiiDoor.Answer page = stage.door.get(objects + "?limit=5");
                    String last = page.header("X-TAXII-Date-Added-Last");
                    assertThat(count("added_after=" + last)).isEqualTo(stage.newest() - 5);
                });
        gives(
                "added_after of the past leaves all",
                "added_after=1999-01-01T00:00:00Z",
                stage.newest());
        gives("added_after of the future leaves none", "added_after=2999-01-01T00:00:00.000Z", 0);
        gives(
                "added_after with nine digits",
                "added_after=1999-01-01T00:00:00.123456789Z",
                stage.newest());
        gives("a parameter of the client's own is ignored", "x_own=1", stage.newest());
    }

    private void malformed() {
        List<String> wrong =
                List.of(
                        "limit=0",
                        "limit=-1",
                        "limit=ten",
                        "limit=",
                        "limit=1.5",
                        "limit=1&limit=2",
                        "added_after=yesterday",
                        "added_after=2020-01-01",
                        "added_after=2020-01-01T00:00:00",
                        "added_after=2020-13-01T00:00:00Z",
                        "added_after=",
                        "added_after=2020-01-01T00:00:00Z&added_after=2021-01-01T00:00:00Z",
                        "next=%20",
                        "next=!",
                        TaxiiDoor.match("version", "bogus"),
                        TaxiiDoor.match("version", "all,first"),
                        TaxiiDoor.match("version", ""),
                        TaxiiDoor.match("version", "first,"),
                        TaxiiDoor.match("type", ""),
                        TaxiiDoor.match("type", "Bad Type"),
                        TaxiiDoor.match("id", "no-id"),
                        TaxiiDoor.match("id", ","),
                        TaxiiDoor.match("spec_version", "two"),
                        TaxiiDoor.match("nonsense", "x"),
                        TaxiiDoor.match("type", "tool") + "&" + TaxiiDoor.match("type", "malware"),
                        "match%5B=tool",
                        "match%5Btype=tool");
        for (String one : wrong) {
            says("3.4", "400 for " + one, () -> error(stage.door.get(objects + "?" + one), 400));
        }
        says(
                "3.4",
                "400 also at the manifest",
                () ->
                        error(
                                stage.door.get(
                                        "/taxii2/exchange/collections/"
                                                + stage.own
                                                + "/manifest/?limit=0"),
                                400));
    }

    /** As programs send it that do not encode brackets. */
    private void rawBrackets() {
        String request =
                "GET %s?match[type]=malware HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\n"
                                .formatted(objects, TaxiiDoor.TAXII)
                        + "Authorization: "
                        + TaxiiDoor.basic(stage.program.name(), stage.program.token())
                        + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("localhost", stage.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200").contains(stage.malware);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
