package az.qalxan.exchange.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.directory.DirectoryStage;
import az.qalxan.engines.threatintel.csaf.CsafCheck;
import az.qalxan.engines.threatintel.csaf.OwnedProduct;
import az.qalxan.web.ProblemFound;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who lets advisories out, who gets them, whose products they find. */
@NullUnmarked // a null here fails the test anyway
@PlatformTest
class AdvisoryTest {

    @Autowired ApplicationContext context;
    @Autowired MockMvc mvc;
    @Autowired AdvisoryDesk desk;
    @Autowired AdvisoryRelease release;
    @Autowired AdvisoryStore store;
    @Autowired AdvisoryFileStore files;
    @Autowired AdvisoryMatching matching;
    @Autowired OwnedDesk products;
    @Autowired OwnedStore owned;
    @Autowired CsafCheck check;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final Caller writer = SignedIn.caller("sciencecert", Role.CERT_ANALYST);
    private final Caller second = SignedIn.caller("sciencecert", Role.CERT_ANALYST);
    private final Caller third = SignedIn.caller("sciencecert", Role.COORDINATOR);
    private String name;
    private Caller owner;
    private Caller stranger;

    @BeforeEach
    void begin() {
        name = "Oxu " + UUID.randomUUID();
        owner = SignedIn.caller(new DirectoryStage(context).operator("Sahib"), operator());
        stranger = SignedIn.caller(new DirectoryStage(context).operator("Yad"), operator());
    }

