package az.qalxan.directory.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import az.qalxan.PlatformTest;
import az.qalxan.access.ApiClients;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.directory.contact.ForeignContact.Check;
import az.qalxan.directory.contact.ForeignContact.Standing;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Points of contact as the pack gives them, and as people write and try them. */
@PlatformTest
class ContactTest {

    private static final Caller COORDINATOR = SignedIn.caller("dtx", Role.COORDINATOR);
    private static final Caller DUTY = SignedIn.caller("dtx", Role.DUTY_OFFICER);

    @Autowired MockMvc web;
    @Autowired JdbcClient jdbc;
    @Autowired Contacts contacts;
    @Autowired ContactStore store;
    @Autowired ContactLoading loading;
    @Autowired ApiClients clients;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    /** Numbers and addresses are for people to fill in; a pack that invents one fails here. */
    @Test
    void noPackNamesAChannelAndWhatIsNotSourcedSaysSo() {
        List<Resource> files = ContactLoading.files();
        assertThat(files).hasSize(4);
        for (Resource file : files) {
            for (JsonNode one : ContactLoading.read(file).required("contacts")) {
                ContactFacts facts = ContactJson.read(one);
                assertThat(facts.reachable()).isEmpty();
                assertThat(facts.channels()).isNotEmpty();
                assertThat(facts.keys()).isEmpty();
                assertThat(facts.name().az()).isNotBlank();
                assertThat(facts.name().en()).isNotBlank();
                assertThat(facts.source().az()).isNotBlank();
            }
        }
    }

