package az.qalxan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Copies follow their original, and a marking made narrower stops every exit at once. */
@PlatformTest
class FollowingTest {

    private static final String OLD = "2020-01-01T00:00:00.000Z";
    private static final String NEW = "2021-01-01T00:00:00.000Z";
    private static final String GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
    private static final String RED = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1";

    private final Caller owner = SignedIn.caller("din", Role.CERT_ANALYST, Role.EXCHANGE_CLIENT);
    private final Caller colleague = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Caller reader = SignedIn.caller("dtx", Role.EXCHANGE_CLIENT);
    private final String identity = "identity--" + UUID.randomUUID();
    private final String id = "indicator--" + UUID.randomUUID();
    private final Shelves shelves;
    private final MockMvc mvc;
    private final UUID home;
    private final UUID abroad;

    @Autowired
    FollowingTest(ApplicationContext context, MockMvc mvc) {
        shelves = new Shelves(context);
        this.mvc = mvc;
        shelves.speaker(owner, colleague, identity);
        home = shelves.collection(owner, Handling.GREEN, Handling.RED);
        abroad = shelves.collection(owner, Handling.GREEN, Handling.AMBER);
        shelves.permit(owner, abroad, "dtx", Handling.GREEN, Handling.AMBER);
    }

    private String object(String modified, String marking, String more) {
        return """
        {"type":"indicator","spec_version":"2.1","id":"%s","created":"%s","modified":"%s",
         "pattern":"[ipv4-addr:value = '198.51.100.3']","pattern_type":"stix",
         "valid_from":"2020-01-01T00:00:00Z","object_marking_refs":["%s"]%s}\
        """
                .formatted(id, OLD, modified, marking, more);
    }

    /** With a description that is for nobody else. */
    private static String secret(String name) {
        return part(name, "\"description\"");
    }

    private static String part(String name, String selectors) {
        return ",\"name\":\"%s\",\"description\":\"mənbə\",\"granular_markings\":[".formatted(name)
                + "{\"marking_ref\":\"%s\",\"selectors\":[%s]}]".formatted(RED, selectors);
    }

    private List<Verdict> send(Caller caller, UUID collection, String object) {
        Reachable place = shelves.reach(caller, collection);
        return ActingAs.call(
                caller.identity(),
                () ->
                        shelves.bean(ObjectIntake.class)
                                .take(caller, place, NoLossTest.read(List.of(object)), _ -> {}));
    }

    private String seen(Caller caller, UUID collection, String object) {
        ObjectQuery query =
                new ObjectQuery(null, 10, Set.of(object), Set.of(), Versions.ALL, Set.of());
        return ActingAs.call(
                caller.identity(),
                () ->
                        String.join(
                                "\n",
                                shelves
                                        .bean(ObjectShelf.class)
                                        .handOut(
                                                collection,
                                                query,
                                                Exit.taxii("objects", caller.name()))
                                        .lines()
                                        .stream()
                                        .map(ShelfPage.Line::content)
                                        .toList()));
    }

    private String copy() {
        assertThat(send(owner, home, object(OLD, GREEN, secret("köhnə")))).allMatch(Verdict::taken);
        Redactions.Outcome outcome =
                shelves.as(
                        owner,
                        () ->
                                shelves.bean(Redactions.class)
                                        .make(
                                                owner,
                                                new Redactions.Wanted(
                                                        home, id, Handling.GREEN, abroad)));
        assertThat(outcome).isInstanceOf(Redactions.Made.class);
        String copy = ((Redactions.Made) outcome).id();
        assertThat(seen(reader, abroad, copy)).contains("köhnə").doesNotContain("mənbə");
        return copy;
    }

    private CopyStore.Copy kept(String copy) {
        return shelves.as(
                owner, () -> shelves.bean(CopyDesk.class).find(abroad, copy).orElseThrow());
    }

    private MockHttpServletResponse call(AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return mvc.perform(request.with(SignedIn.as(owner)).with(csrf())).andReturn().getResponse();
    }

    private String page(String path) throws Exception {
        MockHttpServletResponse answer = call(get(path));
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        assertThat(text).doesNotContain("??");
        return text;
    }

    private boolean behind(String object) {
        return shelves.as(owner, shelves::behind).contains(object);
    }

    @Test
    void theCopyOfARevokedOriginalIsRevokedForWhoeverHasIt() {
        String copy = copy();
        assertThat(send(owner, home, object(NEW, GREEN, ",\"revoked\":true")))
                .allMatch(Verdict::taken);
        assertThat(kept(copy).state()).isEqualTo(CopyStore.State.REVOKED);
        shelves.bean(CopyRevoking.class).revokeDue();
        assertThat(kept(copy).revokedAt()).isNotNull();
        assertThat(behind(copy)).as("nobody received it yet").isTrue();
        assertThat(seen(reader, abroad, copy)).contains("\"revoked\":true");
        assertThat(behind(copy)).isFalse();
        shelves.bean(CopyRevoking.class).revokeDue();
        assertThat(seen(reader, abroad, copy).lines()).as("revoked once").hasSize(2);
    }

