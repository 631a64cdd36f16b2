package az.qalxan.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.print.SvgPicture.Box;
import az.qalxan.print.SvgPicture.Letters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** Pages with pictures, and that archives and screen readers can use them. */
class PdfPrintTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final String SAID = "Üç tədbirdən ikisi <yetirilib> & \"təsdiqlənib\"";

    static SvgPicture picture() {
        return new SvgPicture(200, 60, SAID)
                .box(Ink.PETROL, new Box(10, 10, 120, 14))
                .framed(Ink.PETROL_SOFT, Ink.PETROL, new Box(130, 10, 60, 14), true)
                .line(Ink.NAR, new Box(150, 0, 0, 50), 1.5, true)
                .circle(Ink.NONE, Ink.FERN, 20, 45, 5)
                .path(Ink.FERN, Ink.NONE, false, 60, 40, 70, 45, 60, 50)
                .linkTo("/strategy?a=1&b=2")
                .words(Letters.of(Ink.TEXT, 12).strong(), 90, 50, "ğüşıöçə İ <2>")
                .linkEnds();
    }

    private static byte[] printed(String body) {
        return PdfPrint.print(
                "<html lang=\"az\"><head><title>Sınaq</title>"
                        + "<meta name=\"description\" content=\"Sınaq\" />"
                        + "<style>body { font-family: \"Paper\"; }</style></head><body>"
                        + body
                        + "</body></html>",
                List.of(),
                NOW);
    }

    @Test
    void aPageWithPicturesIsPdfA3AndAccessible() throws IOException {
        byte[] pdf =
                printed(
                        "<h1>Başlıq</h1>"
                                + picture().onPaper(120)
                                + "<p>"
                                + picture().onPaper(60)
                                + "</p>");
        Files.write(
                Files.createDirectories(Path.of("target", "papers")).resolve("picture.pdf"), pdf);
        assertThat(PdfJudge.faults(pdf)).isEmpty();
    }

    @Test
    void aPictureSaysItsWordsToThoseWhoDoNotSeeIt() throws IOException {
        try (PDDocument document = Loader.loadPDF(printed(picture().onPaper(120)))) {
            List<String> said = new ArrayList<>();
            document.getDocument()
                    .getXrefTable()
                    .keySet()
                    .forEach(key -> {
                        var object = document.getDocument().getObjectFromPool(key).getObject();
                        if (object instanceof COSDictionary one
                                && COSName.getPDFName("Figure").equals(one.getItem(COSName.S))) {
                            said.add(one.getString("Alt"));
                        }
                    });
            assertThat(said).containsExactly(SAID);
        }
    }

    @Test
    void aPictureOnAPageIsHiddenFromReadersAndItsWordsAreNoMarkup() {
        assertThat(picture().onPage("bars"))
                .contains("aria-hidden=\"true\"", "&lt;2&gt;", "a=1&amp;b=2", "tabindex=\"-1\"")
                .doesNotContain("style=", "<2>");
    }

    @Test
    void whatOurPicturesDoNotUseStopsThePrint() {
        assertThatThrownBy(() ->
                        printed(
                                "<svg viewBox=\"0 0 9 9\" alt=\"x\"><image"
                                        + " href=\"file:/etc/passwd\"/></svg>"))
                .hasStackTraceContaining("pictures do not use image");
    }
}
