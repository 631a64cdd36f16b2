package az.qalxan.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Paging (section 3.5), by both ways of reading on. */
final class PagingCases extends Cases {

    PagingCases(Stage stage) {
        super(stage);
        for (int limit : new int[] {1, 3, 5, stage.newest(), 1_000}) {
            says(
                    "3.5",
                    "reading on by next, " + limit + " at once",
                    () -> assertThat(byNext("objects/", limit)).isEqualTo(everything("objects/")));
            says(
                    "3.5",
                    "reading on by date, " + limit + " at once",
                    () -> assertThat(byDate("objects/", limit)).isEqualTo(everything("objects/")));
            says(
                    "5.3",
                    "reading a manifest on by date, " + limit + " at once",
                    () ->
                            assertThat(byDate("manifest/", limit))
                                    .isEqualTo(everything("manifest/")));
        }
        says(
                "3.5",
                "never more than limit",
                () ->
                        assertThat(ids(fine(stage.door.get(path("objects/") + "?limit=3"))))
                                .hasSize(3));
        says(
                "3.5",
                "more is true while more remain",
                () -> {
                    JsonNode page = fine(stage.door.get(path("objects/") + "?limit=3"));
                    assertThat(page.path("more").asBoolean()).isTrue();
                    assertThat(page.path("next").asString("")).isNotEmpty();
                });
        says(
                "3.5",
                "more is not true when nothing remains",
                () -> {
                    JsonNode page =
                            fine(stage.door.get(path("objects/") + "?limit=" + stage.newest()));
                    assertThat(page.path("more").asBoolean(false)).isFalse();
                    assertThat(page.has("next")).isFalse();
                });
        says(
                "3.4",
                "a very large limit is no fault",
                () -> fine(stage.door.get(path("objects/") + "?limit=999999999999999999")));
        says(
                "3.5",
                "a filter holds on every page",
                () -> {
                    String filter = "&" + TaxiiDoor.match("type", "indicator");
                    List<String> ids = new ArrayList<>();
                    JsonNode page = fine(stage.door.get(path("objects/") + "?limit=5" + filter));
                    ids.addAll(ids(page));
                    while (page.path("more").asBoolean(false)) {
                        String next = page.path("next").asString("");
                        page =
                                fine(
                                        stage.door.get(
                                                path("objects/")
                                                        + "?limit=5&next="
                                                        + next
                                                        + filter));
                        ids.addAll(ids(page));
                    }
                    assertThat(ids)
                            .hasSize(Stage.INDICATORS)
                            .allMatch(one -> one.startsWith("indicator"));
                });
        says("3.5", "what comes while a client reads on comes to it last", this::growing);
        says(
                "3.5",
                "no page is doubled when an object gets a new version meanwhile",
                this::versioned);
    }

    private String path(String what) {
        return "/taxii2/exchange/collections/" + stage.own + "/" + what;
    }

    private List<String> everything(String what) {
        return ids(fine(stage.door.get(path(what))));
    }

    private List<String> byNext(String what, int limit) {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = fine(stage.door.get(path(what) + "?limit=" + limit + next));
            ids.addAll(ids(page));
            next =
                    page.path("more").asBoolean(false)
                            ? "&next=" + page.path("next").asString("")
                            : "";
        } while (!next.isEmpty());
        return ids;
    }

    private List<String> byDate(String what, int limit) {
        List<String> ids = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            TaxiiDoor.Answer page = stage.door.get(path(what) + "?limit=" + limit + after);
            ids.addAll(ids(fine(page)));
            more = page.json().path("more").asBoolean(false);
            after = "&added_after=" + page.header("X-TAXII-Date-Added-Last");
        }
        return ids;
    }

    private UUID own() {
        return stage.shelves.collection(
                az.qalxan.access.SignedIn.caller("din", az.qalxan.access.Role.CERT_ANALYST),
                az.qalxan.access.Handling.GREEN,
                az.qalxan.access.Handling.AMBER);
    }

    private void add(UUID collection, String object) {
        assertThat(
                        stage.door
                                .post(TaxiiDoor.objects(collection), TaxiiDoor.envelope(object))
                                .status())
                .isEqualTo(202);
    }

    private void growing() {
        UUID collection = own();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sent.add(UUID.randomUUID().toString());
            add(collection, TaxiiDoor.indicator(sent.getLast()));
        }
        JsonNode page = fine(stage.door.get(TaxiiDoor.objects(collection) + "?limit=2"));
        List<String> seen = new ArrayList<>(ids(page));
        sent.add(UUID.randomUUID().toString());
        add(collection, TaxiiDoor.indicator(sent.getLast()));
        seen.addAll(
                ids(
                        fine(
                                stage.door.get(
                                        TaxiiDoor.objects(collection)
                                                + "?next="
                                                + page.path("next").asString("")))));
        assertThat(seen).isEqualTo(sent.stream().map(one -> "indicator--" + one).toList());
    }

    private void versioned() {
        UUID collection = own();
        String changed = UUID.randomUUID().toString();
        add(collection, TaxiiDoor.indicator(changed));
        add(collection, TaxiiDoor.indicator(UUID.randomUUID().toString()));
        TaxiiDoor.Answer page = stage.door.get(TaxiiDoor.objects(collection) + "?limit=1");
        add(collection, TaxiiDoor.indicator(changed, Stage.NEW, ""));
        JsonNode rest =
                fine(
                        stage.door.get(
                                TaxiiDoor.objects(collection)
                                        + "?added_after="
                                        + page.header("X-TAXII-Date-Added-Last")));
        Map<String, String> seen = new TreeMap<>();
        rest.path("objects")
                .forEach(one ->
                        seen.put(one.path("id").asString(""), one.path("modified").asString("")));
        assertThat(seen).hasSize(2).containsEntry("indicator--" + changed, Stage.NEW);
    }
}
