package az.qalxan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import az.qalxan.PlatformTest;
import az.qalxan.access.Accounts;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.access.TestAccount;
import az.qalxan.database.ActingAs;
import az.qalxan.web.Language;
import az.qalxan.web.Texts;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal answers who saw or did what, and its readers stand in it. */
@PlatformTest
class JournalTest {

    private static final Caller AUDITOR = SignedIn.caller("bp", Role.AUDITOR);

    @Autowired MockMvc web;
    @Autowired AuditLog log;
    @Autowired Journal journal;
    @Autowired Accounts accounts;
    @Autowired Texts texts;
    @Autowired Clock clock;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void whoLookedAtAReportIsAnsweredBySubject() throws Exception {
        String report = UUID.randomUUID().toString();
        TestAccount officer = SignedIn.account(accounts, "din", Role.DUTY_OFFICER);
        Caller caller =
                new Caller(
                        officer.id(),
                        "Sınaq " + officer.username(),
                        officer.body(),
                        officer.roles());
        act(caller, "report", report, Map.of("purpose", "Sübut axtarışı"));
        act(SignedIn.caller("dtx", Role.DUTY_OFFICER), "report", other(), Map.of());
        JournalPage page = page(filter("", "", report));
        assertThat(page.rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.account()).isEqualTo(officer.id().toString());
                    assertThat(row.body()).isEqualTo("din");
                    assertThat(row.roles()).containsExactly("duty-officer");
                    assertThat(row.circumstances()).containsEntry("purpose", "Sübut axtarışı");
                });
        web.perform(get("/journal").param("subject", report).with(SignedIn.as(AUDITOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Sübut axtarışı")))
                .andExpect(content().string(Matchers.containsString(caller.name())))
                .andExpect(content().string(Matchers.containsString("növbətçi zabit")));
    }

    @Test
    void filtersNarrowByActorActBodyAndDay() {
        String subject = other();
        TestAccount officer = SignedIn.account(accounts, "mb", Role.DUTY_OFFICER);
        Caller caller = new Caller(officer.id(), "Sınaq", officer.body(), officer.roles());
        act(caller, "case", subject, Map.of());
        act(SignedIn.caller("dtx", Role.INVESTIGATOR), "case", subject, Map.of());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Baku"));
        assertThat(page(filter("", "", subject)).rows()).hasSize(2);
        assertThat(page(filter(officer.username().value(), "", subject)).rows()).hasSize(1);
        assertThat(page(filter(officer.id().toString(), "", subject)).rows()).hasSize(1);
        assertThat(page(filter("heç kim belə deyil", "", subject)).rows()).isEmpty();
        assertThat(page(filter("", "audit.test.done", subject)).rows()).hasSize(2);
        assertThat(page(filter("", "audit.journal.read", subject)).rows()).isEmpty();
        assertThat(page(new JournalFilter("", "", "", "", "case", subject, "mb")).rows())
                .hasSize(1);
        assertThat(
                        page(new JournalFilter(
                                        today.toString(),
                                        today.toString(),
                                        "",
                                        "",
                                        "",
                                        subject,
                                        ""))
                                .rows())
                .hasSize(2);
        assertThat(
                        page(new JournalFilter(
                                        today.plusDays(1).toString(), "", "", "", "", subject, ""))
                                .rows())
                .isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        String subject = other();
        int all = Journal.PAGE_ROWS + 7;
        Caller caller = SignedIn.caller("din", Role.DUTY_OFFICER);
        for (int i = 0; i < all; i++) {
            act(caller, "report", subject, Map.of("number", String.valueOf(i)));
        }
        JournalPage first = page(filter("", "", subject));
        JournalPage second =
                as(
                        AUDITOR,
                        () ->
                                journal.page(
                                        filter("", "", subject),
                                        first.next(),
                                        texts.in(Language.EN)));
        List<String> numbers = new ArrayList<>();
        first.rows().forEach(row -> numbers.add(row.circumstances().getOrDefault("number", "")));
        second.rows().forEach(row -> numbers.add(row.circumstances().getOrDefault("number", "")));
        assertThat(first.rows()).hasSize(Journal.PAGE_ROWS);
        assertThat(second.next()).isZero();
        assertThat(numbers).hasSize(all).doesNotHaveDuplicates();
    }

    @Test
    void readingAndExportingTheJournalIsRecorded() throws Exception {
        Caller reader = SignedIn.caller("bp", Role.AUDITOR);
        String subject = other();
        act(reader, "report", subject, Map.of("purpose", "=1+1"));
        web.perform(get("/journal").param("subject", subject).with(SignedIn.as(reader)))
                .andExpect(status().isOk());
        web.perform(get("/journal.csv").param("subject", subject).with(SignedIn.as(reader)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(subject)));
        List<AuditRecord> own =
                page(new JournalFilter("", "", reader.account().toString(), "", "journal", "", ""))
                        .rows();
        assertThat(own)
                .extracting(AuditRecord::act)
                .containsExactly("audit.journal.exported", "audit.journal.read");
        assertThat(own.getFirst().circumstances()).containsEntry("subject", subject);
    }

    @Test
    void onlyAuditorsReadIt() throws Exception {
        web.perform(get("/journal")).andExpect(status().is3xxRedirection());
        for (Role role : List.of(Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.STATISTICIAN)) {
            web.perform(get("/journal").with(SignedIn.as("din", role)))
                    .andExpect(status().isForbidden());
            web.perform(get("/journal.csv").with(SignedIn.as("din", role)))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void whatWasDoneAboutAnIncidentLeadsToIt() {
        for (String kind : List.of("incident", "alert", "criteria")) {
            assertThat(SubjectPlace.of(kind)).as(kind).isPresent();
        }
    }

    @Test
    void everyActIsPutIntoWords() {
        List<String> unsaid = new ArrayList<>();
        for (JavaClass type :
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("az.qalxan")) {
            if (type.isEnum() && type.isAssignableTo(AuditedAct.class)) {
                for (Object act : type.reflect().getEnumConstants()) {
                    String key = "audit.act." + ((AuditedAct) act).code();
                    if (!texts.in(Language.AZ).has(key) || !texts.in(Language.EN).has(key)) {
                        unsaid.add(key);
                    }
                }
            }
        }
        assertThat(unsaid).isEmpty();
    }

    private enum TestAct implements AuditedAct {
        DONE;

        @Override
        public String code() {
            return "audit.test.done";
        }

        @Override
        public String meaning() {
            return "A test did something.";
        }
    }

    private static String other() {
        return UUID.randomUUID().toString();
    }

    private static JournalFilter filter(String actor, String act, String subject) {
        return new JournalFilter("", "", actor, act, "", subject, "");
    }

    private JournalPage page(JournalFilter filter) {
        return as(AUDITOR, () -> journal.page(filter, Long.MAX_VALUE, texts.in(Language.EN)));
    }

    private void act(Caller caller, String kind, String subject, Map<String, String> how) {
        as(
                caller,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(status -> {
                                    log.record(TestAct.DONE, AuditSubject.of(kind, subject), how);
                                    return subject;
                                }));
    }

    private static <T> T as(Caller caller, java.util.function.Supplier<T> work) {
        return ActingAs.call(caller.identity(), work::get);
    }
}
