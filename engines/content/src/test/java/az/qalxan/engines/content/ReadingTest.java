package az.qalxan.engines.content;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.linking.Identifier;
import az.qalxan.engines.linking.IdentifierExtractor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What ordinary files say. */
class ReadingTest {

    @Test
    void mailTellsItsHeaderItsWayAndItsAttachments() throws Exception {
        Collected read = Collected.read(Samples.mail(), "bildiriş.eml");
        Part mail = read.root();
        assertThat(mail.field("mail.from"))
                .isEqualTo("Bank təhlükəsizliyi <oxu@bank-tesdiq.example>");
        assertThat(mail.field("mail.subject")).isEqualTo("Hesabınız bloklanı");
        assertThat(mail.text()).contains("Zəng edin: 050 555 01 27");
        assertThat(mail.field("mail.link")).isEqualTo("https://bank-tesdiq.example/giris?id=7");
        assertThat(mail.fields().stream().filter(f -> f.key().equals("mail.hop")).map(Field::value))
                .containsExactly(
                        "[198.51.100.23] [198.51.100.23] → mx.example.az, 2026-03-10T07:59:58Z",
                        "mx.example.az [192.0.2.7] → store.example.az, 2026-03-10T08:00:07Z");
        assertThat(read.moments.stream().map(Moment::kind))
                .containsExactly(MomentKind.SENT, MomentKind.RELAYED, MomentKind.RELAYED);
        Part attached = read.named("qəbz.txt");
        assertThat(attached.parent()).isZero();
        assertThat(attached.text()).isEqualTo("Qəbz: 150 AZN");
        assertThat(attached.sha256()).hasSize(64);
    }

    @Test
    void identifiersOfAPartHaveTheirPlaces() throws Exception {
        String text = Collected.read(Samples.mail(), "x.eml").root().text();
        List<Identifier> found = PartIdentifiers.in(text, IdentifierExtractor.forRegion("AZ"));
        assertThat(found.stream().map(Identifier::value))
                .contains("+994505550127", "AZ21NABZ00000000137010001944");
        Identifier phone = found.getFirst();
        assertThat(text.substring(phone.start(), phone.end())).isEqualTo("050 555 01 27");
        String far = "söz ".repeat(100_000) + "\nnömrə 050 555 01 27";
        Identifier behind = PartIdentifiers.in(far, IdentifierExtractor.forRegion("AZ")).getLast();
        assertThat(far.substring(behind.start(), behind.end())).isEqualTo("050 555 01 27");
    }

    @Test
    void messageOfOutlookIsReadLikeAMail() throws Exception {
        Collected read = Collected.read(Seeds.outlook(), "m.msg");
        assertThat(read.root().type().family()).isEqualTo(ContentFamily.MAIL);
        assertThat(read.root().field("mail.from")).isEqualTo("Bank <oxu@bank-tesdiq.example>");
        assertThat(read.root().text()).isEqualTo("Zəng edin: 050 555 01 27");
        assertThat(read.moments.getFirst().at()).isEqualTo(Instant.parse("2026-03-10T08:00:00Z"));
        assertThat(read.named("m.msg/qəbz.txt").text()).isEqualTo("Qəbz: 150 AZN");
    }

    @Test
    void mailboxIsItsMails() throws Exception {
        String mail = Samples.MAIL.replace("\n", "\r\n");
        String box = "From a@b Tue Mar 10\n" + mail + "\n>From here\n\nFrom c@d Tue\n" + mail;
        Collected read = Collected.read(Samples.text(box), "inbox");
        assertThat(read.root().field("mailbox.mails")).isEqualTo("2");
        assertThat(read.named("inbox/00002.eml").field("mail.id"))
                .isEqualTo("<1@bank-tesdiq.example>");
        assertThat(read.parts).hasSize(5);
    }

    @Test
    void archivesAreReadInsideEachOther() throws Exception {
        Map<String, byte[]> inner = new LinkedHashMap<>();
        inner.put("a/qeyd.txt", Samples.text("gizli qeyd"));
        Map<String, byte[]> outer = new LinkedHashMap<>();
        outer.put("daxili.zip", Samples.zip(inner));
        outer.put("log.txt.gz", Samples.gzip(Samples.text("sətir")));
        Collected read = Collected.read(Samples.zip(outer), "x.zip");
        assertThat(read.named("x.zip/daxili.zip/a/qeyd.txt").text()).isEqualTo("gizli qeyd");
        assertThat(read.named("x.zip/log.txt.gz/log.txt").text()).isEqualTo("sətir");
        Moment changed = read.moments.getFirst();
        assertThat(changed.at()).isEqualTo(Instant.parse("2026-03-10T08:30:00Z"));
        assertThat(changed.zoneAssumed()).isTrue();
    }

    @Test
    void photographTellsWhenAndWhere() throws Exception {
        Collected read = Collected.read(Samples.photograph(), "IMG_1.jpg");
        Part photo = read.root();
        assertThat(photo.field("picture.model")).isEqualTo("Kamera 7");
        assertThat(photo.field("picture.place")).isEqualTo("40.376100, 49.892000");
        Moment taken = read.moments.getFirst();
        assertThat(taken.at()).isEqualTo(Instant.parse("2026-03-10T10:25:36Z"));
        assertThat(taken.zoneAssumed()).isFalse();
        assertThat(read.thumbnails.get(0)).startsWith(0xff, 0xd8);
    }

    @Test
    void oldLettersAreReadAsWhatTheyAre() throws Exception {
        byte[] cyrillic = "Привет, мир, это письмо".getBytes("windows-1251");
        byte[] turkish = "Şəkil gəldi".replace("ə", "e").getBytes("windows-1254");
        byte[] wide = "Salam dünya, bu mətndir".getBytes("UTF-16LE");
        assertThat(Charsets.decode(cyrillic, null)).isEqualTo("Привет, мир, это письмо");
        assertThat(Charsets.decode(turkish, null)).isEqualTo("Şekil geldi");
        assertThat(Charsets.decode(wide, null)).isEqualTo("Salam dünya, bu mətndir");
    }

    @Test
    void markupGivesItsTextWithoutScripts() {
        assertThat(
                        Markup.text(
                                "<html><script>var x='<p>no'</script><p>Bir &amp; iki</p>"
                                        + "<!-- no --><p>&#252;&#x259;</p>",
                                100))
                .isEqualTo("Bir & iki\nüə");
    }
}
