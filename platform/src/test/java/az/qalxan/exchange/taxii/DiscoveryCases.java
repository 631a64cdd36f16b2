package az.qalxan.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Discovery, API root, sign-in, collections (sections 3.1, 4, 5.1, 5.2). */
final class DiscoveryCases extends Cases {

    private static final String ROOT = "/taxii2/exchange/";

    DiscoveryCases(Stage stage) {
        super(stage);
        discovery();
        signIn();
        roots();
        collections();
        errors();
    }

    private void discovery() {
        says("4.1", "discovery lies at /taxii2/", () -> fine(stage.door.get("/taxii2/")));
        says("4.1", "also without the last slash", () -> fine(stage.door.get("/taxii2")));
        says(
                "4.1.1",
                "discovery has a title",
                () ->
                        assertThat(stage.door.get("/taxii2/").json().path("title").isString())
                                .isTrue());
        says(
                "4.1.1",
                "default is one of api_roots",
                () -> {
                    JsonNode node = stage.door.get("/taxii2/").json();
                    assertThat(node.path("api_roots")).contains(node.path("default"));
                });
        says(
                "4.1.1",
                "each of api_roots answers",
                () ->
                        stage.door
                                .get("/taxii2/")
                                .json()
                                .path("api_roots")
                                .forEach(one -> fine(stage.door.get(one.asString("")))));
    }

    private void signIn() {
        for (String path : new String[] {"/taxii2/", ROOT, ROOT + "collections/"}) {
            says(
                    "3.1",
                    "a stranger gets 401 at " + path,
                    () -> error(stage.stranger.get(path), 401));
        }
        says(
                "3.1",
                "401 names how to sign in",
                () ->
                        assertThat(stage.stranger.get("/taxii2/").header("WWW-Authenticate"))
                                .startsWith("Basic "));
        says("1.6.9", "name and token of a program open", () -> fine(stage.door.get(ROOT)));
        says(
                "1.6.9",
                "the account's id stands for the name",
                () -> fine(withBasic(stage.program.account(), stage.program.token()).get(ROOT)));
        says(
                "1.6.9",
                "a token as bearer opens",
                () ->
                        fine(
                                stage.stranger
                                        .with("Authorization", "Bearer " + stage.program.token())
                                        .get(ROOT)));
        says(
                "1.6.9",
                "a wrong password is 401",
                () -> error(withBasic(stage.program.name(), "qlx_wrong").get(ROOT), 401));
        says(
                "1.6.9",
                "another's name with one's token is 401",
                () -> error(withBasic(stage.foreign.name(), stage.program.token()).get(ROOT), 401));
        says(
                "1.6.9",
                "what is no Base64 is 401",
                () -> error(stage.stranger.with("Authorization", "Basic §§").get(ROOT), 401));
        says(
                "1.6.9",
                "a name without a password is 401",
                () -> error(stage.stranger.with("Authorization", "Basic YWJj").get(ROOT), 401));
        says(
                "3.1",
                "a stranger who posts gets 401",
                () -> error(stage.stranger.post(TaxiiDoor.objects(stage.own), "{}"), 401));
        says(
                "3.1",
                "a stranger learns nothing of collections",
                () -> error(stage.stranger.get(TaxiiDoor.objects(stage.own)), 401));
    }

    private TaxiiDoor withBasic(String user, String password) {
        return stage.stranger.with("Authorization", TaxiiDoor.basic(user, password));
    }

    private void roots() {
        says(
                "4.2.1",
                "the root has a title",
                () -> assertThat(stage.door.get(ROOT).json().path("title").isString()).isTrue());
        says(
                "4.2.1",
                "versions name TAXII 2.1",
                () ->
                        assertThat(
                                        stage.door
                                                .get(ROOT)
                                                .json()
                                                .path("versions")
                                                .path(0)
                                                .asString(""))
                                .isEqualTo(TaxiiDoor.TAXII));
        says(
                "4.2.1",
                "max_content_length is a whole number above zero",
                () -> {
                    JsonNode most = stage.door.get(ROOT).json().path("max_content_length");
                    assertThat(most.isInt()).isTrue();
                    assertThat(most.asInt()).isPositive();
                });
        says(
                "4.2",
                "a root that is not there is 404",
                () -> error(stage.door.get("/taxii2/nothing/"), 404));
        says(
                "4.3",
                "a status that is not there is 404",
                () -> error(stage.door.get(ROOT + "status/" + UUID.randomUUID() + "/"), 404));
        says(
                "4.3",
                "a status of another form is 404",
                () -> error(stage.door.get(ROOT + "status/x/"), 404));
    }

