package az.qalxan.engines.content;

import java.io.IOException;
import java.io.Writer;
import java.util.Calendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/** A document in PDF: its text and what it says of itself. */
final class PdfReader implements PartReader {

    private static final int BYTES_MAX = 64 << 20;
    private static final int PAGES_MAX = 1_000;

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        byte[] bytes = source.all(BYTES_MAX);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            draft.field("document.pages", String.valueOf(document.getNumberOfPages()));
            properties(document.getDocumentInformation(), draft, reading);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(PAGES_MAX);
            BoundedText text = new BoundedText(draft.textRoom() + 1);
            try {
                stripper.writeText(document, text);
            } finally {
                draft.text(text.text());
            }
            if (document.getNumberOfPages() > PAGES_MAX) {
                draft.flaw(Flaw.TEXT_CUT);
            }
        } catch (InvalidPasswordException e) {
            draft.flaw(Flaw.ENCRYPTED);
        }
    }

    private static void properties(PDDocumentInformation said, PartDraft draft, Reading reading)
            throws IOException {
        draft.field("document.title", said.getTitle());
        draft.field("document.author", said.getAuthor());
        draft.field("document.program", said.getProducer());
        moment(said.getCreationDate(), MomentKind.CREATED, draft, reading);
        moment(said.getModificationDate(), MomentKind.MODIFIED, draft, reading);
    }

    private static void moment(
            @Nullable Calendar at, MomentKind kind, PartDraft draft, Reading reading)
            throws IOException {
        if (at != null) {
            reading.moment(draft, at.toInstant(), kind, draft.place().name());
        }
    }

    /** Takes so much text and then says that it was enough. */
    private static final class BoundedText extends Writer {

        private final StringBuilder text = new StringBuilder();
        private final int max;

        BoundedText(int max) {
            this.max = max;
        }

        String text() {
            return text.toString();
        }

        @Override
        public void write(char[] chars, int from, int length) throws IOException {
            text.append(chars, from, Math.max(0, Math.min(length, max - text.length())));
            if (text.length() >= max) {
                throw new LimitReached(Flaw.TEXT_CUT);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
