package az.qalxan.strategy.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import az.qalxan.PlatformTest;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.Sha256;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.database.WorkTime;
import az.qalxan.directory.NewOrganisations;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationKind;
import az.qalxan.jurisdiction.Words;
import az.qalxan.web.ProblemFound;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A meeting from its plan to corrected minutes, with its bad days, through pages and rows. */
@PlatformTest
class CommissionFlowTest {

    private static final String WHY = "Sınaq üçün səbəb yazılıb.";

    @Autowired MockMvc mvc;
    @Autowired Meetings meetings;
    @Autowired AgendaDesk agenda;
    @Autowired Decisions deciding;
    @Autowired TaskDesk tasks;
    @Autowired MeetingTaskStore taskRows;
    @Autowired MinutesDesk minutes;
    @Autowired NewOrganisations organisations;
    @Autowired AgendaSources registers;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager manager;

    private final Caller chair = SignedIn.caller("xritdx", Role.COORDINATOR);
    private final Caller secretary = SignedIn.caller("dtx", Role.COORDINATOR);
    private final Caller member = SignedIn.caller("rinn", Role.COORDINATOR);
    private final Caller outsider = SignedIn.caller("din", Role.INVESTIGATOR);

    private static <T> T as(Caller caller, Supplier<T> work) {
        return ActingAs.call(caller.identity(), work::get);
    }

    private static void run(Caller caller, Runnable work) {
        ActingAs.run(caller.identity(), work);
    }

    private MockHttpServletResponse post(Caller caller, String path, String... fields)
            throws Exception {
        var request = MockMvcRequestBuilders.post(path);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request.with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse get(Caller caller, String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(path).with(SignedIn.as(caller)))
                .andReturn()
                .getResponse();
    }

    private String page(Caller caller, String path) throws Exception {
        MockHttpServletResponse answer = get(caller, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).as(path).doesNotContain("??");
        return text;
    }

    private long planned(Instant start) {
        return planned(start, Handling.GREEN);
    }

    private long planned(Instant start, Handling handling) {
        return as(
                secretary,
                () ->
                        meetings.plan(
                                new Meetings.Wanted(
                                        start,
                                        "Bakı",
                                        new Words("Sınaq iclası", "Trial meeting"),
                                        handling),
                                secretary));
    }

    private UUID seat(long number, String body) {
        return as(
                secretary,
                () ->
                        meetings.places(number).stream()
                                .filter(one -> one.body().equals(body))
                                .map(Meetings.Place::seat)
                                .findFirst()
                                .orElseThrow());
    }

    /** A meeting that is open, with so many of its voting seats taken. */
    private long open(int voters) {
        return open(voters, Handling.GREEN);
    }

    private long open(int voters, Handling handling) {
        long number = planned(Instant.now().plus(Duration.ofDays(1)), handling);
        run(secretary, () -> meetings.open(number, seat(number, "xritdx"), secretary));
        as(secretary, () -> meetings.places(number)).stream()
                .filter(Meetings.Place::votes)
                .limit(voters)
                .forEach(one ->
                        run(
                                secretary,
                                () -> meetings.note(number, one.seat(), true, "", secretary)));
        return number;
    }

    private String own(long number) {
        return as(secretary, () -> agenda.add(number, new Words("Sınaq məsələsi", ""), secretary));
    }

    private Decisions.Wanted wanted(String key, @Nullable Long reverses) {
        return new Decisions.Wanted(
                key, new Words("Sınaq qərarı verildi", ""), List.of(), null, null, reverses);
    }

    private long asked(long number, long decision, String body, int days) {
        return as(
                secretary,
                () ->
                        deciding.ask(
                                number,
                                decision,
                                new Decisions.Ask(body, new Words("Hesabat verin", ""), days),
                                secretary));
    }

    private Task task(long number) {
        return transaction(secretary, () -> taskRows.find(number).orElseThrow());
    }

