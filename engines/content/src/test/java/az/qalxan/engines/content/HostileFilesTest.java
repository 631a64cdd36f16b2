package az.qalxan.engines.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to harm whoever reads them. */
class HostileFilesTest {

    @TempDir Path folder;

    private static Map<String, byte[]> one(String name, byte[] bytes) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put(name, bytes);
        return members;
    }

    @Test
    void denseArchivesAreListedAndNotUnpacked() throws IOException {
        byte[] bomb = Samples.zip(one("sıfır.bin", new byte[3 << 20]));
        Collected read = Collected.read(bomb, "bomb.zip");
        assertThat(read.named("sıfır.bin").flaws()).contains(Flaw.TOO_DENSE);
        byte[] large = Samples.zip(one("large.bin", new byte[5 << 20]));
        assertThat(Collected.read(large, "x.zip").named("large.bin").flaws())
                .contains(Flaw.TOO_LARGE);
        assertThat(Collected.read(Samples.gzip(new byte[3 << 20]), "x.gz").root().flaws())
                .contains(Flaw.TOO_DENSE);
    }

    @Test
    void nestingEndsAtItsDepth() throws IOException {
        byte[] inner = Samples.text("daxil");
        for (int i = 0; i < 12; i++) {
            inner = Samples.zip(one("a.zip", inner));
        }
        Collected read = Collected.read(inner, "nest.zip");
        assertThat(read.parts).hasSize(6);
        assertThat(read.parts).anyMatch(part -> part.flaws().contains(Flaw.TOO_DEEP));
    }

    @Test
    void membersAreCounted() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 400; i++) {
            many.put("m" + i, Samples.text("x"));
        }
        Collected read = Collected.read(Samples.zip(many), "many.zip");
        assertThat(read.parts).hasSize(300);
        assertThat(read.root().flaws()).contains(Flaw.TOO_MANY);
    }

    @Test
    void namesThatLeaveTheirFolderAreMarkedAndStayInside() throws IOException {
        Collected read =
                Collected.read(Samples.zip(one("../../etc/passwd", Samples.text("x"))), "x.zip");
        Part member = read.named("x.zip/etc/passwd");
        assertThat(member.flaws()).contains(Flaw.NAME_LEAVES_FOLDER);
        assertThat(Place.leaves("C:\\x")).isTrue();
        assertThat(Place.leaves("/x")).isTrue();
        assertThat(Place.leaves("a\\..\\..\\b")).isTrue();
        assertThat(Place.leaves("a/b..c")).isFalse();
    }

    @Test
    void anArchiveThatHoldsItselfEnds() throws IOException {
        byte[] inner = Samples.zip(one("a", Samples.text("x")));
        Map<String, byte[]> twice = new LinkedHashMap<>();
        for (int i = 0; i < 50; i++) {
            twice.put(i + ".zip", Samples.zip(one("b.zip", inner)));
        }
        Collected read = Collected.read(Samples.zip(twice), "q.zip");
        assertThat(read.parts.size()).isLessThanOrEqualTo(300);
    }

    @Test
    void picturesWithTooManyPixelsAreNotDecoded() throws IOException {
        Collected read = Collected.read(Samples.pngBomb(60_000, 60_000), "x.png");
        assertThat(read.root().field("picture.size")).isEqualTo("60000 × 60000");
        assertThat(read.thumbnails).isEmpty();
    }

    @Test
    void mailThatNestsWithoutEndIsDamaged() throws IOException {
        StringBuilder mail = new StringBuilder("From: a@b.example\r\nSubject: x\r\n");
        for (int i = 0; i < 200; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        Collected read = Collected.read(Samples.text(mail.toString()), "x.eml");
        assertThat(read.root().flaws()).contains(Flaw.DAMAGED);
    }

    @Test
    void schemaThatLoopsEnds() throws Exception {
        byte[] loop =
                Samples.database(
                        folder,
                        "create table t(a TEXT)",
                        "insert into t select hex(randomblob(300)) from (with recursive n(i) as"
                                + " (select 1 union all select i + 1 from n where i < 200)"
                                + " select i from n)");
        for (int page = 1; page * 4096 < loop.length; page++) {
            byte[] broken = loop.clone();
            if (broken[page * 4096] == 5) {
                broken[page * 4096 + 8] = 0;
                broken[page * 4096 + 11] = (byte) (page + 1);
            }
            Collected.read(broken, "loop.db");
        }
        byte[] view =
                Samples.database(
                        folder,
                        "create table urls(url TEXT, title TEXT)",
                        "create view visits(url, visit_time) as select url, title from urls");
        assertThat(Collected.read(view, "History").root().type().kind()).isEqualTo("sqlite");
    }

    @Test
    void documentsWithEntitiesOfTheirOwnAreNotExpanded() throws IOException {
        String laughs =
                "<!DOCTYPE x [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;\">"
                        + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><x>&b;&f;</x>";
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("[Content_Types].xml", Samples.text("<Types/>"));
        members.put("word/document.xml", Samples.text(laughs));
        String text = Collected.read(Samples.zip(members), "x.docx").root().text();
        assertThat(text).doesNotContain("haha").doesNotContain("root:");
    }

    @Test
    void controlCharactersOfNamesAreGone() {
        assertThat(Texts.line("a\u001b[31m\r\nb\u202e\ud800c", 100))
                .isEqualTo("a [31m b\u202e\ufffdc");
        assertThat(Texts.clean("a\r\nb\rc\u0000", 100)).isEqualTo("a\nb\nc");
    }

    @Test
    void wholeFilesOfEveryKindHaveNoFlaw() throws Exception {
        for (Map.Entry<String, byte[]> sample : Seeds.all(folder).entrySet()) {
            Collected read = Collected.read(sample.getValue(), sample.getKey());
            assertThat(read.parts).allMatch(part -> part.flaws().isEmpty());
            assertThat(read.root().type().family()).isNotEqualTo(ContentFamily.OTHER);
        }
    }

    /** Every sample with bytes changed, cut and repeated: parts or flaws, never a throw. */
    @Test
    void damagedFilesOfEveryKindAreReadToAnEnd() throws Exception {
        long seed = System.nanoTime();
        System.out.println("HostileFilesTest seed " + seed);
        Random random = new Random(seed);
        Map<String, byte[]> samples = Seeds.all(folder);
        for (int round = 0; round < 400; round++) {
            for (Map.Entry<String, byte[]> sample : samples.entrySet()) {
                byte[] broken = Seeds.damaged(sample.getValue(), random);
                Collected read = Collected.read(broken, sample.getKey());
                ContentInvariants.check(read);
            }
        }
    }

    @Test
    void longLinesAndHeadersEnd() throws IOException {
        byte[] line = new byte[3 << 20];
        java.util.Arrays.fill(line, (byte) 'a');
        System.arraycopy(
                "From: a@b.example\nTo: x\nSubject: ".getBytes(StandardCharsets.US_ASCII),
                0,
                line,
                0,
                33);
        assertThat(Collected.read(line, "x.eml").root().flaws()).contains(Flaw.DAMAGED);
    }
}
