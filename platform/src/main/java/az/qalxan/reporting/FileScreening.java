package az.qalxan.reporting;

import az.qalxan.database.Sha256;
import az.qalxan.web.Violation;

/** Looks at one file that somebody sent. */
final class FileScreening {

    private static final int MEGABYTE = 1 << 20;

    private FileScreening() {}

    /** The outcome for one file. */
    sealed interface Result {

        record Fine(ScreenedFile file) implements Result {}

        record Wrong(Violation violation) implements Result {}
    }

    static Result screen(Attachments.Upload upload) {
        String shown = FileName.base(upload.name());
        byte[] content = upload.content();
        if (content.length == 0) {
            return wrong("empty", shown);
        }
        if (content.length > Attachments.FILE_BYTES_MAX) {
            return new Result.Wrong(
                    Violation.at(
                            "files",
                            "file.wrong.large",
                            shown,
                            (content.length + MEGABYTE - 1) / MEGABYTE,
                            Attachments.FILE_BYTES_MAX / MEGABYTE));
        }
        if (FileName.runnable(upload.name())) {
            return wrong("runnable", shown);
        }
        return switch (FileSniffer.sniff(content)) {
            case FileSniffer.Sniffed.Refused(String why) -> wrong(why, shown);
            case FileSniffer.Sniffed.Known(FileType type) ->
                    new Result.Fine(
                            new ScreenedFile(
                                    FileName.clean(upload.name(), type),
                                    type,
                                    content,
                                    Sha256.of(content),
                                    "quarantined"));
        };
    }

    private static Result wrong(String why, String name) {
        return new Result.Wrong(Violation.at("files", "file.wrong." + why, name));
    }
}
