package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.cooperation.paper.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./qalxan paper read}, by what it answers; papers themselves are tested where they are
 * made.
 */
class PaperCommandTest {

    @TempDir Path folder;

    @Test
    void aFileThatIsNoPaperIsRefusedWithThePlace() throws IOException {
        Path file = Files.writeString(folder.resolve("no.pdf"), "%PDF-1.7\nno more\u001b[31m");
        Ran text = Ran.of(new PaperCommand(), "read", file);
        assertThat(text.code()).isEqualTo(1);
        assertThat(text.out()).contains("not understood").contains("pdf: The file is no PDF");
        Ran json = Ran.of(new PaperCommand(), "read", "--json", file);
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.json().required("understood").booleanValue()).isFalse();
        assertThat(json.json().required("flaws").get(0).required("place").asString())
                .isEqualTo("pdf");
    }

    @Test
    void aPaperShowsItsDataAndWhatItsSignatureIsWorth() throws IOException {
        byte[] paper = Samples.signedPaper();
        Path file = Files.write(folder.resolve("paper.pdf"), paper);
        Ran text = Ran.of(new PaperCommand(), "read", file);
        assertThat(text.code()).isZero();
        assertThat(text.out())
                .contains("acknowledgement (qalxan-paper/1)")
                .contains("trial: The signature is right, but made with a trial key")
                .contains("correspondence.head.reference: Q-2026-000124");
        Ran json = Ran.of(new PaperCommand(), "read", "--json", file);
        assertThat(json.code()).isZero();
        assertThat(json.json().required("signature").required("state").asString())
                .isEqualTo("trial");
        assertThat(json.json().required("paper").required("kind").asString())
                .isEqualTo("acknowledgement");
        paper[paper.length / 4]++;
        Files.write(file, paper);
        Ran changed = Ran.of(new PaperCommand(), "read", file);
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.out()).contains("THE FILE WAS CHANGED");
    }

    @Test
    void aFileThatIsNotThereIsAWrongCommand() {
        assertThat(Ran.of(new PaperCommand(), "read", folder.resolve("none.pdf")).code())
                .isEqualTo(2);
        assertThat(Ran.of(new PaperCommand()).code()).isEqualTo(2);
    }
}
