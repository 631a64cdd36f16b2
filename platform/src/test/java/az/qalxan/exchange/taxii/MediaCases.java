package az.qalxan.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

/** Media types asked for and sent (section 1.6.8). */
final class MediaCases extends Cases {

    MediaCases(Stage stage) {
        super(stage);
        accepted("application/taxii+json;version=2.1");
        accepted("application/taxii+json; version=2.1");
        accepted("application/taxii+json");
        accepted("application/taxii+json;version=\"2.1\"");
        accepted("Application/TAXII+json;Version=2.1");
        accepted("*/*");
        accepted("application/*");
        accepted("text/html, application/taxii+json;version=2.1;q=0.3");
        accepted("application/taxii+json;version=2.0, application/taxii+json;version=2.1");
        refused("application/taxii+json;version=2.0");
        refused("application/taxii+json;version=9.9");
        refused("application/vnd.oasis.taxii+json; version=2.0");
        refused("application/json");
        refused("text/html");
        refused("application/taxii+json;version=2.1;q=0");
        refused("nonsense");
        for (String path : new String[] {"", "manifest/", "objects/"}) {
            String whole = "/taxii2/exchange/collections/" + stage.own + "/" + path;
            says(
                    "1.6.8",
                    "406 for an undefined type at collection/" + path,
                    () -> error(stage.door.with("Accept", "text/plain").get(whole), 406));
        }
        says(
                "1.6.8",
                "no Accept header is any type",
                () -> fine(stage.door.with("Accept", "").get("/taxii2/")));
        sent("application/taxii+json;version=2.1", 202);
        sent("application/taxii+json; version=2.1", 202);
        sent("application/taxii+json", 202);
        sent("APPLICATION/TAXII+JSON;VERSION=2.1", 202);
        sent("application/taxii+json;version=2.0", 415);
        sent("application/json", 415);
        sent("application/stix+json;version=2.1", 415);
        sent("", 415);
        says(
                "5.5",
                "406 goes before 415",
                () ->
                        error(
                                stage.door
                                        .with("Accept", "text/plain")
                                        .post(TaxiiDoor.objects(stage.empty), "{}", "text/plain"),
                                406));
    }

    private void accepted(String accept) {
        says(
                "1.6.8",
                "taken as accepted: " + accept,
                () -> fine(stage.door.with("Accept", accept).get("/taxii2/exchange/")));
    }

    private void refused(String accept) {
        says(
                "1.6.8",
                "406 for " + accept,
                () -> error(stage.door.with("Accept", accept).get("/taxii2/exchange/"), 406));
    }

    private void sent(String type, int status) {
        says(
                "1.6.8",
                "body sent as '" + type + "' is " + status,
                () -> {
                    TaxiiDoor.Answer answer =
                            stage.door.post(TaxiiDoor.objects(stage.writeOnly), "{}", type);
                    if (status == 202) {
                        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
                    } else {
                        error(answer, status);
                    }
                });
    }
}