    @Test
    void aMeetingIsPlannedHeldAndConfirmedByTwoPeople() throws Exception {
        MockHttpServletResponse made =
                post(
                        secretary,
                        "/strategy/meetings",
                        "title",
                        "Rüblük iclas",
                        "start",
                        "2027-01-15T11:00",
                        "place",
                        "XRİTDX",
                        "handling",
                        "AMBER");
        assertThat(made.getStatus()).isEqualTo(302);
        String at = String.valueOf(made.getHeader("Location"));
        long number = Long.parseLong(at.substring(at.lastIndexOf('/') + 1));
        assertThat(page(member, at)).contains("Rüblük iclas", "TLP:AMBER");
        assertThat(get(outsider, at).getStatus()).isEqualTo(403);
        assertThat(post(member, at + "/cancel", "reason", WHY).getStatus()).isEqualTo(403);
        MockHttpServletResponse added = post(member, at + "/items", "title", "Üzvün məsələsi");
        String item = String.valueOf(added.getHeader("Location"));
        assertThat(page(member, item)).contains("Üzvün məsələsi");
        assertThat(
                        post(
                                        member,
                                        item + "/papers",
                                        "title",
                                        "Pis keçid",
                                        "path",
                                        "https://elsewhere.example/")
                                .getStatus())
                .isEqualTo(422);
        assertThat(
                        post(member, item + "/papers", "title", "Strategiya", "path", "/strategy")
                                .getStatus())
                .isEqualTo(302);
        post(secretary, at + "/open", "presiding", seat(number, "xritdx").toString());
        for (String body : List.of("xritdx", "dtx", "rinn", "nk", "etn")) {
            post(secretary, at + "/presence/" + seat(number, body), "there", "true");
        }
        post(secretary, item + "/words", "base", "0", "words", "Məsələyə baxıldı.");
        String ballot = "seat-" + seat(number, "rinn");
        post(
                secretary,
                item + "/votes",
                "question",
                "Təklif qəbul edilsinmi?",
                "seat-" + seat(number, "xritdx"),
                "yes",
                "seat-" + seat(number, "dtx"),
                "yes",
                "seat-" + seat(number, "nk"),
                "yes",
                ballot,
                "no");
        assertThat(page(secretary, item)).contains("lehinə 3, əleyhinə 1");
        post(secretary, item + "/decisions", "words", "RİNN hesabat təqdim etsin.");
        String decided = page(secretary, item);
        int from = decided.indexOf("/strategy/meetings/decisions/");
        String decision = decided.substring(from, decided.indexOf('"', from));
        String of = decision.substring(decision.lastIndexOf('/') + 1);
        post(
                secretary,
                item + "/decisions/" + of + "/tasks",
                "body",
                "rinn",
                "words",
                "Hesabatı göndərin",
                "days",
                "10");
        assertThat(page(member, decision)).contains("Hesabatı göndərin", "RİNN");
        assertThat(post(secretary, at + "/close").getStatus()).isEqualTo(302);
        String sheet = page(member, at + "/minutes/1");
        assertThat(sheet)
                .contains("Məsələyə baxıldı.", "RİNN hesabat təqdim etsin.", "Hesabatı göndərin");
        sign(number, at);
        corrected(number, at, item);
    }

    private String digest(long number) {
        return as(secretary, () -> minutes.digest(number));
    }

    private int sign(Caller who, String at, String side, int version, String digest)
            throws Exception {
        return post(
                        who,
                        at + "/minutes/sign",
                        "side",
                        side,
                        "version",
                        Integer.toString(version),
                        "sha256",
                        digest)
                .getStatus();
    }

