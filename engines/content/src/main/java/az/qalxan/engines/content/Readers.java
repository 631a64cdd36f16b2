package az.qalxan.engines.content;

import java.io.IOException;

/** Which reader reads which type. */
final class Readers {

    private Readers() {}

    /** Finds out what a part is, and reads it. */
    static void read(Source source, PartDraft draft, Reading reading) throws IOException {
        draft.type(TypeSniffer.sniff(source, draft.place().name()));
        of(draft.type()).read(source, draft, reading);
    }

    private static PartReader of(ContentType type) {
        PartReader own = ofKind(type.kind());
        return own == null ? ofMedia(type) : own;
    }

    private static @org.jspecify.annotations.Nullable PartReader ofKind(String kind) {
        return switch (kind) {
            case "sqlite" -> new StoreReader();
            case "evtx" -> new EventLogReader();
            case "shortcut" -> new ShortcutReader();
            case "prefetch" -> new PrefetchReader();
            case "registry" -> new HiveReader();
            case "registry-text" -> new TextReader();
            case "index-dat" -> new UrlCacheReader();
            case "" -> null;
            default -> Readers::nothing;
        };
    }

    private static PartReader ofMedia(ContentType type) {
        return switch (type.media()) {
            case "message/rfc822" -> new MailReader();
            case "application/mbox" -> new MailboxReader();
            case "application/pdf" -> new PdfReader();
            case "application/x-tika-msoffice",
                    "application/msword",
                    "application/vnd.ms-outlook",
                    "application/vnd.ms-excel",
                    "application/vnd.ms-powerpoint" ->
                    new CompoundReader();
            case "application/rtf" -> new RichTextReader();
            case "text/html", "application/xhtml+xml" -> new MarkupReader();
            case "application/x-7z-compressed" -> new SevenZipReader();
            default -> ofFamily(type);
        };
    }

    private static PartReader ofFamily(ContentType type) {
        String media = type.media();
        if (ZipReader.reads(media)) {
            return new ZipReader();
        }
        if (PackedReader.reads(media)) {
            return new PackedReader();
        }
        if (StreamArchiveReader.reads(media)) {
            return new StreamArchiveReader();
        }
        if (media.endsWith("+xml")) {
            return new MarkupReader();
        }
        return switch (type.family()) {
            case PICTURE -> new PictureReader();
            case TEXT -> new TextReader();
            case ARCHIVE -> (source, draft, reading) -> draft.flaw(Flaw.NOT_READABLE);
            default -> Readers::nothing;
        };
    }

    /** What the part is, is all that can be said. */
    private static void nothing(Source source, PartDraft draft, Reading reading) {}
}
