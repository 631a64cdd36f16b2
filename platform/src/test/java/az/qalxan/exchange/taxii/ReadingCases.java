package az.qalxan.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Manifest, objects, one object, its versions (sections 5.3, 5.4, 5.6, 5.8). */
final class ReadingCases extends Cases {

    private final String place;

    ReadingCases(Stage stage) {
        super(stage);
        place = "/taxii2/exchange/collections/" + stage.own + "/";
        objects();
        manifest();
        object();
        versions();
        rights();
    }

    private void objects() {
        says(
                "5.4",
                "the newest version of each object comes",
                () ->
                        assertThat(ids(fine(stage.door.get(place + "objects/"))))
                                .hasSize(stage.newest())
                                .doesNotHaveDuplicates());
        says(
                "3.7",
                "objects come as they were sent",
                () -> {
                    JsonNode object =
                            fine(stage.door.get(place + "objects/" + stage.malware + "/"))
                                    .path("objects")
                                    .path(0);
                    assertThat(object.path("name").asString("")).isEqualTo("m");
                    assertThat(object.path("is_family").isBoolean()).isTrue();
                });
        says(
                "3.4",
                "objects come in the order of date_added",
                () -> {
                    List<String> ids = ids(fine(stage.door.get(place + "objects/")));
                    assertThat(ids).isEqualTo(ids(fine(stage.door.get(place + "manifest/"))));
                });
        says(
                "3.5",
                "an empty collection is an empty envelope",
                () ->
                        assertThat(fine(stage.door.get(TaxiiDoor.objects(stage.empty))).isEmpty())
                                .isTrue());
        says("5.4", "without the last slash too", () -> fine(stage.door.get(place + "objects")));
        for (String what : List.of("objects/", "manifest/")) {
            says(
                    "3.5",
                    "dates of first and last stand in the header of " + what,
                    () -> dates(stage.door.get(place + what)));
        }
    }

    private static void dates(TaxiiDoor.Answer answer) {
        fine(answer);
        assertThat(answer.header("X-TAXII-Date-Added-First")).matches(MOMENT);
        assertThat(answer.header("X-TAXII-Date-Added-Last")).matches(MOMENT);
        assertThat(answer.header("X-TAXII-Date-Added-First"))
                .isLessThanOrEqualTo(answer.header("X-TAXII-Date-Added-Last"));
    }

    private void manifest() {
        says(
                "5.3.1",
                "each entry has id, date_added, version, media_type",
                () ->
                        fine(stage.door.get(place + "manifest/"))
                                .path("objects")
                                .forEach(one -> {
                                    assertThat(one.path("id").isString()).isTrue();
                                    assertThat(one.path("date_added").asString("")).matches(MOMENT);
                                    assertThat(one.path("version").isString()).isTrue();
                                    assertThat(one.path("media_type").asString(""))
                                            .isEqualTo("application/stix+json;version=2.1");
                                }));
        says(
                "5.3",
                "date_added rises and is unique",
                () -> {
                    List<String> dates =
                            entries("?" + TaxiiDoor.match("version", "all"))
                                    .map(one -> one.path("date_added").asString(""))
                                    .toList();
                    assertThat(dates).hasSize(stage.versions()).isSorted().doesNotHaveDuplicates();
                });
        says(
                "5.3.1",
                "the version is modified as it was written",
                () ->
                        assertThat(
                                        entries(
                                                        "?"
                                                                + TaxiiDoor.match(
                                                                        "id",
                                                                        stage.indicators
                                                                                .getFirst()))
                                                .findFirst()
                                                .orElseThrow()
                                                .path("version")
                                                .asString(""))
                                .isEqualTo(Stage.NEW));
        says(
                "5.3.1",
                "the version of what has none is when it came",
                () -> {
                    JsonNode one =
                            entries("?" + TaxiiDoor.match("id", Stage.IPV4))
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(one.path("version")).isEqualTo(one.path("date_added"));
                });
        says(
                "5.3",
                "an empty collection has an empty manifest",
                () ->
                        assertThat(
                                        fine(stage.door.get(
                                                        "/taxii2/exchange/collections/"
                                                                + stage.empty
                                                                + "/manifest/"))
                                                .isEmpty())
                                .isTrue());
    }

    private Stream<JsonNode> entries(String query) {
        return fine(stage.door.get(place + "manifest/" + query)).path("objects").valueStream();
    }

