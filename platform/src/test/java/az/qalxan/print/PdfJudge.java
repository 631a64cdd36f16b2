package az.qalxan.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF, which shares no code with what writes our files. */
public final class PdfJudge {

    private PdfJudge() {}

    /** What is wrong by ISO 19005-3 level A and ISO 14289-1; empty when nothing is. */
    public static List<String> faults(byte[] pdf) {
        VeraGreenfieldFoundryProvider.initialise();
        List<String> faults = new ArrayList<>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser =
                    Foundries.defaultInstance()
                            .createParser(new ByteArrayInputStream(pdf), flavour)) {
                ValidationResult result =
                        Foundries.defaultInstance()
                                .createValidator(flavour, 20, false, false, false)
                                .validate(parser);
                if (!result.isCompliant()) {
                    faults.add(flavour + " " + result.getFailedChecks());
                }
            } catch (VeraPDFException | IOException e) {
                throw new IllegalStateException("veraPDF cannot judge", e);
            }
        }
        return faults;
    }

    /** The words of the file, page by page. */
    public static String words(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            return stripper.getText(document).replace("\u00a0", " ").strip();
        } catch (IOException e) {
            throw new IllegalStateException("PDFBox cannot read", e);
        }
    }
}
