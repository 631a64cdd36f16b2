package az.qalxan.reporting;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.web.Text;
import az.qalxan.web.Violation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What reporters do with their own report once they have shown its secret: look, add, take back.
 * Every act runs with the rights to that one report and leaves an audit record.
 */
@Component
public class ReporterDesk {

    /** Messages that a reporter may add to one report. */
    public static final int ADDITIONS_MAX = 100;

    private final ReporterStore store;
    private final ReportSight sight;
    private final ReportReading reading;
    private final Attachments attachments;
    private final ObjectProvider<ReporterNews> news;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReporterDesk(
            ReporterStore store,
            ReportSight sight,
            ReportReading reading,
            Attachments attachments,
            ObjectProvider<ReporterNews> news,
            AuditLog audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.sight = sight;
        this.reading = reading;
        this.attachments = attachments;
        this.news = news;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A pass for the report that this reference and this secret open; empty when they do not. */
    public Optional<ReporterPass> prove(ReportReference reference, String secret) {
        byte[] digest = new ReportSecret(secret).digest(reference);
        return Optional.ofNullable(
                        transaction.execute(status -> store.open(reference, digest).orElse(null)))
                .map(ReporterPass::new);
    }

    /** The reporter's own report; the view is recorded. */
    public Optional<ReportView> look(ReporterPass pass) {
        return as(
                pass,
                () -> {
                    Optional<ReportView> report = sight.see(pass.report());
                    report.ifPresent(one ->
                            audit.record(
                                    ReportingAct.VIEWED_BY_REPORTER,
                                    AuditSubject.of("report", pass.report())));
                    return report;
                });
    }

    /** What the modules tell the reporter beyond the report's own state, the newest first. */
    public List<ReporterNews.Told> news(ReporterPass pass, Text text) {
        return as(
                pass,
                () ->
                        news.stream()
                                .flatMap(one -> one.about(pass.report(), text).stream())
                                .sorted(Comparator.comparing(ReporterNews.Told::at).reversed())
                                .toList());
    }

    /** What a reporter adds; each part may be empty, but not all of them. */
    public record Addition(String text, String usedAgainst, List<Attachments.Upload> files) {

        public Addition {
            files = List.copyOf(files);
        }
    }

    /** Adds facts or answers to the report; gives what is wrong, nothing when all was stored. */
    public List<Violation> add(ReporterPass pass, Addition addition) {
        String text = CleanText.of(addition.text());
        List<String> used =
                addition.usedAgainst()
                        .lines()
                        .map(CleanText::of)
                        .filter(l -> !l.isEmpty())
                        .toList();
        List<Violation> violations = new ArrayList<>(violations(text, used, addition));
        Attachments.Screening screening = attachments.screen(addition.files());
        return switch (screening) {
            case Attachments.Screening.Refused(var wrong) -> {
                violations.addAll(wrong);
                yield List.copyOf(violations);
            }
            case Attachments.Screening.Passed(var files) ->
                    violations.isEmpty()
                            ? store(pass, facts(text, used), files)
                            : List.copyOf(violations);
        };
    }

    private static List<Violation> violations(String text, List<String> used, Addition addition) {
        if (text.isEmpty() && used.isEmpty() && addition.files().isEmpty()) {
            return List.of(Violation.at("text", "follow.wrong.nothing"));
        }
        List<Violation> violations = new ArrayList<>();
        if (text.length() > ReportCheck.STORY_CHARS_MAX) {
            violations.add(
                    Violation.at(
                            "text",
                            "report.wrong.story-long",
                            text.length(),
                            ReportCheck.STORY_CHARS_MAX));
        }
        if (used.size() > ReportCheck.USED_AGAINST_MAX) {
            violations.add(
                    Violation.at(
                            "used",
                            "report.wrong.used-against-many",
                            used.size(),
                            ReportCheck.USED_AGAINST_MAX));
        }
        used.stream()
                .filter(line -> line.length() > ReportCheck.FIELD_CHARS_MAX)
                .map(line ->
                        Violation.at(
                                "used",
                                "report.wrong.long",
                                line.length(),
                                ReportCheck.FIELD_CHARS_MAX))
                .forEach(violations::add);
        return violations;
    }

    /** What is stored of an addition. */
    private record Facts(String message, ReportReading.Found found) {}

    private Facts facts(String text, List<String> used) {
        String whole =
                Stream.concat(Stream.of(text), used.stream())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n"));
        return new Facts(reading.masked(whole), reading.read(text, used));
    }

    private List<Violation> store(ReporterPass pass, Facts facts, List<ScreenedFile> files) {
        return as(
                pass,
                () -> {
                    ReportId report = pass.report();
                    Instant now = clock.instant();
                    if (store.additions(report) >= ADDITIONS_MAX) {
                        return List.of(Violation.at("text", "follow.wrong.many", ADDITIONS_MAX));
                    }
                    if (!attachments.hasRoom(report, files.size())) {
                        return List.of(
                                Violation.at(
                                        "files",
                                        "file.wrong.full",
                                        Attachments.FILES_OF_REPORT_MAX));
                    }
                    store.noteAddition(facts.found().searchKeys(), now);
                    if (!facts.message().isEmpty()) {
                        store.addMessage(report, facts.message(), now);
                        store.addIdentifiers(report, facts.found().identifiers());
                        events.publishEvent(new IdentifiersAdded(report));
                        audit.record(ReportingAct.ADDED, AuditSubject.of("report", report));
                    }
                    attachments.attach(report, files);
                    store.note(report, "added", "", now);
                    return List.of();
                });
    }

    /** Takes the report back while nobody has decided on it; false when somebody has. */
    public boolean withdraw(ReporterPass pass) {
        return as(
                pass,
                () -> {
                    ReportId report = pass.report();
                    Instant now = clock.instant();
                    boolean withdrawn = store.withdraw(report, now);
                    if (withdrawn) {
                        store.note(report, "withdrawn", "", now);
                        audit.record(
                                ReportingAct.WITHDRAWN,
                                AuditSubject.of("report", report),
                                Map.of("before", "waiting"));
                        events.publishEvent(
                                new ReportMoved(List.of(report), "withdrawn", "", now, false));
                    }
                    return withdrawn;
                });
    }

    private <T> T as(ReporterPass pass, Supplier<T> work) {
        TransactionIdentity identity = TransactionIdentity.reporterOf(pass.report().toString());
        return ActingAs.call(
                identity,
                () -> {
                    @Nullable T done = transaction.execute(status -> work.get());
                    return Objects.requireNonNull(done);
                });
    }
}