    @Test
    void theCopyOfACorrectedOriginalIsMadeAnewWithTheEarlierChoice() throws Exception {
        String copy = copy();
        send(owner, home, object(NEW, GREEN, secret("düz")));
        assertThat(kept(copy).state()).isEqualTo(CopyStore.State.CORRECTED);
        String anew =
                "/exchange/collections/%s/objects/%s/copy?anew=%s"
                        .formatted(home, id, kept(copy).id());
        assertThat(page("/exchange/receipts?lang=en")).contains(copy).contains(anew);
        assertThat(page("/exchange/collections/" + abroad + "/objects/" + copy)).contains(anew);
        assertThat(page(anew))
                .contains("<option value=\"TLP:GREEN\" selected")
                .contains("<option value=\"" + abroad + "\" selected");
        MockHttpServletResponse made =
                call(
                        post("/exchange/collections/%s/objects/%s/copy".formatted(home, id))
                                .param("anew", kept(copy).id().toString())
                                .param("audience", "TLP:GREEN")
                                .param("into", abroad.toString()));
        assertThat(made.getHeader("Location")).endsWith("/objects/" + copy);
        assertThat(kept(copy).state()).isEqualTo(CopyStore.State.GOOD);
        assertThat(seen(reader, abroad, copy).lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("düz")
                .doesNotContain("mənbə");
        assertThat(page("/exchange/receipts")).doesNotContain(anew);
    }

    @Test
    void aCopyMayBeFoundRightOrRevokedByAPerson() throws Exception {
        String copy = copy();
        send(owner, home, object(NEW, GREEN, secret("köhnə")));
        String at = "/exchange/copies/" + kept(copy).id();
        assertThat(call(post(at + "/keep")).getStatus()).isEqualTo(302);
        assertThat(kept(copy).state()).isEqualTo(CopyStore.State.GOOD);
        assertThat(call(post(at + "/keep")).getStatus()).isEqualTo(409);
        assertThat(call(post(at + "/revoke")).getStatus()).isEqualTo(302);
        shelves.bean(CopyRevoking.class).revokeDue();
        assertThat(seen(reader, abroad, copy)).contains("\"revoked\":true");
    }

    @Test
    void aCopyThatShowsWhatBecameSecretIsClosedAtOnce() throws Exception {
        String copy = copy();
        send(owner, home, object(NEW, GREEN, part("köhnə", "\"description\",\"name\"")));
        assertThat(seen(reader, abroad, copy)).isEmpty();
        assertThat(kept(copy).state()).isEqualTo(CopyStore.State.NARROWED);
        assertThat(page("/exchange/receipts?lang=en"))
                .contains(copy)
                .contains("TLP:GREEN → TLP:RED")
                .contains("Had received it: DTX");
    }

    @Test
    void aMarkingMadeNarrowerStopsEveryExitAlsoWhereTheVersionIsNotTaken() throws Exception {
        assertThat(send(owner, abroad, object(OLD, GREEN, ""))).allMatch(Verdict::taken);
        assertThat(seen(reader, abroad, id)).isNotEmpty();
        assertThat(send(owner, abroad, object(NEW, RED, "")).getFirst().fault())
                .contains("narrower than this collection takes");
        assertThat(seen(reader, abroad, id)).isEmpty();
        String text = page("/exchange/receipts?lang=en");
        assertThat(text).contains(id).contains("Had received it: DTX");
        int from = text.indexOf("/exchange/narrowings/", text.indexOf(id));
        String seen = text.substring(from, text.indexOf('"', from));
        assertThat(call(post(seen)).getStatus()).isEqualTo(302);
        assertThat(page("/exchange/receipts")).doesNotContain(seen);
    }

    @Test
    void nobodyClosesWhatAnotherSent() {
        send(owner, abroad, object(OLD, GREEN, ""));
        send(reader, abroad, object(NEW, RED, ""));
        assertThat(seen(reader, abroad, id)).as("another body's version").isNotEmpty();
        String address = "ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4";
        String open =
                """
                {"type":"ipv4-addr","spec_version":"2.1","id":"%s","value":"198.51.100.3",\
                "object_marking_refs":["%s"]}\
                """;
        String amber = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
        assertThat(send(owner, abroad, open.formatted(address, GREEN))).allMatch(Verdict::taken);
        assertThat(send(reader, abroad, open.formatted(address, amber))).allMatch(Verdict::taken);
        assertThat(seen(reader, abroad, address)).contains(GREEN);
    }
}
