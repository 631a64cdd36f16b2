package az.qalxan.cooperation.paper;

import az.qalxan.web.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a paper back: its data and what its signature is worth. The bytes are foreign; they are
 * read by {@link PdfLite} only, and nothing is believed because it is printed.
 */
public final class PaperReader {

    /** Longer files are not read. */
    public static final int FILE_BYTES_MAX = 20_000_000;

    private static final Object ABSENT = Boolean.FALSE;

    private PaperReader() {}

    /** Never fails: what cannot be understood says where and why. */
    public static PaperRead read(byte[] file) {
        if (file.length > FILE_BYTES_MAX) {
            return notUnderstood(
                    Flaws.at("pdf", "bytes", file.length, FILE_BYTES_MAX),
                    PaperSignature.without(PaperSignature.State.UNREADABLE));
        }
        try {
            PdfLite pdf = PdfLite.open(file);
            return read(pdf, SignatureCheck.of(pdf, file));
        } catch (PdfLite.Unreadable e) {
            return notUnderstood(
                    Flaws.at("pdf", "pdf", e.place(), e.why()),
                    PaperSignature.without(PaperSignature.State.UNREADABLE));
        }
    }

    /** What is wrong, in English, for the command line. */
    public static String english(Violation flaw) {
        return PaperWords.english(flaw);
    }

    /** What the signature is worth, in English, for the command line. */
    public static String english(PaperSignature.State state) {
        return PaperWords.english(Violation.at("", "paper.signature." + state.code()));
    }

    private static PaperRead read(PdfLite pdf, PaperSignature signature) {
        Optional<byte[]> data = pdf.content(attachment(pdf).orElse(ABSENT), PaperContent.BYTES_MAX);
        if (data.isEmpty()) {
            return notUnderstood(Flaws.at("pdf", "attachment"), signature);
        }
        RecordJson.Found<PaperForm> found = PaperContent.read(data.get());
        return found.value()
                .<PaperRead>map(form ->
                        new PaperRead.Understood(
                                form,
                                PaperContent.SCHEMA,
                                PaperKind.of(form).code(),
                                new String(data.get(), StandardCharsets.UTF_8),
                                signature))
                .orElseGet(() -> new PaperRead.NotUnderstood(found.flaws(), signature));
    }

    private static Optional<Object> attachment(PdfLite pdf) {
        Map<String, Object> names = pdf.dictionary(pdf.root().get("Names")).orElse(Map.of());
        @Nullable Object named = pdf.names(names.get("EmbeddedFiles")).get(PaperContent.FILE_NAME);
        return pdf.dictionary(named)
                .flatMap(file -> pdf.dictionary(file.get("EF")))
                .flatMap(files -> Optional.ofNullable(files.get("F")));
    }

    private static PaperRead notUnderstood(Violation flaw, PaperSignature signature) {
        return new PaperRead.NotUnderstood(List.of(flaw), signature);
    }
}