    private static Role operator() {
        return Role.OPERATOR_CONTACT;
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return ActingAs.call(
                caller.identity(),
                () -> java.util.Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private AdvisoryForm form(String handling, Map<String, String> other) {
        Map<String, List<String>> values = new HashMap<>();
        values.put("title", List.of("Hole in " + name));
        values.put("handling", List.of(handling));
        values.put("lang", List.of("en"));
        values.put("status", List.of("final"));
        values.put("summary", List.of("A hole, and what to do."));
        values.put("pVendor", List.of("Nümunə", "Nümunə"));
        values.put("pName", List.of(name, name));
        values.put("pVersion", List.of("vers:intdot/<3.5", "3.5"));
        values.put("pStatus", List.of("affected", "fixed"));
        values.put("vCve", List.of("CVE-2026-00001"));
        values.put("vCwe", List.of("CWE-78"));
        values.put("vVector", List.of("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"));
        values.put("vText", List.of("A header reaches a shell."));
        values.put("vFix", List.of("vendor_fix"));
        values.put("vFixText", List.of("Update to version 3.5."));
        other.forEach((field, value) -> values.put(field, List.of(value)));
        return new AdvisoryForm(values);
    }

    private String draft(String handling) {
        return as(writer, () -> desk.write(writer, form(handling, Map.of())));
    }

    private void ask(String number) {
        SignedIn.run(writer, () -> desk.ask(writer, number));
    }

    private void approve(Caller caller, String number) {
        SignedIn.run(caller, () -> release.approve(caller, number));
    }

    private AdvisoryFile out(String handling) {
        String number = draft(handling);
        ask(number);
        approve(second, number);
        approve(third, number);
        return newest(number);
    }

    private AdvisoryFile newest(String number) {
        return as(writer, () -> files.editions(store.find(number).orElseThrow().id()).getLast());
    }

    private JsonNode document(AdvisoryFile file) {
        return JsonMapper.shared().readTree(as(writer, () -> files.document(file.id())));
    }

    private MockHttpServletResponse get(String path, RequestPostProcessor who) {
        try {
            return mvc.perform(MockMvcRequestBuilders.get(path).with(who))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    private MockHttpServletResponse open(String path) {
        return get(path, request -> request);
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void twoOthersLetAnEditionOut() {
        String number = draft("TLP:CLEAR");
        ask(number);
        assertThatThrownBy(() -> approve(writer, number)).isInstanceOf(ProblemFound.class);
        approve(second, number);
        assertThatThrownBy(() -> approve(second, number)).isInstanceOf(ProblemFound.class);
        assertThat(as(writer, () -> store.find(number).orElseThrow()).waiting()).isTrue();
        approve(third, number);
        assertThat(as(writer, () -> store.find(number).orElseThrow()).released()).isTrue();
        JsonNode document = document(newest(number));
        assertThat(check.check(document).isValid()).isTrue();
        assertThat(document.at("/vulnerabilities/0/scores/0/cvss_v3/baseScore").doubleValue())
                .isEqualTo(9.8);
        assertThat(document.at("/document/tracking/id").asString()).isEqualTo(number);
    }

    @Test
    void databaseLetsNothingOutWithoutTwoApprovals() {
        String number = draft("TLP:CLEAR");
        ask(number);
        approve(second, number);
        assertThatThrownBy(() ->
                        as(
                                third,
                                () ->
                                        jdbc.sql(
                                                        "update exchange.advisory set state = 'released'"
                                                                + " where number = :number")
                                                .param("number", number)
                                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsNotValidStaysWithItsWriter() {
        String number =
                as(writer, () -> desk.write(writer, form("TLP:CLEAR", Map.of("vText", ""))));
        assertThatThrownBy(() -> ask(number)).isInstanceOf(ProblemFound.class);
        assertThat(as(writer, () -> store.find(number).orElseThrow()).draft()).isTrue();
    }

    @Test
    void nextEditionKeepsTheHistory() {
        AdvisoryFile first = out("TLP:CLEAR");
        String number = first.number();
        SignedIn.run(writer, () -> desk.reopen(writer, number));
        AdvisoryForm changed = form("TLP:CLEAR", Map.of("change", "Version 3.5 is out."));
        SignedIn.run(writer, () -> desk.change(writer, number, changed));
        ask(number);
        approve(second, number);
        approve(third, number);
        JsonNode tracking = document(newest(number)).at("/document/tracking");
        assertThat(tracking.path("version").asString()).isEqualTo("2");
        assertThat(tracking.at("/revision_history/1/summary").asString())
                .isEqualTo("Version 3.5 is out.");
        assertThat(tracking.path("initial_release_date"))
                .isEqualTo(tracking.at("/revision_history/0/date"));
        assertThat(check.check(document(newest(number))).isValid()).isTrue();
        assertThat(text(open(CsafPlaces.file(first)))).contains("Version 3.5 is out.");
    }

    @Test
    void clearIsServedToEverybodyWithHashesAndSignature() {
        AdvisoryFile file = out("TLP:CLEAR");
        String place = CsafPlaces.file(file);
        MockHttpServletResponse answer = open(place);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(Digests.sha256(answer.getContentAsByteArray())).isEqualTo(file.proof().sha256());
        assertThat(text(open(place + ".sha256"))).startsWith(file.proof().sha256());
        assertThat(text(open(place + ".sha512"))).startsWith(file.proof().sha512());
        assertThat(text(open(place + ".asc"))).startsWith("-----BEGIN PGP SIGNATURE-----");
        assertThat(text(open("/.well-known/csaf/white/index.txt"))).contains(file.filename());
        assertThat(text(open("/.well-known/csaf/white/changes.csv"))).contains(file.filename());
        assertThat(text(open("/.well-known/csaf/white/csaf-feed-tlp-white.json")))
                .contains(place + ".asc");
        JsonNode metadata =
                JsonMapper.shared()
                        .readTree(text(open("/.well-known/csaf/provider-metadata.json")));
        assertThat(metadata.path("role").asString()).isEqualTo("csaf_trusted_provider");
        String key = metadata.at("/public_openpgp_keys/0/url").asString();
        assertThat(text(open(key.substring(key.indexOf("/.well-known")))))
                .contains("PGP PUBLIC KEY");
    }

    @Test
    void narrowerMarkingsNeedTheRight() {
        AdvisoryFile green = out("TLP:GREEN");
        AdvisoryFile amber = out("TLP:AMBER");
        assertThat(text(open("/.well-known/csaf/white/csaf-feed-tlp-white.json")))
                .doesNotContain(green.number())
                .doesNotContain(amber.number());
        for (AdvisoryFile file : List.of(green, amber)) {
            String guess = "/.well-known/csaf/white/" + file.year() + "/" + file.filename();
            assertThat(open(guess).getStatus()).isEqualTo(404);
            assertThat(open(CsafPlaces.file(file)).getStatus()).isEqualTo(401);
        }
        assertThat(as(stranger, () -> files.find(green.id()))).isPresent();
        assertThat(as(stranger, () -> files.find(amber.id()))).isEmpty();
        String api = CsafPlaces.file(green);
        assertThat(get(api, SignedIn.as(stranger)).getStatus()).isEqualTo(200);
        assertThat(get(CsafPlaces.file(amber), SignedIn.as(stranger)).getStatus()).isEqualTo(404);
        assertThat(get(amber.path(), SignedIn.as(stranger)).getStatus()).isEqualTo(404);
    }

    private UUID has(Caller caller, String version) {
        return as(
                caller,
                () ->
                        products.enter(
                                caller,
                                new OwnedProduct("", name, "", "", version),
                                "Server otağı"));
    }

    private List<OwnedStore.Fit> fits(Caller caller) {
        return as(caller, () -> owned.fits(caller.body().value()));
    }

    @Test
    void advisoryFindsWhoeverHasTheProduct() {
        has(owner, "3.4");
        has(stranger, "4.0");
        AdvisoryFile amber = out("TLP:AMBER");
        matching.look();
        assertThat(fits(owner))
                .singleElement()
                .matches(OwnedStore.Fit::affected)
                .matches(OwnedStore.Fit::sure);
        assertThat(fits(stranger)).isEmpty();
        assertThat(get(amber.path(), SignedIn.as(owner)).getStatus()).isEqualTo(200);
        assertThat(as(stranger, () -> owned.of(owner.body().value()))).isEmpty();
    }

    @Test
    void productThatIsRegisteredLaterFindsItsAdvisories() {
        AdvisoryFile file = out("TLP:CLEAR");
        matching.look();
        UUID product = has(owner, "");
        matching.look();
        OwnedStore.Fit fit = fits(owner).getFirst();
        assertThat(fit.sure()).isFalse();
        SignedIn.run(owner, () -> products.done(owner, file.id(), product));
        assertThat(fits(owner).getFirst().doneBy()).isEqualTo(owner.name());
        assertThatThrownBy(() ->
                        SignedIn.run(stranger, () -> products.done(stranger, file.id(), product)))
                .isInstanceOf(ProblemFound.class);
    }

    private MockHttpServletResponse take(Caller caller, String document) {
        MockMultipartFile file =
                new MockMultipartFile(
                        "file",
                        "a.json",
                        "application/json",
                        document.getBytes(StandardCharsets.UTF_8));
        try {
            return mvc.perform(
                            MockMvcRequestBuilders.multipart("/advisories/import")
                                    .file(file)
                                    .with(csrf())
                                    .with(SignedIn.as(caller)))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String foreign(String label, String version) {
        JsonNode own =
                JsonMapper.shared()
                        .readTree(
                                as(
                                        writer,
                                        () ->
                                                desk.preview(
                                                                writer,
                                                                "",
                                                                form("TLP:CLEAR", Map.of()))
                                                        .text()));
        return own.toString()
                .replaceAll("\"namespace\":\"[^\"]*\"", "\"namespace\":\"https://vendor.example\"")
                .replace("\"WHITE\"", "\"" + label + "\"")
                .replace("QLX-0000-XXXXXXXX", "VENDOR-" + name.replace(' ', '-'))
                .replace("\"version\":\"1\"", "\"version\":\"" + version + "\"");
    }

    @Test
    void documentsOfOthersAreKeptOnceAndMatched() {
        has(owner, "3.4");
        assertThat(take(writer, foreign("WHITE", "1")).getStatus()).isEqualTo(302);
        assertThat(take(writer, foreign("WHITE", "1")).getStatus()).isEqualTo(409);
        assertThat(take(writer, foreign("RED", "2")).getStatus()).isEqualTo(422);
        assertThat(take(writer, "{").getStatus()).isEqualTo(422);
        assertThat(take(writer, "{\"document\":{}}").getStatus()).isEqualTo(422);
        assertThat(take(owner, foreign("WHITE", "3")).getStatus()).isEqualTo(403);
        matching.look();
        OwnedStore.Fit fit = fits(owner).getFirst();
        assertThat(fit.affected()).isTrue();
        String place = "/advisories/files/" + fit.file();
        assertThat(text(get(place, SignedIn.as(owner)))).contains("https://vendor.example");
        assertThat(text(open("/.well-known/csaf/white/csaf-feed-tlp-white.json")))
                .doesNotContain(fit.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"az", "en"})
    void pagesShow(String language) {
        has(writer, "3.4");
        AdvisoryFile file = out("TLP:CLEAR");
        matching.look();
        String draft = as(writer, () -> desk.write(writer, form("TLP:GREEN", Map.of())));
        for (String path :
                List.of(
                        "/advisories",
                        "/advisories/products",
                        "/advisories/drafts",
                        "/advisories/drafts/new",
                        "/advisories/drafts/" + draft,
                        "/advisories/drafts/" + draft + "/edit",
                        "/advisories/drafts/" + file.number(),
                        file.path(),
                        file.path() + "/csaf",
                        "/advisories/products/fits.csv")) {
            MockHttpServletResponse answer = get(path + "?lang=" + language, SignedIn.as(writer));
            assertThat(answer.getStatus()).as(path).isEqualTo(200);
            assertThat(text(answer)).as(path).doesNotContain("???");
        }
    }

    @Test
    void previewTellsWhatIsMissingAndKeepsNothing() throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(
                                MockMvcRequestBuilders.post("/advisories/drafts?lang=en")
                                        .param("what", "preview")
                                        .param("title", "Only a title")
                                        .param("handling", "TLP:CLEAR")
                                        .param("lang", "en")
                                        .param("status", "final")
                                        .with(csrf())
                                        .with(SignedIn.as(writer)))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(text(answer)).contains("6.1.27").contains("Only a title");
        assertThat(as(writer, () -> store.of("sciencecert")))
                .noneMatch(one -> one.title().equals("Only a title"));
    }
}
