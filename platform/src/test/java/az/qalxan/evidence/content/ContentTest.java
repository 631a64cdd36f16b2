package az.qalxan.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.evidence.DemoExhibits;
import az.qalxan.evidence.EvidenceStage;
import az.qalxan.evidence.Exhibit;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;

/** Stored bytes are read in the background; what they contain is seen as the exhibit is. */
@PlatformTest
class ContentTest {

    @Autowired ApplicationContext context;
    @Autowired ContentJob job;
    private EvidenceStage stage;
    private Caller lead;
    private String number = "";

    @BeforeEach
    void begin() throws Exception {
        stage = new EvidenceStage(context);
        lead = stage.cases.person("din", Role.INVESTIGATOR, Role.DUTY_OFFICER);
        number = stage.cases.open(lead, "Oxunan iş");
    }

    private static byte[] archive() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        DemoExhibits.class.getResourceAsStream("demo-messages.zip"))) {
            return in.readAllBytes();
        }
    }

    private Exhibit read(byte[] bytes) throws Exception {
        Exhibit exhibit =
                stage.stored(lead, stage.registered(lead, number, "Telefon surəti", ""), bytes);
        String sql =
                "select state from evidence.content_reading"
                        + " where exhibit_id = cast(:it as uuid)";
        assertThat(stage.cases.texts(sql, exhibit.id().toString()).getFirst())
                .isIn("waiting", "reading", "read");
        for (int i = 0; i < 600; i++) {
            job.readNext();
            if (stage.cases.texts(sql, exhibit.id().toString()).contains("read")) {
                return exhibit;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the exhibit was not read");
    }

    private String page(String path) throws Exception {
        String page = stage.cases.page(lead, path);
        assertThat(page).doesNotContain("??");
        return page;
    }

    @Test
    void anArchiveIsReadShownSearchedAndPutInOrderOfTime() throws Exception {
        Exhibit exhibit = read(archive());
        assertThat(stage.chain(lead, exhibit.id())).contains("opened");
        assertThat(page(exhibit.path()))
                .contains("İçində nə var", "arxiv", "+994505550127", "oxunmayan");
        assertThat(page(exhibit.path() + "/content"))
                .contains("msgstore.db", "WhatsApp yazışması", "bildiris.eml", "IMG_0314.jpg");
        String chat = page(exhibit.path() + "/content/1");
        assertThat(chat).contains("<mark title=\"IBAN: AZ21NABZ00000000137010001944\">");
        assertThat(page("/evidence/cases/" + number + "/contents?q=hesabınızı"))
                .as("another ending of the word finds it")
                .contains("msgstore.db");
        assertThat(page("/evidence/cases/" + number + "/contents?q=hesabiniz"))
                .as("so does typing without diacritics")
                .contains("msgstore.db", "şübhəli əməliyyat");
        String timeline = page("/evidence/cases/" + number + "/timeline");
        assertThat(timeline.indexOf("təhlükəsizlik xidmətindən"))
                .isPositive()
                .isLessThan(timeline.indexOf("Kod 4417"));
        assertThat(timeline).contains("14.10.2026 12:41:00", "2026-10-14 08:41:00Z", "<rect");
        assertThat(page("/evidence/cases/" + number + "/timeline?kind=visited&q=kart"))
                .contains("bank-tesdiq.example/kart")
                .doesNotContain("Kod 4417");
        pictures(exhibit);
    }

    private void pictures(Exhibit exhibit) throws Exception {
        MockHttpServletResponse picture =
                stage.cases.get(lead, exhibit.path() + "/content/4/picture");
        assertThat(picture.getContentType()).startsWith("image/jpeg");
        assertThat(picture.getContentAsByteArray()).startsWith(0xff, 0xd8);
        assertThat(page(exhibit.path() + "/content/4")).contains("Kamera 7", "40.376100");
    }

    @Test
    void timelineIsExportedInThreeForms() throws Exception {
        read(archive());
        String at = "/evidence/cases/" + number + "/timeline.";
        assertThat(page(at + "csv?kind=message").lines())
                .hasSize(9)
                .first()
                .isEqualTo(
                        "datetime,timestamp_desc,source,source_long,message,parser,"
                                + "display_name,tag");
        assertThat(page(at + "l2tcsv")).startsWith("date,time,timezone,MACB,");
        assertThat(page(at + "jsonl?kind=visited").lines())
                .hasSize(7)
                .allMatch(line -> line.startsWith("{\"__container_type__\": \"event\""));
    }

    @Test
    void identifiersAreOfferedAndOnlyAPersonTakesThem() throws Exception {
        Exhibit exhibit = read(archive());
        String id = exhibit.id().toString();
        String sql =
                "select kind || ' ' || taken from evidence.content_choice"
                        + " where exhibit_id = cast(:it as uuid) order by sequence";
        assertThat(stage.cases.texts(sql, id)).isEmpty();
        String key =
                stage.cases
                        .texts(
                                "select link_key from evidence.content_identifier"
                                        + " where kind = 'iban'"
                                        + " and exhibit_id = cast(:it as uuid)",
                                id)
                        .getFirst();
        String at = exhibit.path() + "/content/identifiers";
        assertThat(stage.cases.post(lead, at, "key", key, "choice", "take").getStatus())
                .isEqualTo(302);
        assertThat(stage.cases.texts(sql, id)).containsExactly("iban true");
        assertThat(page(exhibit.path() + "/content")).contains("işə götürülüb");
        stage.cases.post(lead, at, "key", key, "choice", "leave");
        assertThat(stage.cases.texts(sql, id)).containsExactly("iban true", "iban false");
        assertThat(stage.cases.post(lead, at, "key", "none", "choice", "take").getStatus())
                .isEqualTo(404);
    }

    @Test
    void cardNumbersAreCoveredInTextsAndMoments() throws Exception {
        String mail =
                "From: a@b.example\nTo: c@d.example\nDate: Tue, 10 Mar 2026 12:00:00 +0400\n"
                        + "Subject: kart 4169 7388 0000 0006\n\nKart 4169738800000006\n";
        Exhibit exhibit = read(mail.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(
                        stage.cases.texts(
                                "select text || fields || path || coalesce((select"
                                        + " string_agg(message, ' ') from evidence.content_moment"
                                        + " m where m.exhibit_id = p.exhibit_id), '')"
                                        + " from evidence.content_part p"
                                        + " where exhibit_id = cast(:it as uuid)",
                                exhibit.id().toString()))
                .isNotEmpty()
                .allMatch(text -> text.contains("416973******0006"))
                .noneMatch(text -> text.replace(" ", "").contains("4169738800000006"));
    }

    @Test
    void whoDoesNotSeeTheCaseFindsNothingOfIt() throws Exception {
        Exhibit exhibit = read(archive());
        Caller stranger = stage.cases.person("dtx", Role.INVESTIGATOR);
        for (String path :
                new String[] {
                    exhibit.path() + "/content",
                    exhibit.path() + "/content/1",
                    exhibit.path() + "/content/state",
                    exhibit.path() + "/content/4/picture",
                    "/evidence/cases/" + number + "/timeline",
                    "/evidence/cases/" + number + "/contents?q=hesab"
                }) {
            assertThat(stage.cases.get(stranger, path).getStatus()).as(path).isEqualTo(404);
        }
        stage.cases.restrict(lead, number);
        Caller colleague = stage.cases.person("din", Role.INVESTIGATOR);
        assertThat(stage.cases.get(colleague, exhibit.path() + "/content/1").getStatus())
                .isEqualTo(404);
    }

    @Test
    void anExhibitIsReadAgainWithoutDoubling() throws Exception {
        Exhibit exhibit = read(archive());
        String sql =
                "select count(*)::text from evidence.content_moment"
                        + " where exhibit_id = cast(:it as uuid)";
        String before = stage.cases.texts(sql, exhibit.id().toString()).getFirst();
        stage.cases.post(lead, exhibit.path() + "/content/again");
        for (int i = 0; i < 600 && (i == 0 || page(exhibit.path()).contains("every 3s")); i++) {
            job.readNext();
            Thread.sleep(100);
        }
        assertThat(stage.cases.texts(sql, exhibit.id().toString()).getFirst()).isEqualTo(before);
    }
}
