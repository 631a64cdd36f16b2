package az.qalxan.reporting.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.Attachments;
import az.qalxan.reporting.Attachments.Attached;
import az.qalxan.reporting.HostileFiles;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.form.Visitor.Receipt;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Files from the reporter's form to the officer's hands. */
@PlatformTest
class FilesTest {

    private static final String STORY = "Faylı göndərirəm, orada hər şey yazılıb.";

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Attachments attachments;

    private record Stored(ReportId report, Attached file) {

        String path() {
            return "/reports/" + report + "/files/" + file.id();
        }
    }

    @Test
    void aFileIsKeptWithItsDigestUnderACleanName() throws Exception {
        Stored stored = stored("phone-fraud", "../\u202efotogpj.\u200bpdf", HostileFiles.pdf());
        assertThat(stored.file().name()).isEqualTo("fotogpj.pdf");
        assertThat(stored.file().type()).isEqualTo("application/pdf");
        assertThat(stored.file().bytes()).isEqualTo(HostileFiles.pdf().length);
        assertThat(stored.file().sha256()).matches("[0-9a-f]{64}");
        assertThat(stored.file().state()).isEqualTo("quarantined");
        assertThat(stored.file().by()).isEqualTo("reporter");
    }

    @Test
    void aQuarantinedFileIsHandedOutAfterAWarningAndAsNothingThatOpens() throws Exception {
        Stored stored = stored("phone-fraud", "qəbz.pdf", HostileFiles.pdf());
        MockHttpServletResponse warning = officer(get(stored.path()), "din");
        assertThat(warning.getContentType()).startsWith("text/html");
        assertThat(warning.getContentAsString()).contains(stored.file().sha256());

        MockHttpServletResponse file = officer(post(stored.path()).with(csrf()), "din");
        assertThat(file.getContentAsByteArray()).isEqualTo(HostileFiles.pdf());
        assertThat(file.getContentType()).isEqualTo("application/octet-stream");
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(file.getHeaders("X-Content-Type-Options")).containsOnly("nosniff");
        assertThat(file.getHeaders("Content-Security-Policy")).hasSize(1);
        assertThat(file.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(acts(stored.file())).contains("reporting.attachment.downloaded");
    }

    @Test
    void aReleasedFileIsHandedOutAtOnce() throws Exception {
        Stored stored = stored("phone-fraud", "qəbz.pdf", HostileFiles.pdf());
        officer(post(stored.path() + "/release").with(csrf()), "din");
        MockHttpServletResponse file = officer(get(stored.path()), "din");
        assertThat(file.getContentType()).isEqualTo("application/pdf");
        assertThat(file.getContentAsByteArray()).isEqualTo(HostileFiles.pdf());
        assertThat(acts(stored.file())).contains("reporting.attachment.released");
    }

    @Test
    void anotherBodyDoesNotLearnThatTheFileExists() throws Exception {
        Stored stored = stored("phone-fraud", "qəbz.pdf", HostileFiles.pdf());
        assertThat(officer(get(stored.path()), "dtx").getStatus()).isEqualTo(404);
        assertThat(officer(post(stored.path()).with(csrf()), "dtx").getStatus()).isEqualTo(404);
        assertThat(officer(post(stored.path() + "/release").with(csrf()), "dtx").getStatus())
                .isEqualTo(404);
        assertThat(acts(stored.file())).containsOnly("reporting.attachment.received");
        assertThat(new Visitor(mvc).see(stored.path()).getStatus()).isEqualTo(302);
    }

    @Test
    void aSensitiveReportsFileAsksForThePurpose() throws Exception {
        Stored stored = stored("sextortion", "ekran.png", HostileFiles.png());
        MockHttpServletResponse silent = officer(post(stored.path()).with(csrf()), "din");
        assertThat(silent.getContentType()).startsWith("text/html");
        assertThat(silent.getContentAsString()).contains("name=\"purpose\"");
        MockHttpServletResponse said =
                officer(
                        post(stored.path())
                                .with(csrf())
                                .param("purpose", "ekspertizaya göndərilir"),
                        "din");
        assertThat(said.getContentAsByteArray()).isEqualTo(HostileFiles.png());
    }

    @Test
    void hostileFilesStopTheReportAndAreNamed() throws Exception {
        assertRefused("file", "qəbz.docx", HostileFiles.bomb());
        assertRefused("type", "şəkil.png", HostileFiles.bytes("<svg onload='x'/>"));
        assertRefused("two", "qəbz.pdf", HostileFiles.bytes("%PDF-1.7 <html><script>x"));
        assertRefused("large", "böyük.pdf", Arrays.copyOf(HostileFiles.pdf(), 11 << 20));
    }

    private void assertRefused(String what, String name, byte[] content) throws Exception {
        Map<String, String> answers = Visitor.answers(UUID.randomUUID().toString(), STORY);
        answers.put("go", "send");
        MockHttpServletResponse answer =
                new Visitor(mvc).postFiles("/report", answers, part(name, content));
        assertThat(answer.getStatus()).as(what).isEqualTo(422);
        assertThat(answer.getContentAsString()).as(what).contains("“" + name + "”", STORY);
    }

    @Test
    void sixFilesAreTooMany() throws Exception {
        MockMultipartFile[] six = new MockMultipartFile[6];
        Arrays.fill(six, part("a.pdf", HostileFiles.pdf()));
        Map<String, String> answers = Visitor.answers(UUID.randomUUID().toString(), STORY);
        answers.put("go", "send");
        assertThat(new Visitor(mvc).postFiles("/report", answers, six).getStatus()).isEqualTo(422);
    }

    @Test
    void aReporterAddsFilesLaterAndSeesTheirNames() throws Exception {
        Visitor visitor = new Visitor(mvc);
        Receipt receipt = visitor.report(Visitor.answers(UUID.randomUUID().toString(), STORY));
        visitor.open(receipt);
        visitor.postFiles("/follow/add", Map.of(), part("ekran.png", HostileFiles.png()));
        assertThat(visitor.see("/follow").getContentAsString()).contains("ekran.png");
        assertThat(
                        visitor.postFiles(
                                        "/follow/add",
                                        Map.of("text", "qalsın"),
                                        part("x.exe", HostileFiles.pdf()))
                                .getContentAsString())
                .contains("“x.exe”", "qalsın");
    }

    private Stored stored(String category, String name, byte[] content) throws Exception {
        Map<String, String> answers = Visitor.answers(UUID.randomUUID().toString(), STORY);
        answers.put("category", category);
        answers.put("group", category.equals("sextortion") ? "blackmail" : "message");
        Receipt receipt = new Visitor(mvc).report(answers, part(name, content));
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () -> {
                    ReportId report = new ReportId(id(receipt));
                    return new Stored(report, attachments.of(report).getFirst());
                });
    }

    private UUID id(Receipt receipt) {
        return transaction.execute(status ->
                jdbc.sql("select id from reporting.report where reference = :reference")
                        .param("reference", receipt.reference())
                        .query(UUID.class)
                        .single());
    }

    private List<String> acts(Attached file) {
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () ->
                        transaction.execute(status ->
                                jdbc.sql("select act from audit.event where subject_id = :id")
                                        .param("id", file.id().toString())
                                        .query(String.class)
                                        .list()));
    }

    private MockHttpServletResponse officer(
            org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?>
                    request,
            String body)
            throws Exception {
        RequestPostProcessor officer = SignedIn.as(body, Role.DUTY_OFFICER);
        return mvc.perform(request.with(officer)).andReturn().getResponse();
    }

    private static MockMultipartFile part(String name, byte[] content) {
        return new MockMultipartFile("files", name, "application/octet-stream", content);
    }
}
