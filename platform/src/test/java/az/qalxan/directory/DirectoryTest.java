package az.qalxan.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import az.qalxan.PlatformTest;
import az.qalxan.access.ApiClients;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory as visitors, officers, editors and programs meet it. */
@PlatformTest
class DirectoryTest {

    private static final TransactionIdentity COORDINATOR =
            SignedIn.caller("dtx", Role.COORDINATOR).identity();
    private static final TransactionIdentity INVESTIGATOR =
            SignedIn.caller("din", Role.INVESTIGATOR).identity();

    @Autowired MockMvc web;
    @Autowired JdbcClient jdbc;
    @Autowired Directory directory;
    @Autowired DirectoryList list;
    @Autowired PostStore posts;
    @Autowired ChannelStore channels;
    @Autowired PackLoading loading;
    @Autowired ApiClients clients;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void thePacksOrganisationsAreThere() {
        assertThat(ofThePack()).isEqualTo(26);
        assertThat(directory.organisation(new BodyCode("dtx")))
                .hasValueSatisfying(one -> assertThat(one.acronym()).isEqualTo("DTX"));
        assertThat(directory.organisation(new BodyCode("nobody"))).isEmpty();
    }

    /** Other tests introduce banks of their own. */
    private long ofThePack() {
        return directory.organisations().stream()
                .filter(one -> !one.kinds().contains(OrganisationKind.BANK))
                .filter(one -> !one.kinds().contains(OrganisationKind.OPERATOR))
                .count();
    }

