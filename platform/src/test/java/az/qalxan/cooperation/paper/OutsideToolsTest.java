package az.qalxan.cooperation.paper;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.print.TrialKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers as programs see them that share no code with us. */
class OutsideToolsTest {

    private static final Paper PAPER =
            Samples.make(
                    Samples.papers(TrialKey.make(Samples.NOW)),
                    Samples.preservation(PaperLanguage.RU));

    @TempDir Path folder;

    @Test
    void opensslVerifiesTheSignatureOverTheBytesThatItCovers() throws Exception {
        need("openssl", "openssl");
        byte[] pdf = PAPER.pdf();
        PdfLite file = PdfLite.open(pdf);
        var form = file.dictionary(file.root().get("AcroForm")).orElseThrow();
        var field = file.dictionary(file.array(form.get("Fields")).getFirst()).orElseThrow();
        var signature = file.dictionary(field.get("V")).orElseThrow();
        PdfLite.Text cms = file.text(signature.get("Contents")).orElseThrow();
        byte[] covered = new byte[pdf.length - (cms.until() - cms.from())];
        System.arraycopy(pdf, 0, covered, 0, cms.from());
        System.arraycopy(pdf, cms.until(), covered, cms.from(), pdf.length - cms.until());
        Path content = Files.write(folder.resolve("content"), covered);
        Path container = Files.write(folder.resolve("cms.der"), cms.bytes());
        List<String> verify =
                List.of(
                        "openssl",
                        "cms",
                        "-verify",
                        "-binary",
                        "-noverify",
                        "-inform",
                        "DER",
                        "-in",
                        container.toString(),
                        "-content",
                        content.toString(),
                        "-out",
                        "/dev/null");
        assertThat(run(verify)).contains("successful");
        covered[covered.length / 2]++;
        Files.write(content, covered);
        assertThat(run(verify)).doesNotContain("successful");
    }

    @Test
    void popplerVerifiesTheSignatureAndSeesTheWholeDocumentSigned() throws Exception {
        need("pdfsig", "poppler-utils");
        assertThat(run(List.of("pdfsig", "-nocert", paper().toString())))
                .contains("Signature Type: ETSI.CAdES.detached")
                .contains("Total document signed")
                .contains("Signature is Valid");
    }

    @Test
    void popplerReadsEveryLetterAndTheDataInside() throws Exception {
        need("pdftotext", "poppler-utils");
        need("pdfdetach", "poppler-utils");
        assertThat(run(List.of("pdftotext", "-layout", paper().toString(), "-")))
                .contains("Verilənlərin mühafizəsinə dair sorğu", "Günel Şıxəliyeva-Ağayeva")
                .contains("Запрос о сохранении данных")
                .containsPattern("(?m)TRIAL SIGNATURE +1 ?/ ?4$");
        Path data = folder.resolve("data.json");
        run(List.of("pdfdetach", "-save", "1", "-o", data.toString(), paper().toString()));
        assertThat(PaperContent.read(Files.readAllBytes(data)).value())
                .contains(Samples.preservation(PaperLanguage.RU));
    }

    private Path paper() throws IOException {
        return Files.write(folder.resolve(PAPER.fileName()), PAPER.pdf());
    }

    private static void need(String program, String debianPackage) {
        boolean present =
                Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        Assumptions.assumeTrue(present, "needs " + program + ": apt-get install " + debianPackage);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