    private void object() {
        String first = place + "objects/" + stage.indicators.getFirst() + "/";
        says(
                "5.6",
                "one object comes in its newest version",
                () ->
                        assertThat(
                                        fine(stage.door.get(first))
                                                .path("objects")
                                                .path(0)
                                                .path("modified")
                                                .asString(""))
                                .isEqualTo(Stage.NEW));
        says("5.6", "dates stand in its header", () -> dates(stage.door.get(first)));
        says(
                "5.6",
                "all its versions on request",
                () ->
                        assertThat(
                                        ids(
                                                fine(
                                                        stage.door.get(
                                                                first
                                                                        + "?"
                                                                        + TaxiiDoor.match(
                                                                                "version",
                                                                                "all")))))
                                .hasSize(3));
        says(
                "5.6",
                "one that is not there is 404",
                () ->
                        error(
                                stage.door.get(
                                        place + "objects/indicator--" + UUID.randomUUID() + "/"),
                                404));
        says(
                "5.6",
                "what is no id is 404",
                () -> error(stage.door.get(place + "objects/nothing/"), 404));
        says(
                "5.6",
                "a version that is not there is an empty envelope",
                () ->
                        assertThat(
                                        fine(stage.door.get(
                                                        first
                                                                + "?"
                                                                + TaxiiDoor.match(
                                                                        "version",
                                                                        "1999-01-01T00:00:00Z")))
                                                .isEmpty())
                                .isTrue());
        says(
                "5.6",
                "its type cannot be asked for",
                () ->
                        error(
                                stage.door.get(first + "?" + TaxiiDoor.match("type", "indicator")),
                                400));
        says(
                "5.6",
                "an object of another collection is 404",
                () ->
                        error(
                                stage.door.get(
                                        TaxiiDoor.objects(stage.empty) + stage.malware + "/"),
                                404));
    }

    private void versions() {
        String first = place + "objects/" + stage.indicators.getFirst() + "/versions/";
        says(
                "5.8",
                "all versions are listed",
                () ->
                        assertThat(
                                        fine(stage.door.get(first))
                                                .path("versions")
                                                .valueStream()
                                                .map(one -> one.asString("")))
                                .containsExactly(Stage.OLD, Stage.MIDDLE, Stage.NEW));
        says("5.8", "dates stand in the header of versions", () -> dates(stage.door.get(first)));
        says(
                "5.8",
                "limit holds for versions",
                () -> {
                    JsonNode node = fine(stage.door.get(first + "?limit=2"));
                    assertThat(node.path("versions")).hasSize(2);
                    assertThat(node.path("more").asBoolean()).isTrue();
                });
        says(
                "5.8",
                "the rest follows after the date of the last",
                () -> {
                    TaxiiDoor.Answer page = stage.door.get(first + "?limit=2");
                    JsonNode rest =
                            fine(
                                    stage.door.get(
                                            first
                                                    + "?added_after="
                                                    + page.header("X-TAXII-Date-Added-Last")));
                    assertThat(rest.path("versions").path(0).asString("")).isEqualTo(Stage.NEW);
                });
        says(
                "5.8",
                "versions of an object that is not there are 404",
                () ->
                        error(
                                stage.door.get(
                                        place
                                                + "objects/indicator--"
                                                + UUID.randomUUID()
                                                + "/versions/"),
                                404));
        says(
                "5.8",
                "match[version] cannot be asked of versions",
                () -> error(stage.door.get(first + "?" + TaxiiDoor.match("version", "all")), 400));
    }

    private void rights() {
        String closed = "/taxii2/exchange/collections/" + stage.writeOnly + "/";
        for (String what :
                List.of(
                        "objects/",
                        "manifest/",
                        "objects/" + stage.malware + "/",
                        "objects/" + stage.malware + "/versions/")) {
            says(
                    "5.2.1",
                    "can_read false: 403 at " + what.replaceAll("--[^/]*", ""),
                    () -> error(stage.door.get(closed + what), 403));
            says(
                    "5.2",
                    "unknown collection: 404 at " + what.replaceAll("--[^/]*", ""),
                    () ->
                            error(
                                    stage.door.get(
                                            "/taxii2/exchange/collections/"
                                                    + stage.unknown
                                                    + "/"
                                                    + what),
                                    404));
        }
        says(
                "5.2.1",
                "what may be read of another body is read",
                () ->
                        assertThat(ids(fine(stage.door.get(TaxiiDoor.objects(stage.readOnly)))))
                                .hasSize(1));
    }
}
