package az.qalxan.transmission.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Any bytes are a mail or refused with a place; whatever nests, repeats or never ends is bounded.
 */
class MimeReadingFuzzTest {

    private static final int ROUNDS = 20_000;
    private static final List<String> PIECES =
            List.of(
                    "From: a@b.example\r\n",
                    "Content-Type: multipart/mixed; boundary=b\r\n",
                    "Content-Type: multipart/signed; protocol=\"x\"; boundary=\"b b\"\r\n",
                    "Content-Type: text/plain; charset=utf-8\r\n",
                    "Content-Transfer-Encoding: base64\r\n",
                    "Content-Transfer-Encoding: quoted-printable\r\n",
                    "Subject: =?UTF-8?B?xLBE?=\r\n",
                    "Content-Disposition: attachment; filename*=UTF-8''%C9%99.txt\r\n",
                    " qatlanmış\r\n",
                    "\r\n",
                    "\n",
                    "--b\r\n",
                    "--b--\r\n",
                    "--b b\r\n",
                    "YWJj\r\n",
                    "a=C9=99=\r\nb=\r\n",
                    "=zz",
                    "\u0000",
                    ":",
                    "\"\\");

    @Test
    void anyBytesAreAMailOrRefusedWithAPlace() {
        long seed = System.nanoTime();
        System.out.println("MimeReadingFuzzTest seed " + seed);
        Random random = new Random(seed);
        int whole = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mail = mail(random);
            switch (MimeReading.read(mail)) {
                case MimeReading.Read.Whole(MimePart part) -> {
                    whole++;
                    look(part, seed, round);
                }
                case MimeReading.Read.Wrong wrong ->
                        assertThat(wrong.place())
                                .as("seed %d, round %d", seed, round)
                                .startsWith("1");
            }
        }
        assertThat(whole).isBetween(ROUNDS / 100, ROUNDS * 99 / 100);
    }

    private static byte[] mail(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int pieces = random.nextInt(25);
        for (int i = 0; i < pieces; i++) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            int cut = random.nextInt(12) == 0 ? random.nextInt(bytes.length) : bytes.length;
            out.write(bytes, 0, cut);
            if (random.nextInt(20) == 0) {
                out.write(random.nextInt(256));
            }
        }
        return out.toByteArray();
    }

    private static void look(MimePart part, long seed, int round) {
        try {
            assertThat(MimeContent.text(part)).isNotNull();
            assertThat(part.readable("subject")).doesNotContain("\n");
            assertThat(part.fileName()).isNotNull();
        } catch (MimeReading.Unreadable e) {
            assertThat(e.wrong().place()).as("seed %d, round %d", seed, round).startsWith("1");
        }
        part.parts().forEach(child -> look(child, seed, round));
    }

    @Test
    void whatNestsOrRepeatsTooOftenIsRefused() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        assertThat(reason(deep.toString())).isEqualTo("no-end");
        StringBuilder closed = new StringBuilder(deep);
        for (int i = 499; i >= 0; i--) {
            closed.append("\n--b").append(i).append("--\n");
        }
        assertThat(reason(closed.toString())).isEqualTo("too-deep");
        String parts = "\n--b\n\nx".repeat(1_000);
        assertThat(reason("Content-Type: multipart/mixed; boundary=b\n" + parts + "\n--b--\n"))
                .isEqualTo("too-many-parts");
        assertThat(reason("A: b\n".repeat(2_000) + "\n")).isEqualTo("too-many-headers");
        assertThat(reason("A: " + "b".repeat(100_000) + "\n\n")).isEqualTo("header-too-long");
        assertThat(reason("A: b\n" + " c\n".repeat(50_000) + "\n")).isEqualTo("header-too-long");
        assertThat(reason("Content-Type: a/b;" + " x=\"\\".repeat(5_000) + "\n\n")).isEmpty();
    }

    private static String reason(String mail) {
        return MimeReading.read(mail.getBytes(StandardCharsets.UTF_8))
                        instanceof MimeReading.Read.Wrong wrong
                ? wrong.reason()
                : "";
    }
}