    private void sign(long number, String at) throws Exception {
        String digest = digest(number);
        assertThat(sign(member, at, "chair", 1, digest)).as("another body").isEqualTo(409);
        assertThat(sign(chair, at, "chair", 1, "0".repeat(64))).as("other words").isEqualTo(409);
        assertThat(sign(chair, at, "chair", 1, digest)).isEqualTo(302);
        assertThat(sign(chair, at, "secretary", 1, digest)).as("one person").isEqualTo(409);
        assertThat(sign(secretary, at, "secretary", 1, digest)).isEqualTo(302);
        byte[] words = get(member, at + "/minutes/1/minutes.json").getContentAsByteArray();
        assertThat(Sha256.of(words)).isEqualTo(digest);
        byte[] pdf = get(member, at + "/minutes/1/minutes.pdf").getContentAsByteArray();
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("minutes.json", "/ETSI.CAdES.detached");
        assertThatThrownBy(() ->
                        transaction(
                                secretary,
                                () ->
                                        jdbc.sql(
                                                        """
                                                        update strategy.minutes
                                                        set chair_name = 'x'
                                                        where sha256 = :sha256
                                                        returning version
                                                        """)
                                                .param("sha256", digest)
                                                .query(Integer.class)
                                                .single()))
                .isInstanceOf(DataAccessException.class);
    }

    private void corrected(long number, String at, String item) throws Exception {
        String before = digest(number);
        assertThat(post(secretary, item + "/words", "base", "1", "words", "Başqa söz").getStatus())
                .as("signed words stand")
                .isEqualTo(409);
        post(secretary, at + "/minutes/correct", "reason", WHY);
        post(secretary, item + "/words", "base", "1", "words", "Düzəldilmiş söz");
        assertThat(page(member, at + "/minutes/2")).contains("Düzəldilmiş söz", WHY);
        assertThat(page(member, at + "/minutes/1"))
                .contains("Məsələyə baxıldı.", before)
                .doesNotContain("Düzəldilmiş söz");
        assertThat(digest(number)).isNotEqualTo(before);
    }

    private <T> T transaction(Caller caller, Supplier<T> work) {
        return as(
                caller,
                () ->
                        java.util.Objects.requireNonNull(
                                new TransactionTemplate(manager).execute(status -> work.get())));
    }

    @Test
    void twoSecretariesWriteAtOnceAndNobodysWordsAreLost() throws Exception {
        long number = open(5);
        String key = own(number);
        String item = "/strategy/meetings/" + number + "/items/" + key;
        assertThat(
                        post(
                                        secretary,
                                        item + "/words",
                                        "base",
                                        "0",
                                        "words",
                                        "Birinci katibin sözü")
                                .getStatus())
                .isEqualTo(302);
        MockHttpServletResponse met =
                post(chair, item + "/words", "base", "0", "words", "İkinci katibin sözü");
        assertThat(met.getStatus()).isEqualTo(409);
        assertThat(met.getContentAsString(StandardCharsets.UTF_8))
                .contains(
                        "Birinci katibin sözü", "İkinci katibin sözü", "name=\"base\" value=\"1\"");
        assertThat(page(secretary, item)).contains("İkinci katibin sözü", "mətnə düşməyib");
        assertThat(
                        post(chair, item + "/words", "base", "1", "words", "Hər ikisinin sözü")
                                .getStatus())
                .isEqualTo(302);
        assertThat(page(secretary, item))
                .contains("Birinci katibin sözü", "İkinci katibin sözü", "Hər ikisinin sözü");
    }

    @Test
    void theSameVersionOfAnAgendaIsOrderedOnce() {
        long number = planned(Instant.now().plus(Duration.ofDays(3)));
        String first = own(number);
        String second = own(number);
        int version = transaction(secretary, () -> meetings.find(number).version());
        run(secretary, () -> agenda.move(number, version, second, true, secretary));
        assertThatThrownBy(() -> run(chair, () -> agenda.move(number, version, first, true, chair)))
                .isInstanceOf(ProblemFound.class)
                .hasMessage("meeting-changed");
    }

