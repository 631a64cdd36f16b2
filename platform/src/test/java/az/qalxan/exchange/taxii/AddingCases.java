package az.qalxan.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Adding objects (section 5.5), statuses (4.3), and what STIX 2.1 says of versions (3.6). */
final class AddingCases extends Cases {

    private final UUID place;

    AddingCases(Stage stage) {
        super(stage);
        place =
                stage.shelves.collection(
                        SignedIn.caller("din", Role.CERT_ANALYST),
                        Handling.GREEN,
                        Handling.AMBER_STRICT);
        statuses();
        envelopes();
        versions();
        faults();
        rights();
    }

    private TaxiiDoor.Answer send(String... objects) {
        return stage.door.post(TaxiiDoor.objects(place), TaxiiDoor.envelope(objects));
    }

    /** The status after sending, which is the same when it is asked for. */
    private JsonNode sent(String... objects) {
        TaxiiDoor.Answer answer = send(objects);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.header("Content-Type")).isEqualTo(TaxiiDoor.TAXII);
        return answer.json();
    }

    private void taken(String... objects) {
        JsonNode status = sent(objects);
        assertThat(status.path("failure_count").asInt()).as(status.toString()).isZero();
    }

    private void refused(String words, String object) {
        JsonNode status = sent(object);
        assertThat(status.path("failure_count").asInt()).as(status.toString()).isEqualTo(1);
        assertThat(status.path("failures").path(0).path("message").asString("")).contains(words);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private void statuses() {
        says(
                "4.3.1",
                "a status has what is required",
                () -> {
                    JsonNode status = sent(TaxiiDoor.indicator(fresh()));
                    assertThat(status.path("id").asString("")).isNotEmpty();
                    assertThat(status.path("status").asString("")).isEqualTo("complete");
                    for (String count : new String[] {"total", "success", "failure", "pending"}) {
                        assertThat(status.path(count + "_count").isInt()).isTrue();
                    }
                    assertThat(status.path("request_timestamp").asString("")).matches(MOMENT);
                });
        says(
                "4.3",
                "a status can be asked for afterwards",
                () -> {
                    JsonNode status = sent(TaxiiDoor.indicator(fresh()));
                    assertThat(
                                    fine(
                                            stage.door.get(
                                                    "/taxii2/exchange/status/"
                                                            + status.path("id").asString("")
                                                            + "/")))
                            .isEqualTo(status);
                });
        says(
                "4.3",
                "another client does not see it",
                () -> {
                    JsonNode status = sent(TaxiiDoor.indicator(fresh()));
                    error(
                            stage.other.get(
                                    "/taxii2/exchange/status/"
                                            + status.path("id").asString("")
                                            + "/"),
                            404);
                });
        says(
                "4.3.1",
                "counts add up",
                () -> {
                    JsonNode status = sent(TaxiiDoor.indicator(fresh()), "{\"type\":\"x\"}");
                    assertThat(status.path("total_count").asInt()).isEqualTo(2);
                    assertThat(status.path("success_count").asInt()).isEqualTo(1);
                    assertThat(status.path("failure_count").asInt()).isEqualTo(1);
                    assertThat(status.path("pending_count").asInt()).isZero();
                    assertThat(status.path("successes")).hasSize(1);
                    assertThat(status.path("failures")).hasSize(1);
                });
        says(
                "4.3.1",
                "details have id and version",
                () -> {
                    String uuid = fresh();
                    JsonNode detail = sent(TaxiiDoor.indicator(uuid)).path("successes").path(0);
                    assertThat(detail.path("id").asString("")).isEqualTo("indicator--" + uuid);
                    assertThat(detail.path("version").asString("")).isEqualTo(Stage.OLD);
                });
    }

    private void envelopes() {
        says(
                "3.7",
                "an empty envelope is taken",
                () ->
                        assertThat(stage.door.post(TaxiiDoor.objects(place), "{}").status())
                                .isEqualTo(202));
        for (String wrong :
                new String[] {
                    "",
                    "{",
                    "[]",
                    "null",
                    "{\"objects\":{}}",
                    "{\"objects\":[}",
                    "{\"objects\":[]}x",
                    "{\"objects\":[],\"objects\":[]}",
                    "{\"objects\":[{\"a\":1,\"a\":2}]}"
                }) {
            says(
                    "5.5",
                    "400 for the body " + wrong,
                    () -> error(stage.door.post(TaxiiDoor.objects(place), wrong), 400));
        }
        says(
                "5.5",
                "objects are there when the status says so",
                () -> {
                    String uuid = fresh();
                    taken(TaxiiDoor.indicator(uuid));
                    fine(stage.door.get(TaxiiDoor.objects(place) + "indicator--" + uuid + "/"));
                });
        says(
                "3.7",
                "unknown members and extensions survive",
                () -> {
                    String uuid = fresh();
                    taken(
                            TaxiiDoor.indicator(
                                    uuid,
                                    Stage.OLD,
                                    ",\"x_own\":{\"b\":[1.50,1e2,null],\"a\":\"\\u0259\"},\"extensions\":{"
                                            + "\"extension-definition--"
                                            + fresh()
                                            + "\":{\"extension_type\":\"property-extension\",\"k\":true}}"));
                    JsonNode object =
                            fine(stage.door.get(
                                            TaxiiDoor.objects(place) + "indicator--" + uuid + "/"))
                                    .path("objects")
                                    .path(0);
                    assertThat(object.path("x_own").path("a").asString("")).isEqualTo("ə");
                    assertThat(object.path("x_own").path("b")).hasSize(3);
                    assertThat(object.path("extensions").toString()).contains("\"k\":true");
                });
        says(
                "5.5",
                "objects in one envelope keep their order",
                () -> {
                    String first = fresh();
                    String second = fresh();
                    taken(TaxiiDoor.indicator(first), TaxiiDoor.indicator(second));
                    assertThat(ids(fine(stage.door.get(TaxiiDoor.objects(place)))))
                            .containsSubsequence("indicator--" + first, "indicator--" + second);
                });
    }

    private void versions() {
        says(
                "5.5",
                "an exact duplicate is no fault and no second version",
                () -> {
                    String uuid = fresh();
                    taken(TaxiiDoor.indicator(uuid));
                    taken(TaxiiDoor.indicator(uuid));
                    assertThat(versionsOf(uuid)).isEqualTo(1);
                });
        says(
                "5.5",
                "the same in other order is a duplicate",
                () -> {
                    String uuid = fresh();
                    taken(TaxiiDoor.indicator(uuid, Stage.OLD, ",\"x_a\":1,\"x_b\":2"));
                    taken(TaxiiDoor.indicator(uuid, Stage.OLD, ",\"x_b\":2.0,\"x_a\":1"));
                    assertThat(versionsOf(uuid)).isEqualTo(1);
                });
        says(
                "STIX 3.6",
                "the same version with other content is refused",
                () -> {
                    String uuid = fresh();
                    taken(TaxiiDoor.indicator(uuid));
                    refused(
                            "this version",
                            TaxiiDoor.indicator(uuid, Stage.OLD, ",\"name\":\"x\""));
                });
        says(
                "STIX 3.6",
                "an older version that comes later is not the newest",
                () -> {
                    String uuid = fresh();
                    taken(TaxiiDoor.indicator(uuid, Stage.NEW, ""));
                    taken(TaxiiDoor.indicator(uuid, Stage.OLD, ""));
                    assertThat(versionsOf(uuid)).isEqualTo(2);
                    assertThat(newest(uuid)).isEqualTo(Stage.NEW);
                });
        says(
                "STIX 3.2",
                "after a revocation there is no later version",
                () -> {
                    String uuid = fresh();
                    taken(TaxiiDoor.indicator(uuid, Stage.MIDDLE, ",\"revoked\":true"));
                    refused("revoked", TaxiiDoor.indicator(uuid, Stage.NEW, ""));
                });
        says(
                "STIX 3.2",
                "an older version does not undo a revocation",
                () -> {
                    String uuid = fresh();
                    taken(TaxiiDoor.indicator(uuid, Stage.MIDDLE, ",\"revoked\":true"));
                    taken(TaxiiDoor.indicator(uuid, Stage.OLD, ""));
                    assertThat(newest(uuid)).isEqualTo(Stage.MIDDLE);
                });
        says(
                "STIX 2.9",
                "an object without versions may come again",
                () -> {
                    String object =
                            "{\"type\":\"domain-name\",\"spec_version\":\"2.1\",\"id\":\"domain-name--"
                                    + fresh()
                                    + "\",\"value\":\"example.com\"}";
                    taken(object);
                    taken(object);
                });
        says(
                "STIX 3.6",
                "only the creator adds versions",
                () -> {
                    String uuid = fresh();
                    stage.other.post(
                            TaxiiDoor.objects(stage.writeOnly),
                            TaxiiDoor.envelope(TaxiiDoor.indicator(uuid)));
                    TaxiiDoor.Answer answer =
                            stage.door.post(
                                    TaxiiDoor.objects(stage.writeOnly),
                                    TaxiiDoor.envelope(TaxiiDoor.indicator(uuid, Stage.NEW, "")));
                    assertThat(answer.json().path("failures").path(0).path("message").asString(""))
                            .contains("creator");
                });
        says(
                "STIX 3.6",
                "a version does not change its created_by_ref",
                () -> {
                    String uuid = fresh();
                    String by = ",\"created_by_ref\":\"identity--%s\"";
                    taken(TaxiiDoor.indicator(uuid, Stage.OLD, by.formatted(fresh())));
                    refused("creator", TaxiiDoor.indicator(uuid, Stage.NEW, by.formatted(fresh())));
                });
    }

    private int versionsOf(String uuid) {
        return fine(stage.door.get(TaxiiDoor.objects(place) + "indicator--" + uuid + "/versions/"))
                .path("versions")
                .size();
    }

    private String newest(String uuid) {
        return fine(stage.door.get(TaxiiDoor.objects(place) + "indicator--" + uuid + "/"))
                .path("objects")
                .path(0)
                .path("modified")
                .asString("");
    }

    private void faults() {
        says(
                "STIX 2.9",
                "an id without a UUID is refused",
                () -> refused("id", TaxiiDoor.indicator("x")));
        says(
                "STIX 2.9",
                "an id of another type is refused",
                () ->
                        refused(
                                "id",
                                TaxiiDoor.indicator(fresh()).replace("\"indicator\"", "\"tool\"")));
        says(
                "STIX 3.2",
                "spec_version other than 2.1 is refused",
                () -> refused("spec_version", TaxiiDoor.indicator(fresh()).replace("2.1", "2.0")));
        says(
                "STIX 2.16",
                "what is no timestamp is refused",
                () -> refused("timestamp", TaxiiDoor.indicator(fresh(), "yesterday", "")));
        says(
                "STIX 3.2",
                "modified before created is refused",
                () ->
                        refused(
                                "created",
                                TaxiiDoor.indicator(fresh(), "2019-01-01T00:00:00.000Z", "")));
        says(
                "3.7",
                "a bundle is no object",
                () ->
                        refused(
                                "bundle",
                                "{\"type\":\"bundle\",\"id\":\"bundle--" + fresh() + "\"}"));
        says(
                "4.3.1",
                "a broken rule of STIX is named with its place",
                () ->
                        refused(
                                "/valid_from: ",
                                TaxiiDoor.indicator(fresh()).replace("2020-01-01T00:00:00Z", "x")));
        says(
                "4.3.1",
                "a status is not many times what was sent",
                () -> {
                    String[] many = new String[20_000];
                    java.util.Arrays.fill(many, "{}");
                    JsonNode status = sent(many);
                    assertThat(status.path("failure_count").asInt()).isEqualTo(20_000);
                    assertThat(status.path("failures")).hasSize(5_000);
                });
        says("3.7", "a number is no object", () -> refused("JSON object", "7"));
        says(
                "5.5",
                "one bad object does not hold up the others",
                () -> {
                    JsonNode status =
                            sent(TaxiiDoor.indicator(fresh()), "7", TaxiiDoor.indicator(fresh()));
                    assertThat(status.path("success_count").asInt()).isEqualTo(2);
                });
    }

    private void rights() {
        String object = TaxiiDoor.envelope(TaxiiDoor.indicator(fresh()));
        says(
                "5.2.1",
                "can_write false is 403",
                () -> error(stage.door.post(TaxiiDoor.objects(stage.readOnly), object), 403));
        says(
                "5.5",
                "an unknown collection is 404",
                () -> error(stage.door.post(TaxiiDoor.objects(stage.unknown), object), 404));
        says(
                "5.2.1",
                "what may only be written is written",
                () ->
                        assertThat(
                                        stage.door
                                                .post(TaxiiDoor.objects(stage.writeOnly), object)
                                                .json()
                                                .path("success_count")
                                                .asInt())
                                .isEqualTo(1));
        says(
                "4.2.1",
                "a body above max_content_length is 413",
                () -> {
                    String most = " ".repeat((32 << 20) + 1);
                    error(stage.door.post(TaxiiDoor.objects(place), "{" + most + "}"), 413);
                });
        says(
                "4.2.1",
                "a body below it is not",
                () ->
                        assertThat(
                                        stage.door
                                                .post(
                                                        TaxiiDoor.objects(place),
                                                        "{" + " ".repeat((32 << 20) - 2) + "}")
                                                .status())
                                .isEqualTo(202));
    }
}