    private JsonNode one(UUID id) {
        for (JsonNode one : stage.door.get(ROOT + "collections/").json().path("collections")) {
            if (one.path("id").asString("").equals(id.toString())) {
                return one;
            }
        }
        throw new AssertionError("not listed: " + id);
    }

    private void collections() {
        says(
                "5.1.1",
                "collections are listed with what is required",
                () -> {
                    JsonNode own = one(stage.own);
                    assertThat(own.path("title").isString()).isTrue();
                    assertThat(own.path("can_read").isBoolean()).isTrue();
                    assertThat(own.path("can_write").isBoolean()).isTrue();
                });
        says(
                "5.1",
                "they come in the same order each time",
                () ->
                        assertThat(stage.door.get(ROOT + "collections/").text())
                                .isEqualTo(stage.door.get(ROOT + "collections/").text()));
        says(
                "5.1",
                "one that the client may not know is not listed",
                () ->
                        assertThat(stage.door.get(ROOT + "collections/").text())
                                .doesNotContain(stage.unknown.toString()));
        says(
                "5.2.1",
                "media_types name STIX 2.1",
                () ->
                        assertThat(one(stage.own).path("media_types").path(0).asString(""))
                                .isEqualTo("application/stix+json;version=2.1"));
        says(
                "5.2.1",
                "can_read and can_write follow the client's rights",
                () -> {
                    assertThat(one(stage.own).path("can_write").asBoolean()).isTrue();
                    assertThat(one(stage.readOnly).path("can_read").asBoolean()).isTrue();
                    assertThat(one(stage.readOnly).path("can_write").asBoolean()).isFalse();
                    assertThat(one(stage.writeOnly).path("can_read").asBoolean()).isFalse();
                    assertThat(one(stage.writeOnly).path("can_write").asBoolean()).isTrue();
                });
        says(
                "5.2",
                "a collection says of itself what the list says",
                () ->
                        assertThat(fine(stage.door.get(ROOT + "collections/" + stage.own + "/")))
                                .isEqualTo(one(stage.own)));
        says(
                "5.2",
                "an alias stands for the id",
                () ->
                        assertThat(fine(stage.door.get(ROOT + "collections/" + alias() + "/")))
                                .isEqualTo(one(stage.own)));
        says(
                "5.4",
                "an alias stands for the id where objects are read",
                () ->
                        assertThat(
                                        ids(
                                                fine(
                                                        stage.door.get(
                                                                ROOT
                                                                        + "collections/"
                                                                        + alias()
                                                                        + "/objects/"))))
                                .hasSize(stage.newest()));
        says(
                "5.2",
                "a collection that is not there is 404",
                () -> error(stage.door.get(ROOT + "collections/" + UUID.randomUUID() + "/"), 404));
        says(
                "5.2",
                "one that the client may not know is 404 too",
                () -> error(stage.door.get(ROOT + "collections/" + stage.unknown + "/"), 404));
        says(
                "5.2",
                "both answers are the same",
                () -> assertThat(told(stage.unknown)).isEqualTo(told(UUID.randomUUID())));
    }

    private String alias() {
        return one(stage.own).path("alias").asString("");
    }

    private String told(UUID collection) {
        TaxiiDoor.Answer answer = stage.door.get(ROOT + "collections/" + collection + "/");
        return answer.status()
                + " "
                + answer.json().path("title")
                + answer.json().path("description");
    }

    private void errors() {
        says(
                "3.6.1",
                "an error has an id of its own",
                () ->
                        assertThat(
                                        stage.door
                                                .get("/taxii2/no/")
                                                .json()
                                                .path("error_id")
                                                .asString(""))
                                .isNotEmpty()
                                .isNotEqualTo(
                                        stage.door
                                                .get("/taxii2/no/")
                                                .json()
                                                .path("error_id")
                                                .asString("")));
        says(
                "3.6",
                "a method that the resource does not take is 405",
                () -> error(stage.door.method("PUT", TaxiiDoor.objects(stage.own)), 405));
        says(
                "3.6",
                "posting where nothing is taken is 405",
                () -> error(stage.door.post("/taxii2/", "{}"), 405));
        says(
                "3.6",
                "deleting a collection is 405",
                () -> error(stage.door.delete(ROOT + "collections/" + stage.own + "/"), 405));
        says(
                "3.6",
                "what nobody knows is 404 also with another method",
                () -> error(stage.door.method("PUT", "/taxii2/x/y/z/"), 404));
    }
}