    @Test
    void aMovedMeetingKeepsWhereItWasAndItsInvitationFollows() throws Exception {
        long number = planned(Instant.parse("2027-02-01T07:00:00Z"));
        String at = "/strategy/meetings/" + number;
        assertThat(get(member, at + "/invitation.ics").getContentAsString())
                .contains("SEQUENCE:0", "DTSTART:20270201T070000Z");
        String[] fields = {
            "version",
            "0",
            "reason",
            WHY,
            "title",
            "Sınaq iclası",
            "start",
            "2027-02-08T11:00",
            "place",
            "Gəncə"
        };
        assertThat(post(secretary, at + "/move", fields).getStatus()).isEqualTo(302);
        assertThat(post(chair, at + "/move", fields).getStatus())
                .as("the plan that was seen is old")
                .isEqualTo(409);
        assertThat(page(member, at)).contains("Gəncə", WHY, "1 fevral 2027");
        assertThat(get(member, at + "/invitation.ics").getContentAsString(StandardCharsets.UTF_8))
                .contains("SEQUENCE:1", "DTSTART:20270208T070000Z", "LOCATION:Gəncə");
        post(secretary, at + "/cancel", "reason", WHY);
        assertThat(get(member, at + "/invitation.ics").getContentAsString())
                .contains("SEQUENCE:2", "METHOD:CANCEL");
    }

    @Test
    void nothingIsDecidedOnceTheQuorumIsLost() throws Exception {
        long number = open(5);
        String key = own(number);
        String other = own(number);
        run(secretary, () -> deciding.decide(number, wanted(key, null), secretary));
        run(secretary, () -> meetings.note(number, seat(number, "xritdx"), false, "", secretary));
        assertThatThrownBy(() ->
                        run(
                                secretary,
                                () -> deciding.decide(number, wanted(other, null), secretary)))
                .hasMessage("meeting-without-quorum");
        Map<UUID, String> choices = new HashMap<>();
        choices.put(seat(number, "dtx"), "yes");
        assertThatThrownBy(() ->
                        run(
                                secretary,
                                () ->
                                        deciding.vote(
                                                number,
                                                new Decisions.Ballots(other, "Sual?", choices),
                                                secretary)))
                .hasMessage("meeting-without-quorum");
        String page = page(member, "/strategy/meetings/" + number);
        assertThat(page).contains("Yetərsay itdi", "yetərsay yoxdur");
        run(secretary, () -> meetings.close(number, secretary));
        assertThat(page(member, "/strategy/meetings/" + number + "/minutes/1"))
                .contains("Yetərsay itdi", "növbəti iclasa keçib");
        long next = planned(Instant.now().plus(Duration.ofDays(30)));
        assertThat(agendaKeys(next)).contains(other).doesNotContain(key);
    }

    private List<String> agendaKeys(long number) {
        return transaction(
                secretary,
                () ->
                        registers.agenda(meetings.find(number)).lines().stream()
                                .map(one -> one.topic().key())
                                .toList());
    }

    @Test
    void aTaskIsAnsweredGivenBackAndAccepted() throws Exception {
        long number = open(5);
        long decision =
                as(secretary, () -> deciding.decide(number, wanted(own(number), null), secretary));
        long given = asked(number, decision, "rinn", 10);
        String at = "/strategy/meetings/tasks/" + given;
        assertThat(page(member, at)).contains("Hesabat verin");
        assertThat(
                        post(
                                        chair,
                                        at + "/answer",
                                        "version",
                                        "0",
                                        "words",
                                        "Başqa qurum cavab verir")
                                .getStatus())
                .as("another body's task")
                .isEqualTo(409);
        assertThat(
                        post(
                                        member,
                                        at + "/answer",
                                        "version",
                                        "0",
                                        "words",
                                        "Hesabat göndərildi.",
                                        "link",
                                        "javascript:alert(1)")
                                .getStatus())
                .isEqualTo(422);
        post(
                member,
                at + "/answer",
                "version",
                "0",
                "words",
                "Hesabat göndərildi.",
                "link",
                "/strategy");
        assertThat(post(member, at + "/accept", "version", "1").getStatus()).isEqualTo(409);
        post(chair, at + "/give-back", "version", "1", "words", "Əlavələr yoxdur", "days", "5");
        assertThat(task(given).state()).isEqualTo(Task.State.OPEN);
        post(member, at + "/answer", "version", "2", "words", "Əlavələr də göndərildi.");
        assertThat(post(chair, at + "/accept", "version", "2").getStatus())
                .as("an old version")
                .isEqualTo(409);
        post(chair, at + "/accept", "version", "3");
        assertThat(task(given).state()).isEqualTo(Task.State.DONE);
        assertThat(page(member, at)).contains("Əlavələr yoxdur", "Cavab qəbul edildi");
    }

