package az.qalxan.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * Prints HTML as PDF/A-3a with its data inside; nothing outside the class path is ever fetched. The
 * font families are {@code Paper} (regular and bold) and {@code Title} (bold). A picture is inline
 * SVG with its words for those who do not see it in the attribute {@code alt}.
 */
public final class PdfPrint {

    private static final int BOLD = 700;
    private static final int NORMAL = 400;

    static {
        // The library tells each style sheet and font that it reads.
        XRLog.setLoggingEnabled(false);
    }

    private PdfPrint() {}

    /** The file, unsigned; {@code html} is well-formed as XML. */
    public static byte[] print(String html, List<Attached> files, Instant now) {
        try {
            return attached(pdf(html), files, now);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot print a paper", e);
        }
    }

    private static byte[] pdf(String html) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        font(builder, PrintFonts.REGULAR, "Paper", NORMAL);
        font(builder, PrintFonts.BOLD, "Paper", BOLD);
        font(builder, PrintFonts.SERIF_BOLD, "Title", BOLD);
        builder.useUriResolver((base, uri) -> null);
        builder.useSVGDrawer(new SvgPictures());
        builder.withHtmlContent(html, null);
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> PrintFonts.open(file), family, weight, FontStyle.NORMAL, true);
    }

    /** Without compressed cross references, so that a plain reader reads the file back. */
    private static byte[] attached(byte[] pdf, List<Attached> files, Instant now)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Map<String, PDComplexFileSpecification> named = new TreeMap<>();
            COSArray associated = new COSArray();
            for (Attached file : files) {
                PDComplexFileSpecification one = specification(document, file, now);
                named.put(file.name(), one);
                associated.add(one);
            }
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(named);
            PDDocumentNameDictionary names =
                    new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
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

    private static PDComplexFileSpecification specification(
            PDDocument document, Attached attached, Instant now) throws IOException {
        Calendar when = GregorianCalendar.from(now.atZone(ZoneOffset.UTC));
        byte[] bytes = attached.bytes();
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes));
        file.setSubtype(attached.mediaType());
        file.setSize(bytes.length);
        file.setCreationDate(when);
        file.setModDate(when);
        PDComplexFileSpecification named = new PDComplexFileSpecification();
        named.setFile(attached.name());
        named.setFileUnicode(attached.name());
        named.setFileDescription(attached.description());
        named.setEmbeddedFile(file);
        named.setEmbeddedFileUnicode(file);
        named.getCOSObject().setName("AFRelationship", "Data");
        return named;
    }
}
