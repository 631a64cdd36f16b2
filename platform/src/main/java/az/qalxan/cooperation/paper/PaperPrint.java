package az.qalxan.cooperation.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * Prints a form as PDF/A-3 with its data inside; nothing outside the class path is ever fetched.
 */
final class PaperPrint {

    private static final int BOLD = 700;
    private static final int NORMAL = 400;

    private final TemplateEngine templates;

    PaperPrint(TemplateEngine templates) {
        this.templates = templates;
        // The library tells each style sheet and font that it reads.
        XRLog.setLoggingEnabled(false);
    }

    byte[] print(PrintJob job, Instant now) {
        try {
            return attached(pdf(html(job)), job.data(), now);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot print a paper", e);
        }
    }

    private String html(PrintJob job) {
        StringOutput html = new StringOutput();
        templates.render("cooperation/paper/sheet.jte", Map.of("sheet", SheetLayout.of(job)), html);
        return html.toString();
    }

    private static byte[] pdf(String html) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useFont(
                () -> PaperFonts.open(PaperFonts.REGULAR), "Paper", NORMAL, FontStyle.NORMAL, true);
        builder.useFont(
                () -> PaperFonts.open(PaperFonts.BOLD), "Paper", BOLD, FontStyle.NORMAL, true);
        builder.useFont(
                () -> PaperFonts.open(PaperFonts.SERIF_BOLD),
                "Title",
                BOLD,
                FontStyle.NORMAL,
                true);
        builder.useUriResolver((base, uri) -> null);
        builder.withHtmlContent(html, null);
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    /** Without compressed cross references, so that {@link PdfLite} reads the file back. */
    private static byte[] attached(byte[] pdf, byte[] data, Instant now) throws IOException {
        Calendar when = GregorianCalendar.from(now.atZone(ZoneOffset.UTC));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDEmbeddedFile file =
                    new PDEmbeddedFile(document, new java.io.ByteArrayInputStream(data));
            file.setSubtype("application/json");
            file.setSize(data.length);
            file.setCreationDate(when);
            file.setModDate(when);
            PDComplexFileSpecification named = new PDComplexFileSpecification();
            named.setFile(PaperContent.FILE_NAME);
            named.setFileUnicode(PaperContent.FILE_NAME);
            named.setFileDescription("The data of this paper: " + PaperContent.SCHEMA);
            named.setEmbeddedFile(file);
            named.setEmbeddedFileUnicode(file);
            named.getCOSObject().setName("AFRelationship", "Data");
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of(PaperContent.FILE_NAME, named));
            PDDocumentNameDictionary names =
                    new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            COSArray associated = new COSArray();
            associated.add(named);
            document.getDocumentCatalog()
                    .getCOSObject()
                    .setItem(COSName.getPDFName("AF"), associated);
            List.of("Type", "Length", "W", "Index", "Filter")
                    .forEach(name ->
                            document.getDocument()
                                    .getTrailer()
                                    .removeItem(COSName.getPDFName(name)));
            document.save(out, CompressParameters.NO_COMPRESSION);
        }
        return out.toByteArray();
    }
}