    @Test
    void anOverdueTaskComesOntoTheNextAgendaByItself() {
        Instant past = Instant.now().minus(Duration.ofDays(60));
        long[] made = new long[1];
        WorkTime.run(
                past,
                () -> {
                    long number = open(5);
                    long decision =
                            as(
                                    secretary,
                                    () ->
                                            deciding.decide(
                                                    number, wanted(own(number), null), secretary));
                    made[0] = asked(number, decision, "rinn", 10);
                });
        long next = planned(Instant.now().plus(Duration.ofDays(10)));
        String key = "task:" + made[0];
        assertThat(agendaKeys(next)).contains(key);
        run(
                member,
                () -> tasks.answer(made[0], 0, new TaskDesk.Said("Artıq hazırdır", ""), member));
        assertThat(agendaKeys(next)).doesNotContain(key);
    }

    @Test
    void anAgendaTellsNothingOfANarrowerMarking() {
        long[] made = new long[1];
        WorkTime.run(
                Instant.now().minus(Duration.ofDays(60)),
                () -> {
                    long number = open(5, Handling.AMBER);
                    long decision =
                            as(
                                    secretary,
                                    () ->
                                            deciding.decide(
                                                    number, wanted(own(number), null), secretary));
                    made[0] = asked(number, decision, "rinn", 10);
                });
        Instant soon = Instant.now().plus(Duration.ofDays(10));
        String key = "task:" + made[0];
        assertThat(agendaKeys(planned(soon, Handling.GREEN))).doesNotContain(key);
        assertThat(agendaKeys(planned(soon, Handling.AMBER))).contains(key);
    }

    @Test
    void aTaskOfABodyThatIsNoMoreIsHandedOn() throws Exception {
        long number = open(5);
        long decision =
                as(secretary, () -> deciding.decide(number, wanted(own(number), null), secretary));
        String body = "t-" + UUID.randomUUID().toString().substring(0, 8);
        introduce(body);
        long given = asked(number, decision, body, 10);
        long next = planned(Instant.now().plus(Duration.ofDays(10)));
        assertThat(agendaKeys(next)).doesNotContain("task:" + given);
        post(
                secretary,
                "/directory/" + body + "/dissolve",
                "since",
                "2026-01-01",
                "successor",
                "din");
        assertThat(agendaKeys(next)).contains("task:" + given);
        String at = "/strategy/meetings/tasks/" + given;
        assertThat(page(secretary, at)).contains("artıq yoxdur");
        assertThatThrownBy(() -> asked(number, decision, body, 5)).hasMessage("invalid-input");
        post(
                secretary,
                at + "/hand-on",
                "version",
                "0",
                "body",
                "din",
                "words",
                "Vəzifələri DİN davam etdirir",
                "days",
                "7");
        assertThat(task(given).body()).isEqualTo("din");
        assertThat(page(member, at)).contains("Vəzifələri DİN davam etdirir", "DİN");
        assertThat(agendaKeys(next)).doesNotContain("task:" + given);
    }

