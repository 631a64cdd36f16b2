package az.qalxan.reporting;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.Category;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of reports. Row-level security decides whose a caller sees; what was handed out is
 * recorded in the transaction that reads it.
 */
@Component
public class Attachments {

    /** Files that one form may carry. */
    public static final int FILES_AT_ONCE_MAX = 5;

    /** Files that one report may have. */
    public static final int FILES_OF_REPORT_MAX = 20;

    /** Bytes of one file; the database refuses more as well. */
    public static final int FILE_BYTES_MAX = 10 << 20;

    /** Characters that the purpose of opening a sensitive report's file needs at least. */
    public static final int PURPOSE_CHARS_MIN = 10;

    private final FileVault vault;
    private final VirusScan scanner;
    private final Jurisdiction jurisdiction;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final ReportShares shares;

    Attachments(
            FileVault vault,
            VirusScan scanner,
            Jurisdiction jurisdiction,
            JdbcClient jdbc,
            AuditLog audit,
            ReportShares shares) {
        this.vault = vault;
        this.scanner = scanner;
        this.jurisdiction = jurisdiction;
        this.jdbc = jdbc;
        this.audit = audit;
        this.shares = shares;
    }

    /**
     * A file of a report.
     *
     * @param name cleaned, with the ending of its type
     * @param type the media type that its content shows
     * @param bytes 1 to {@link #FILE_BYTES_MAX}
     * @param sha256 of the content, 64 hexadecimal digits
     * @param state quarantined, clean, infected or released
     * @param by reporter or body
     */
    public record Attached(
            UUID id,
            String name,
            String type,
            long bytes,
            String sha256,
            String state,
            Instant addedAt,
            String by) {

        /** Whether it may be opened without a warning. */
        public boolean open() {
            return state.equals("clean") || state.equals("released");
        }
    }

    /** A file as it was sent: nothing about it is believed yet. */
    public record Upload(String name, byte[] content) {}

    /** The outcome of looking at files before they are stored. */
    public sealed interface Screening {

        /** Every file may be stored. */
        record Passed(List<ScreenedFile> files) implements Screening {

            public Passed {
                files = List.copyOf(files);
            }
        }

        /** What is wrong, each with its file; nothing may be stored. */
        record Refused(List<Violation> violations) implements Screening {

            public Refused {
                violations = List.copyOf(violations);
            }
        }
    }

    /**
     * Looks at files: number, size, content, virus scan; needs no transaction and stores nothing.
     */
    public Screening screen(List<Upload> uploads) {
        if (uploads.size() > FILES_AT_ONCE_MAX) {
            return new Screening.Refused(
                    List.of(
                            Violation.at(
                                    "files",
                                    "file.wrong.many",
                                    uploads.size(),
                                    FILES_AT_ONCE_MAX)));
        }
        List<Violation> violations = new ArrayList<>();
        List<ScreenedFile> files = new ArrayList<>();
        for (Upload upload : uploads) {
            switch (FileScreening.screen(upload)) {
                case FileScreening.Result.Fine(var file) -> files.add(file);
                case FileScreening.Result.Wrong(var violation) -> violations.add(violation);
            }
        }
        return violations.isEmpty()
                ? new Screening.Passed(files.stream().map(this::scanned).toList())
                : new Screening.Refused(violations);
    }

    private ScreenedFile scanned(ScreenedFile file) {
        return file.scanned(scanner.scan(file.content()).state());
    }

    /** Whether the report has room for that many more files. */
    @Transactional(readOnly = true)
    public boolean hasRoom(ReportId report, int more) {
        return vault.of(report).size() + more <= FILES_OF_REPORT_MAX;
    }

    /** Stores files of a report that the transaction's identity sees. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void attach(ReportId report, List<ScreenedFile> files) {
        for (ScreenedFile file : files) {
            UUID id = vault.store(report, file);
            audit.record(
                    ReportingAct.ATTACHED,
                    AuditSubject.of("attachment", id),
                    Map.of(
                            "report", report.toString(),
                            "sha256", file.sha256(),
                            "scan", file.state()));
        }
    }

    /** The files of a report, oldest first; none when the caller may not read the report. */
    @Transactional(readOnly = true)
    public List<Attached> of(ReportId report) {
        return vault.of(report);
    }

    /** The outcome of asking for a file's content. */
    public sealed interface Opening {

        /** Here it is; that it was handed out is recorded. */
        record Opened(Attached file, byte[] content) implements Opening {}

        /** Handed out only to somebody who has read the warning, or has said why. */
        record Asked(Attached file, boolean purposeNeeded) implements Opening {}

        /** There is none, or the caller may not know that there is. */
        record Absent() implements Opening {}
    }

    /**
     * Opens a file for an official.
     *
     * @param confirmed whether the caller has read the warning
     * @param purpose why, for a sensitive report; else it may be empty
     */
    @Transactional
    public Opening open(ReportId report, UUID id, boolean confirmed, String purpose) {
        Optional<Attached> found =
                vault.of(report).stream().filter(file -> file.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return new Opening.Absent();
        }
        Attached file = found.get();
        boolean purposeNeeded = sensitive(report) && purpose.strip().length() < PURPOSE_CHARS_MIN;
        if (purposeNeeded || !file.open() && !confirmed) {
            return new Opening.Asked(file, sensitive(report));
        }
        AuditSubject subject = AuditSubject.of("attachment", id);
        if (shares.consentFor(report).isPresent()) {
            shares.noteReading(ReportingAct.DOWNLOADED, subject, report, CleanText.of(purpose));
        } else {
            audit.record(
                    ReportingAct.DOWNLOADED,
                    subject,
                    Map.of(
                            "report", report.toString(),
                            "state", file.state(),
                            "purpose", CleanText.of(purpose)));
        }
        return new Opening.Opened(file, vault.content(id));
    }

    /**
     * Takes a file out of quarantine on the word of an official who may decide on the report.
     *
     * @return false when it is not in quarantine or the caller may not decide
     */
    @Transactional
    public boolean release(ReportId report, UUID id) {
        boolean released = vault.release(report, id);
        if (released) {
            audit.record(
                    ReportingAct.RELEASED,
                    AuditSubject.of("attachment", id),
                    Map.of("report", report.toString()));
        }
        return released;
    }

    private boolean sensitive(ReportId report) {
        return jdbc.sql("select category from reporting.report where id = :id")
                .param("id", report.value())
                .query(String.class)
                .optional()
                .flatMap(jurisdiction::category)
                .map(Category::sensitive)
                .orElse(false);
    }
}