    @Test
    void thePacksPointsAreThereAndWarn() throws Exception {
        ForeignContact ours =
                as(DUTY, () -> contacts.of("AZ")).stream()
                        .filter(one -> one.code().equals("az-24-7"))
                        .findFirst()
                        .orElseThrow();
        web.perform(get("/contacts/{id}", ours.id()).with(SignedIn.as(DUTY)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ədliyyə Nazirliyinindir")))
                .andExpect(content().string(containsString("doldurulmalıdır")))
                .andExpect(content().string(containsString("TLP:AMBER")));
        web.perform(get("/contacts").param("q", "qazaxistan").with(SignedIn.as(DUTY)))
                .andExpect(content().string(containsString("təsdiqlənməyib")))
                .andExpect(content().string(containsString("orada")));
        int before = as(DUTY, () -> store.contacts()).size();
        loading.load();
        assertThat(as(DUTY, () -> store.contacts())).hasSize(before);
    }

    @Test
    void aPointIsWrittenInVersionsAndACheckHoldsForOne() throws Exception {
        UUID id = added("+00 10 000 00 01");
        ForeignContact first = contact(id);
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.standing(clock.instant())).isEqualTo(Standing.NEVER);
        web.perform(check(id, 1, "+00 10 000 00 01", "answered", DUTY))
                .andExpect(status().is3xxRedirection());
        assertThat(contact(id).standing(clock.instant())).isEqualTo(Standing.ANSWERED);
        web.perform(change(id, 1, "+00 10 000 00 02")).andExpect(status().is3xxRedirection());
        assertThat(contact(id).standing(clock.instant())).isEqualTo(Standing.CHANGED);
        assertThat(as(DUTY, () -> store.versions(id)))
                .extracting(one -> one.facts().reachable().getFirst().value())
                .containsExactly("+00 10 000 00 02", "+00 10 000 00 01");
        web.perform(change(id, 1, "+00 10 000 00 03")).andExpect(status().isConflict());
        web.perform(change(id, 2, "+00 10 000 00 02")).andExpect(status().is3xxRedirection());
        assertThat(contact(id).version()).isEqualTo(2);
        web.perform(
                        post("/contacts/{id}/end", id)
                                .param("version", "2")
                                .with(SignedIn.as(COORDINATOR))
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(as(DUTY, () -> contacts.contact(id))).isEmpty();
        web.perform(get("/contacts/{id}", id).with(SignedIn.as(DUTY)))
                .andExpect(status().isNotFound());
        assertThat(acts(id))
                .containsExactlyInAnyOrder(
                        "contact.added", "contact.checked", "contact.changed", "contact.ended");
    }

    @Test
    void onlyAChannelThatStandsThereCanBeTried() throws Exception {
        UUID id = added("+00 10 000 00 04");
        web.perform(check(id, 1, "+00 99 999 99 99", "answered", DUTY)).andExpect(status().is(422));
        web.perform(check(id, 1, "", "answered", DUTY)).andExpect(status().is(422));
        web.perform(check(id, 1, "+00 10 000 00 04", "perhaps", DUTY))
                .andExpect(status().isBadRequest());
        assertThat(as(DUTY, () -> store.checks(id))).isEmpty();
    }

    @Test
    void tryingWritingAndReadingAreThreeRights() throws Exception {
        UUID id = added("+00 10 000 00 05");
        Caller investigator = SignedIn.caller("din", Role.INVESTIGATOR);
        Caller otherDuty = SignedIn.caller("din", Role.DUTY_OFFICER);
        web.perform(get("/contacts/{id}", id).with(SignedIn.as(investigator)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("k-channel"))));
        for (Caller caller : List.of(investigator, otherDuty)) {
            web.perform(check(id, 1, "+00 10 000 00 05", "answered", caller))
                    .andExpect(status().isForbidden());
        }
        web.perform(
                        post("/contacts/{id}", id)
                                .params(form("+00 10 000 00 06"))
                                .param("version", "1")
                                .with(SignedIn.as(DUTY))
                                .with(csrf()))
                .andExpect(status().isForbidden());
        web.perform(get("/contacts").with(SignedIn.as("din", Role.REPORTER)))
                .andExpect(status().isForbidden());
        web.perform(get("/contacts")).andExpect(status().is3xxRedirection());
        web.perform(get("/api/contacts")).andExpect(status().isUnauthorized());
    }

    @Test
    void rowLevelSecuritySaysTheSame() {
        Caller reporter = SignedIn.caller("din", Role.REPORTER);
        Caller investigator = SignedIn.caller("din", Role.INVESTIGATOR);
        assertThat(as(reporter, () -> store.contacts())).isEmpty();
        assertThat(as(TransactionIdentity.NOBODY, () -> store.contacts())).isEmpty();
        ForeignContact one = as(investigator, () -> store.contacts()).getFirst();
        Check check = new Check(one.version(), "x", true, "", clock.instant(), "x");
        assertThatThrownBy(() ->
                        as(
                                investigator,
                                () -> {
                                    store.insert(one.id(), check);
                                    return 0;
                                }))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        for (String change :
                List.of(
                        "update directory.foreign_contact set version = 9",
                        "delete from directory.foreign_contact",
                        "delete from directory.foreign_check")) {
            assertThatThrownBy(() -> as(COORDINATOR, () -> jdbc.sql(change).update()))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void allThatIsWrongInAFormIsSaidAtOnce() throws Exception {
        web.perform(
                        post("/contacts")
                                .param("state", "ZZ")
                                .param("nameAz", "x")
                                .param("nameEn", "Sample")
                                .param("zone", "Mars/Olympus")
                                .param("languages", "az, english")
                                .param("opens", "9")
                                .param("way0", "phone")
                                .param("value0", "012 555 01 01")
                                .param("value1", "a@b.example")
                                .param("print0", "abc")
                                .param("use0", "smime")
                                .param("sourced", "1")
                                .header("Accept", "application/json")
                                .with(SignedIn.as(COORDINATOR))
                                .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(
                        jsonPath("$.violations[*].location")
                                .value(
                                        hasItems(
                                                "state",
                                                "nameAz",
                                                "zone",
                                                "languages",
                                                "opens",
                                                "value0",
                                                "way1",
                                                "print0",
                                                "sourceAz")));
    }

    @Test
    void exportsCarryTheMarkingGuardAgainstFormulasAndAreRecorded() throws Exception {
        String name = "=cmd|calc " + UUID.randomUUID();
        var form = form("+00 10 000 00 07");
        form.set("nameAz", name);
        web.perform(post("/contacts").params(form).with(SignedIn.as(COORDINATOR)).with(csrf()))
                .andExpect(status().is3xxRedirection());
        Caller reader = SignedIn.caller("dtx", Role.DUTY_OFFICER);
        web.perform(get("/contacts.csv").param("q", name).with(SignedIn.as(reader)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("TLP:AMBER,AZ,'" + name)))
                .andExpect(content().string(containsString("'+00 10 000 00 07")));
        String token = SignedIn.token(clients, "dtx", Role.DUTY_OFFICER);
        web.perform(
                        get("/api/contacts")
                                .param("q", name)
                                .header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.marking").value("TLP:AMBER"))
                .andExpect(jsonPath("$.contacts.length()").value(1))
                .andExpect(jsonPath("$.contacts[0].standing").value("never"))
                .andExpect(jsonPath("$.contacts[0].officeOpen").value("unknown"))
                .andExpect(jsonPath("$.contacts[0].facts.zone").value("Asia/Baku"));
        assertThat(
                        audited(
                                "select act from audit.event where account = :id",
                                reader.account().toString()))
                .containsExactly("contact.exported");
    }

    private UUID added(String phone) throws Exception {
        String place =
                web.perform(
                                post("/contacts")
                                        .params(form(phone))
                                        .with(SignedIn.as(COORDINATOR))
                                        .with(csrf()))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        return UUID.fromString(String.valueOf(place).substring("/contacts/".length()));
    }

    private static org.springframework.util.MultiValueMap<String, String> form(String phone) {
        var form = new org.springframework.util.LinkedMultiValueMap<String, String>();
        form.set("state", "az");
        form.set("nameAz", "Sınaq nöqtəsi");
        form.set("nameEn", "Test point");
        form.set("zone", "Asia/Baku");
        form.set("languages", "az");
        form.set("way0", "phone");
        form.set("value0", phone);
        return form;
    }

    private static MockHttpServletRequestBuilder change(UUID id, int version, String phone) {
        return post("/contacts/{id}", id)
                .params(form(phone))
                .param("version", String.valueOf(version))
                .with(SignedIn.as(COORDINATOR))
                .with(csrf());
    }

    private static MockHttpServletRequestBuilder check(
            UUID id, int version, String channel, String found, Caller caller) {
        return post("/contacts/{id}/checks", id)
                .param("version", String.valueOf(version))
                .param("channel", channel)
                .param("found", found)
                .with(SignedIn.as(caller))
                .with(csrf());
    }

    private ForeignContact contact(UUID id) {
        return as(DUTY, () -> contacts.contact(id)).orElseThrow();
    }

    private List<String> acts(UUID contact) {
        return audited(
                "select act from audit.event where subject_id = :id and act <> 'contact.viewed'",
                contact.toString());
    }

    private List<String> audited(String query, String id) {
        return as(
                SignedIn.caller("bp", Role.AUDITOR),
                () -> jdbc.sql(query).param("id", id).query(String.class).list());
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return as(caller.identity(), work);
    }

    private <T> T as(TransactionIdentity identity, Supplier<T> work) {
        return ActingAs.call(
                identity,
                () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
