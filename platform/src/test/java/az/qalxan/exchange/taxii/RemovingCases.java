package az.qalxan.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import java.util.UUID;

/** Deleting an object (section 5.7). */
final class RemovingCases extends Cases {

    private final UUID place;

    RemovingCases(Stage stage) {
        super(stage);
        place =
                stage.shelves.collection(
                        SignedIn.caller("din", Role.CERT_ANALYST), Handling.GREEN, Handling.AMBER);
        stage.shelves.permit(
                SignedIn.caller("din", Role.CERT_ANALYST),
                place,
                "dtx",
                Handling.GREEN,
                Handling.GREEN);
        says("5.7", "a deleted object is gone from every resource", this::gone);
        says("5.7", "one version alone can be deleted", this::oneVersion);
        says("5.7", "match[version]=first deletes the oldest", () -> part("first", Stage.NEW));
        says("5.7", "match[version]=last deletes the newest", () -> part("last", Stage.OLD));
        says(
                "5.7",
                "match[version]=all deletes all",
                () -> {
                    String id = three();
                    assertThat(
                                    stage.door
                                            .delete(
                                                    path(id)
                                                            + "?"
                                                            + TaxiiDoor.match("version", "all"))
                                            .status())
                            .isEqualTo(200);
                    error(stage.door.get(path(id)), 404);
                });
        says(
                "5.7",
                "what is not there is 404",
                () -> error(stage.door.delete(path("indicator--" + UUID.randomUUID())), 404));
        says(
                "5.7",
                "a version that is not there is 404",
                () ->
                        error(
                                stage.door.delete(
                                        path(three())
                                                + "?"
                                                + TaxiiDoor.match(
                                                        "version", "1999-01-01T00:00:00Z")),
                                404));
        says(
                "5.7",
                "only match[version] and match[spec_version] are known",
                () ->
                        error(
                                stage.door.delete(path(three()) + "?" + TaxiiDoor.match("id", "x")),
                                400));
        says(
                "5.7",
                "a malformed version is 400",
                () ->
                        error(
                                stage.door.delete(
                                        path(three()) + "?" + TaxiiDoor.match("version", "x")),
                                400));
        says(
                "5.7",
                "only reading: 403",
                () ->
                        error(
                                stage.door.delete(
                                        TaxiiDoor.objects(stage.readOnly) + stage.malware + "/"),
                                403));
        says(
                "5.7",
                "only writing: 403",
                () ->
                        error(
                                stage.door.delete(
                                        TaxiiDoor.objects(stage.writeOnly) + stage.malware + "/"),
                                403));
        says(
                "5.7",
                "neither: 404",
                () ->
                        error(
                                stage.door.delete(
                                        TaxiiDoor.objects(stage.unknown) + stage.malware + "/"),
                                404));
        says(
                "5.7",
                "another body's object: 403",
                () -> error(stage.other.delete(path(three())), 403));
        says("STIX 3.2", "deleting does not undo a revocation", this::staysRevoked);
    }

    private String path(String id) {
        return TaxiiDoor.objects(place) + id + "/";
    }

    private String three() {
        String uuid = UUID.randomUUID().toString();
        stage.door.post(
                TaxiiDoor.objects(place),
                TaxiiDoor.envelope(
                        TaxiiDoor.indicator(uuid),
                        TaxiiDoor.indicator(uuid, Stage.MIDDLE, ""),
                        TaxiiDoor.indicator(uuid, Stage.NEW, "")));
        return "indicator--" + uuid;
    }

    private void gone() {
        String id = three();
        assertThat(stage.door.delete(path(id)).status()).isEqualTo(200);
        error(stage.door.get(path(id)), 404);
        error(stage.door.get(path(id) + "versions/"), 404);
        String all = "?" + TaxiiDoor.match("version", "all") + "&" + TaxiiDoor.match("id", id);
        assertThat(ids(fine(stage.door.get(TaxiiDoor.objects(place) + all)))).isEmpty();
        assertThat(
                        ids(
                                fine(
                                        stage.door.get(
                                                "/taxii2/exchange/collections/"
                                                        + place
                                                        + "/manifest/"
                                                        + all))))
                .isEmpty();
    }

    private void oneVersion() {
        String id = three();
        assertThat(
                        stage.door
                                .delete(path(id) + "?" + TaxiiDoor.match("version", Stage.MIDDLE))
                                .status())
                .isEqualTo(200);
        assertThat(
                        fine(stage.door.get(path(id) + "versions/"))
                                .path("versions")
                                .valueStream()
                                .map(one -> one.asString("")))
                .containsExactly(Stage.OLD, Stage.NEW);
    }

    private void part(String which, String left) {
        String id = three();
        assertThat(stage.door.delete(path(id) + "?" + TaxiiDoor.match("version", which)).status())
                .isEqualTo(200);
        assertThat(
                        fine(stage.door.get(path(id) + "versions/"))
                                .path("versions")
                                .valueStream()
                                .map(one -> one.asString("")))
                .hasSize(2)
                .contains(left);
    }

    private void staysRevoked() {
        String uuid = UUID.randomUUID().toString();
        stage.door.post(
                TaxiiDoor.objects(place),
                TaxiiDoor.envelope(TaxiiDoor.indicator(uuid, Stage.MIDDLE, ",\"revoked\":true")));
        stage.door.delete(path("indicator--" + uuid));
        TaxiiDoor.Answer answer =
                stage.door.post(
                        TaxiiDoor.objects(place),
                        TaxiiDoor.envelope(TaxiiDoor.indicator(uuid, Stage.NEW, "")));
        assertThat(answer.json().path("failure_count").asInt()).as(answer.text()).isEqualTo(1);
    }
}