    @Test
    void searchFoldsLettersAndCountsKinds() {
        DirectoryList.Found found = list.find(new DirectoryList.Asked("edliyye", ""));
        assertThat(found.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.organisation().code().value()).isEqualTo("en"));
        assertThat(found.of(OrganisationKind.COMPETENT_BODY)).isEqualTo(1);
        assertThat(list.find(new DirectoryList.Asked("", "cert")).rows()).hasSize(3);
        assertThat(list.find(new DirectoryList.Asked("zzz", "")).rows()).isEmpty();
    }

    @Test
    void visitorsSeeNamesAndPublicChannelsButNoPost() throws Exception {
        web.perform(get("/directory"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("https://cert.az")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("CSV"))));
        web.perform(get("/directory/dtx"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString("24/7"))));
        web.perform(get("/directory/nobody")).andExpect(status().isNotFound());
        web.perform(get("/directory/NoCode")).andExpect(status().isNotFound());
        web.perform(get("/directory.csv")).andExpect(status().is3xxRedirection());
        web.perform(get("/api/directory")).andExpect(status().isUnauthorized());
    }

    @Test
    void aNamedPersonIsSeenByOfficersAndTheLookIsRecorded() throws Exception {
        String name = "Sınaq Nümunəli " + UUID.randomUUID();
        Post post = postOf("dtx");
        web.perform(
                        post("/directory/dtx/posts/{id}/people", post.id())
                                .param("name", name)
                                .param("since", "2026-01-05")
                                .with(SignedIn.as("dtx", Role.COORDINATOR))
                                .with(csrf()))
                .andExpect(redirectedUrl("/directory/dtx#posts"));
        Caller investigator = SignedIn.caller("din", Role.INVESTIGATOR);
        web.perform(get("/directory/dtx").with(SignedIn.as(investigator)))
                .andExpect(content().string(Matchers.containsString(name)));
        web.perform(get("/directory/dtx"))
                .andExpect(content().string(Matchers.not(Matchers.containsString(name))));
        assertThat(acts(investigator)).containsExactly("directory.people.viewed");
        UUID person =
                as(INVESTIGATOR, () -> posts.people("dtx")).stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .id();
        web.perform(edit("/directory/dtx/people/" + person + "/end"))
                .andExpect(status().is3xxRedirection());
        web.perform(edit("/directory/dtx/people/" + person + "/end"))
                .andExpect(status().isConflict());
    }

    @Test
    void aChannelIsVerifiedByAPersonAndANewAddressStartsAnew() throws Exception {
        String address = UUID.randomUUID() + "@example.org";
        web.perform(
                        edit("/directory/dtx/channels")
                                .param("kind", "e-mail")
                                .param("value", address)
                                .param("hours", "09:00–18:00")
                                .param("post", postOf("dtx").id().toString()))
                .andExpect(redirectedUrl("/directory/dtx#channels"));
        Channel added = channel("dtx", address);
        assertThat(added.status()).isEqualTo(ChannelStatus.UNVERIFIED);
        assertThat(as(TransactionIdentity.NOBODY, () -> channels.channels("dtx")))
                .noneMatch(one -> one.id().equals(added.id()));
        web.perform(
                        edit("/directory/dtx/channels/" + added.id() + "/check")
                                .param("found", "verified"))
                .andExpect(status().is3xxRedirection());
        Channel checked = channel("dtx", address);
        assertThat(checked.status()).isEqualTo(ChannelStatus.VERIFIED);
        assertThat(checked.checkedAt()).isNotNull();
        web.perform(
                        edit("/directory/dtx/channels/" + added.id())
                                .param("kind", "e-mail")
                                .param("value", "new-" + address)
                                .param("hours", ""))
                .andExpect(status().is3xxRedirection());
        assertThat(channel("dtx", "new-" + address).status()).isEqualTo(ChannelStatus.UNVERIFIED);
        web.perform(edit("/directory/dtx/channels/" + added.id() + "/end"))
                .andExpect(status().isConflict());
        assertThat(
                        as(
                                COORDINATOR,
                                () ->
                                        jdbc.sql(
                                                        """
                                                        select count(*) from directory.channel
                                                        where id = :id and valid_to is not null
                                                        """)
                                                .param("id", added.id())
                                                .query(Long.class)
                                                .single()))
                .isEqualTo(1);
    }

    @Test
    void wrongAddressesAreRefusedWithTheReason() throws Exception {
        web.perform(
                        edit("/directory/dtx/channels")
                                .param("kind", "web")
                                .param("value", "javascript:alert(1)")
                                .header("Accept", "application/json"))
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("javascript:alert(1)")));
        web.perform(
                        edit("/directory/dtx/posts")
                                .param("titleAz", "x")
                                .param("titleEn", "")
                                .header("Accept", "application/json"))
                .andExpect(status().is(422));
    }

    @Test
    void editingNeedsTheRightOnThatOrganisation() throws Exception {
        String id = postOf("dtx").id().toString();
        web.perform(
                        post("/directory/dtx/posts/{id}/end", id)
                                .with(SignedIn.as("dtx", Role.INVESTIGATOR))
                                .with(csrf()))
                .andExpect(status().isForbidden());
        web.perform(
                        post("/directory/dtx/posts/{id}/end", id)
                                .with(SignedIn.as("xritdx", Role.ADMINISTRATOR))
                                .with(csrf()))
                .andExpect(status().isForbidden());
        web.perform(edit("/directory/din/posts/" + id + "/end")).andExpect(status().isConflict());
        assertThat(postOf("dtx").id()).hasToString(id);
    }

    @Test
    void loadingAgainAddsNothingAndKeepsEdits() throws Exception {
        Post post = postOf("rinn");
        String title = "Redaktə " + UUID.randomUUID();
        web.perform(
                        edit("/directory/rinn/posts/" + post.id())
                                .param("titleAz", title)
                                .param("titleEn", post.words().titleEn())
                                .param("dutyAz", post.words().dutyAz())
                                .param("dutyEn", post.words().dutyEn()))
                .andExpect(status().is3xxRedirection());
        loading.load();
        List<Post> after = as(COORDINATOR, () -> posts.posts("rinn"));
        assertThat(after)
                .singleElement()
                .satisfies(one -> assertThat(one.words().titleAz()).isEqualTo(title));
        assertThat(ofThePack()).isEqualTo(26);
    }

    @Test
    void rowLevelSecurityHidesPeopleFromWhoeverMayNotRead() {
        Post post = postOf("en");
        Person person =
                new Person(UUID.randomUUID(), post.id(), "Gizli Adlı", LocalDate.EPOCH, null);
        as(
                COORDINATOR,
                () -> {
                    posts.name(person);
                    return 0;
                });
        assertThat(as(TransactionIdentity.NOBODY, () -> rows("person"))).isZero();
        assertThat(as(TransactionIdentity.NOBODY, () -> rows("post"))).isZero();
        assertThat(as(SignedIn.caller("din", Role.REPORTER).identity(), () -> rows("person")))
                .isZero();
        assertThat(as(INVESTIGATOR, () -> rows("person"))).isPositive();
        Person another =
                new Person(UUID.randomUUID(), post.id(), "Başqa Adlı", LocalDate.EPOCH, null);
        assertThatThrownBy(() ->
                        as(
                                INVESTIGATOR,
                                () -> {
                                    posts.name(another);
                                    return 0;
                                }))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() ->
                        as(COORDINATOR, () -> jdbc.sql("delete from directory.person").update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void programsReadTheDirectoryWithoutPeople() throws Exception {
        String token = SignedIn.token(clients, "din", Role.DUTY_OFFICER);
        web.perform(
                        get("/api/directory")
                                .param("kind", "cert")
                                .header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.organisations.length()").value(3))
                .andExpect(jsonPath("$.organisations[0].code").value("cert-az"))
                .andExpect(jsonPath("$.organisations[0].channels[0].status").value("unverified"));
    }

    @Test
    void theSpreadsheetListsChannelsAndIsRecorded() throws Exception {
        Caller officer = SignedIn.caller("din", Role.DUTY_OFFICER);
        web.perform(get("/directory.csv").param("kind", "cert").with(SignedIn.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("cert-az,CERT.AZ")));
        assertThat(acts(officer)).containsExactly("directory.list.exported");
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder edit(
            String path) {
        return post(path).with(SignedIn.as("dtx", Role.COORDINATOR)).with(csrf());
    }

    private Post postOf(String organisation) {
        return as(COORDINATOR, () -> posts.posts(organisation)).getFirst();
    }

    private Channel channel(String organisation, String value) {
        return as(COORDINATOR, () -> channels.channels(organisation)).stream()
                .filter(one -> one.address().value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from directory." + table).query(Long.class).single();
    }

    private List<String> acts(Caller caller) {
        return as(
                SignedIn.caller("bp", Role.AUDITOR).identity(),
                () ->
                        jdbc.sql("select act from audit.event where account = :account")
                                .param("account", caller.account().toString())
                                .query(String.class)
                                .list());
    }

    private <T> T as(TransactionIdentity identity, Supplier<T> work) {
        return ActingAs.call(
                identity,
                () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
