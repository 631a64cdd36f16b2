package az.qalxan.reporting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are taken; everything else is refused. */
enum FileType {
    PDF("application/pdf", List.of("pdf"), List.of("application/pdf")),
    PNG("image/png", List.of("png"), List.of("image/png")),
    JPEG("image/jpeg", List.of("jpg", "jpeg", "jfif"), List.of("image/jpeg")),
    WEBP("image/webp", List.of("webp"), List.of("image/webp")),
    HEIC("image/heic", List.of("heic", "heif"), List.of()),
    TEXT("text/plain", List.of("txt"), List.of("text/plain")),
    EMAIL("message/rfc822", List.of("eml"), List.of("message/rfc822")),
    OUTLOOK("application/vnd.ms-outlook", List.of("msg"), List.of("application/x-tika-msoffice")),
    WORD(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            List.of("docx"),
            List.of()),
    EXCEL(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            List.of("xlsx"),
            List.of()),
    MP3("audio/mpeg", List.of("mp3"), List.of("audio/mpeg")),
    OGG(
            "audio/ogg",
            List.of("ogg", "oga", "opus"),
            List.of("application/ogg", "audio/ogg", "audio/vorbis", "audio/opus")),
    M4A("audio/mp4", List.of("m4a"), List.of()),
    MP4("video/mp4", List.of("mp4"), List.of());

    private final String mediaType;
    private final List<String> extensions;
    private final List<String> sniffed;

    FileType(String mediaType, List<String> extensions, List<String> sniffed) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.sniffed = sniffed;
    }

    /** The type whose content is recognised under that name; empty when it is not taken. */
    static Optional<FileType> ofSniffed(String name) {
        for (FileType type : values()) {
            if (type.sniffed.contains(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extensions.getFirst();
    }

    boolean fits(String extension) {
        return extensions.contains(extension.toLowerCase(Locale.ROOT));
    }

    /** Whether markup or scripts inside are normal: letters carry HTML. */
    boolean mayCarryMarkup() {
        return this == EMAIL || this == OUTLOOK || this == WORD || this == EXCEL;
    }

    boolean isZip() {
        return this == WORD || this == EXCEL;
    }
}
