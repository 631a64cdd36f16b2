package az.qalxan.cooperation.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class PaperTest {

    @Test
    void draft() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        Papers papers = Samples.papers(TrialKey.make(Samples.NOW));
        Path dir = Files.createDirectories(Path.of("/tmp/papers-try/out"));
        for (PaperForm form : Samples.all()) {
            Paper paper = Samples.make(papers, form);
            Files.write(dir.resolve(paper.fileName()), paper.pdf());
            PaperRead read = PaperReader.read(paper.pdf());
            System.out.println(paper.fileName() + " " + paper.pdf().length + " " + (read instanceof PaperRead.Understood u ? u.signature() + " same " + u.form().equals(form) : read));
            for (PDFAFlavour f : new PDFAFlavour[]{PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1}) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(paper.pdf()), f)) {
                PDFAValidator validator = Foundries.defaultInstance().createValidator(f, 100, false, false, false);
                ValidationResult result = validator.validate(parser);
                System.out.println(f + " " + result.isCompliant());
                result.getTestAssertions().stream().map(a -> a.getRuleId() + " " + a.getMessage()+ " " + a.getLocation()).distinct().limit(10).forEach(System.out::println);
            }
            }
        }
    }
}