    @Test
    void aReversedDecisionTakesItsRunningTasksBack() throws Exception {
        long number = open(5);
        String key = own(number);
        long first = as(secretary, () -> deciding.decide(number, wanted(key, null), secretary));
        long given = asked(number, first, "rinn", 10);
        long second = as(secretary, () -> deciding.decide(number, wanted(key, first), secretary));
        assertThat(task(given).state()).isEqualTo(Task.State.WITHDRAWN);
        assertThat(page(member, "/strategy/meetings/decisions/" + first))
                .contains("ləğv edilib (qərar № " + second + ")");
        assertThatThrownBy(() ->
                        run(
                                secretary,
                                () -> deciding.decide(number, wanted(key, first), secretary)))
                .hasMessage("decision-reversed");
        assertThatThrownBy(() -> asked(number, first, "rinn", 5)).hasMessage("decision-reversed");
        assertThat(page(member, "/strategy/meetings/tasks/" + given))
                .contains("/strategy/meetings/decisions/" + second);
    }

    private void introduce(String body) {
        ActingAs.run(
                TransactionIdentity.job("test"),
                () ->
                        organisations.introduce(
                                new Organisation(
                                        new BodyCode(body),
                                        body.toUpperCase(java.util.Locale.ROOT),
                                        new Words("Sınaq qurumu", "Trial body"),
                                        List.of(OrganisationKind.EXECUTOR),
                                        false,
                                        new Words("", ""))));
    }

    /** A marking narrower than one's right hides a meeting, its items, decisions and tasks. */
    @Test
    void rowsShowOnlyWhatTheMatrixGives() {
        long number = open(5);
        String key = own(number);
        long decision = as(secretary, () -> deciding.decide(number, wanted(key, null), secretary));
        long given = asked(number, decision, "rinn", 10);
        for (Caller hidden : List.of(outsider, SignedIn.caller("din", Role.STATISTICIAN))) {
            assertThat(count(hidden, "strategy.meeting where number = " + number)).isZero();
            assertThat(count(hidden, "strategy.decision where number = " + decision)).isZero();
            assertThat(count(hidden, "strategy.task where number = " + given)).isZero();
            assertThat(count(hidden, "strategy.agenda_item where key = '" + key + "'")).isZero();
        }
        Caller auditor = SignedIn.caller("bp", Role.AUDITOR);
        assertThat(count(auditor, "strategy.task where number = " + given)).isEqualTo(1);
        assertThatThrownBy(() ->
                        transaction(
                                member,
                                () ->
                                        jdbc.sql(
                                                        """
                                                        insert into strategy.meeting_step
                                                          (meeting, kind, at, name)
                                                        select id, 'closed', now(), 'x'
                                                        from strategy.meeting
                                                        where number = :n
                                                        """)
                                                .param("n", number)
                                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    private int count(Caller caller, String from) {
        return transaction(
                caller,
                () -> jdbc.sql("select count(*) from " + from).query(Integer.class).single());
    }

    @Test
    void programsReadAndAnswerToo() throws Exception {
        long number = open(5);
        long decision =
                as(secretary, () -> deciding.decide(number, wanted(own(number), null), secretary));
        long given = asked(number, decision, "rinn", 10);
        String whole = page(member, "/api/strategy/meetings/" + number);
        assertThat(whole).contains("\"held\":true", "\"number\":" + decision);
        MockHttpServletResponse answer =
                mvc.perform(
                                MockMvcRequestBuilders.post(
                                                "/api/strategy/tasks/" + given + "/answer")
                                        .contentType("application/json")
                                        .content(
                                                """
                                                {"version": 0, "words": "Proqram cavab verir",
                                                 "link": "/strategy"}
                                                """)
                                        .with(SignedIn.as(member))
                                        .with(csrf()))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("\"state\":\"answered\"");
        assertThat(page(member, "/api/strategy/tasks?show=answered"))
                .contains("\"number\":" + given);
    }
}
