package az.qalxan.engines.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Date;
import java.util.Set;
import org.apache.poi.extractor.POITextExtractor;
import org.apache.poi.hpsf.HPSFException;
import org.apache.poi.hpsf.NoPropertySetStreamException;
import org.apache.poi.hpsf.PropertySet;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextParagraph;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hssf.extractor.ExcelExtractor;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Compound files of Windows: Outlook messages, documents of old Office, jump lists. */
final class CompoundReader implements PartReader {

    private static final int BYTES_MAX = 64 << 20;

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        byte[] bytes = source.all(BYTES_MAX);
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            Set<String> names = files.getRoot().getEntryNames();
            draft.type(type(names));
            summary(files, draft, reading);
            if (names.contains("__properties_version1.0")) {
                new OutlookReader(new MAPIMessage(files)).read(draft, reading);
            } else {
                text(files, names, draft);
            }
        }
    }

    private static ContentType type(Set<String> names) {
        if (names.contains("__properties_version1.0")) {
            return TypeSniffer.media("application/vnd.ms-outlook");
        }
        if (names.contains("WordDocument")) {
            return TypeSniffer.media("application/msword");
        }
        if (names.contains("Workbook") || names.contains("Book")) {
            return TypeSniffer.media("application/vnd.ms-excel");
        }
        if (names.contains("PowerPoint Document")) {
            return TypeSniffer.media("application/vnd.ms-powerpoint");
        }
        if (names.contains("DestList")) {
            return new ContentType("application/x-ms-jumplist", "jump-list", ContentFamily.TRACE);
        }
        if (names.contains("Catalog")) {
            return new ContentType("application/x-ms-thumbs", "thumbcache", ContentFamily.TRACE);
        }
        return TypeSniffer.media("application/x-tika-msoffice");
    }

    private static void text(POIFSFileSystem files, Set<String> names, PartDraft draft)
            throws IOException {
        if (names.contains("WordDocument")) {
            try (POITextExtractor word = new WordExtractor(files)) {
                draft.text(word.getText());
            }
        } else if (names.contains("Workbook")) {
            try (POITextExtractor sheets = new ExcelExtractor(files)) {
                draft.text(sheets.getText());
            }
        } else if (names.contains("PowerPoint Document")) {
            try (HSLFSlideShow show = new HSLFSlideShow(files)) {
                show.getSlides()
                        .forEach(slide ->
                                slide.getTextParagraphs()
                                        .forEach(text ->
                                                draft.text(HSLFTextParagraph.getText(text))));
            }
        }
    }

    private static void summary(POIFSFileSystem files, PartDraft draft, Reading reading)
            throws IOException {
        if (!files.getRoot().hasEntryCaseInsensitive(SummaryInformation.DEFAULT_STREAM_NAME)) {
            return;
        }
        try (var in = files.createDocumentInputStream(SummaryInformation.DEFAULT_STREAM_NAME)) {
            SummaryInformation said = new SummaryInformation(new PropertySet(in));
            draft.field("document.title", said.getTitle());
            draft.field("document.author", said.getAuthor());
            draft.field("document.changed-by", said.getLastAuthor());
            draft.field("document.program", said.getApplicationName());
            moment(said.getCreateDateTime(), MomentKind.CREATED, draft, reading);
            moment(said.getLastSaveDateTime(), MomentKind.MODIFIED, draft, reading);
        } catch (NoPropertySetStreamException e) {
            draft.flaw(Flaw.DAMAGED);
        } catch (HPSFException e) {
            draft.flaw(Flaw.DAMAGED);
        }
    }

    private static void moment(@Nullable Date at, MomentKind kind, PartDraft draft, Reading reading)
            throws IOException {
        if (at != null) {
            reading.moment(draft, at.toInstant(), kind, draft.place().name());
        }
    }
}
