package az.qalxan.cooperation.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.Repository;
import az.qalxan.print.SigningKey;
import az.qalxan.print.TrialKey;
import az.qalxan.web.ProblemFound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** What papers say, and that they are what their format promises. */
class PaperPrintTest {

    private static final Papers PAPERS = Samples.papers(TrialKey.make(Samples.NOW));
    private static final Map<String, Paper> MADE = new TreeMap<>();

    /** Leaves the files in {@code target/papers}, to be looked at. */
    @BeforeAll
    static void makeOneOfEachKind() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "papers"));
        VeraGreenfieldFoundryProvider.initialise();
        for (PaperForm form : Samples.all()) {
            Paper paper = Samples.make(PAPERS, form);
            MADE.put(PaperKind.of(form).code(), paper);
            Files.write(folder.resolve(paper.fileName()), paper.pdf());
        }
    }

    @Test
    void thereIsASampleOfEachKind() {
        assertThat(MADE).hasSize(PaperKind.values().length);
    }

    @Test
    void thePrintedWordsAreTheCommittedOnes() throws IOException {
        for (Map.Entry<String, Paper> one : MADE.entrySet()) {
            String file = "platform/src/test/resources/papers/" + one.getKey() + ".txt";
            String words = words(one.getValue().pdf());
            assertThat(Repository.committed(file, words)).as(file).isEqualTo(words);
        }
    }

    /**
     * Archives and screen readers: veraPDF judges, which shares no code with what wrote the file.
     */
    @Test
    void papersArePdfA3AndAccessible() throws VeraPDFException, IOException {
        for (Map.Entry<String, Paper> one : MADE.entrySet()) {
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
                ValidationResult result = judged(one.getValue().pdf(), flavour);
                assertThat(result.isCompliant())
                        .as("%s %s %s", one.getKey(), flavour, result.getFailedChecks())
                        .isTrue();
            }
        }
    }

    @Test
    void theJudgeOfTheFormatCanSayNo() throws VeraPDFException, IOException {
        assertThat(judged(made("answer"), PDFAFlavour.PDFA_1_B).isCompliant()).isFalse();
    }

    @Test
    void aTrialKeyIsConfessedOnEveryPageAndARealOneIsNot() throws IOException {
        assertThat(words(made("preservation")))
                .contains("SINAQ İMZASI. Sistem bu açarı özü yaradıb")
                .contains("proves nothing");
        SigningKey trial = TrialKey.make(Samples.NOW);
        Papers real = Samples.papers(new SigningKey(trial.secret(), trial.chain(), false));
        assertThat(words(Samples.make(real, Samples.all().get(4)).pdf()))
                .doesNotContain("SINAQ")
                .doesNotContain("TRIAL");
    }

    @Test
    void noPaperIsSignedOutsideTheTermOfTheKey() {
        Duration day = Duration.ofDays(1);
        X500Name name = new X500Name("CN=Old");
        SigningKey old =
                TrialKey.make(name, Samples.NOW.minus(day.multipliedBy(9)), Samples.NOW.minus(day));
        SigningKey early =
                TrialKey.make(name, Samples.NOW.plus(day), Samples.NOW.plus(day.multipliedBy(9)));
        for (SigningKey key : List.of(old, early)) {
            Papers papers = Samples.papers(key);
            assertThat(papers.signer().usable()).isFalse();
            assertThatThrownBy(() -> papers.preservation(Samples.preservation(PaperLanguage.NONE)))
                    .isInstanceOfSatisfying(
                            ProblemFound.class,
                            found ->
                                    assertThat(found.problem())
                                            .isEqualTo(PaperProblem.KEY_UNUSABLE));
        }
        assertThat(PAPERS.signer().usable()).isTrue();
    }

    @Test
    void markupAndInvisibleSignsOfTheWriterStayText() throws IOException {
        Letter.Answer answer = (Letter.Answer) Samples.all().get(3);
        String hostile = "<b>&amp;</b> ]]> <script>x</script>\u202Egpj.exe\u0007 中\uD83D\uDE00";
        Letter.Answer told = new Letter.Answer(answer.correspondence(), hostile, "–", List.of());
        Paper paper = PAPERS.letter(told);
        assertThat(words(paper.pdf())).contains("<b>&amp;</b> ]]> <script>x</script>gpj.exe □□");
        assertThat(PaperReader.read(paper.pdf()))
                .isInstanceOfSatisfying(
                        PaperRead.Understood.class,
                        read -> assertThat(read.form()).isEqualTo(told));
    }

    @Test
    void everyLanguageHasEveryWordThatIsPrinted() {
        Set<Object> printed = new HashSet<>(PaperWords.file("tr").keySet());
        assertThat(PaperWords.file("ru").keySet()).isEqualTo(printed);
        for (String language : List.of("az", "en")) {
            assertThat(PaperWords.file(language).keySet()).containsAll(printed);
        }
        assertThat(printed)
                .noneMatch(key -> key.toString().startsWith("paper.wrong."))
                .hasSizeGreaterThan(90);
    }

    private static byte[] made(String kind) {
        return Objects.requireNonNull(MADE.get(kind)).pdf();
    }

    private static ValidationResult judged(byte[] pdf, PDFAFlavour flavour)
            throws VeraPDFException, ModelParsingException, IOException {
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
            return Foundries.defaultInstance()
                    .createValidator(flavour, 20, false, false, false)
                    .validate(parser);
        }
    }

    static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            return stripper.getText(document).replace("\u00a0", " ").strip() + "\n";
        }
    }
}
