package az.qalxan.strategy.report;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.Sha256;
import az.qalxan.print.PdfSigning;
import az.qalxan.print.Signer;
import az.qalxan.web.Language;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reports on the plan: drafts that change with the registers, and issued ones that do not. */
@Component
public class Reports {

    static final int REASON_MIN = 10;

    private final Composing composing;
    private final ReportPrint print;
    private final PdfSigning signing;
    private final PlanReportStore store;
    private final AuditLog audit;
    private final Clock clock;

    Reports(
            Composing composing,
            ReportPrint print,
            PdfSigning signing,
            PlanReportStore store,
            AuditLog audit,
            Clock clock) {
        this.composing = composing;
        this.print = print;
        this.signing = signing;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A report as a file.
     *
     * @param number 0 for a draft
     */
    public record ReportFile(byte[] pdf, String name, long number) {}

    /** Who issues a report. */
    public record Issuer(String name, String body) {}

    /** The report as it would be issued now; empty where there is no such plan or body. */
    @Transactional(readOnly = true)
    Optional<PlanReportContent> draft(ReportKey key) {
        return composing.compose(key);
    }

    /**
     * The issued report about just that, or a draft where there is none; empty as {@link #draft}.
     */
    @Transactional
    public Optional<ReportFile> file(ReportKey key, Language language, boolean onlyDraft) {
        Optional<IssuedReport> issued = onlyDraft ? Optional.empty() : store.newest(key);
        return issued.isPresent()
                ? Optional.of(file(issued.get(), language))
                : draftFile(key, language);
    }

    @Transactional
    Optional<ReportFile> draftFile(ReportKey key, Language language) {
        Optional<PlanReportContent> content = composing.compose(key);
        content.ifPresent(one ->
                taken(
                        AuditSubject.of("plan-report-draft", name(key, language, "draft")),
                        key,
                        language));
        return content.map(one ->
                new ReportFile(
                        print.draft(one, language, clock.instant()),
                        name(key, language, "draft"),
                        0));
    }

    /** An issued report as it was signed. */
    @Transactional
    ReportFile file(IssuedReport report, Language language) {
        PlanReportStore.Print kept =
                store.print(report.id(), language.code())
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!Sha256.of(kept.pdf()).equals(kept.sha256())) {
            throw ProblemFound.of(ReportProblem.CHANGED, report.number());
        }
        taken(AuditSubject.of("plan-report", report.number()), report.key(), language);
        return new ReportFile(
                kept.pdf(),
                name(report.key(), language, String.valueOf(report.number())),
                report.number());
    }

    private void taken(AuditSubject subject, ReportKey key, Language language) {
        audit.record(
                ReportAct.TAKEN,
                subject,
                Map.of(
                        "period",
                        key.period().code(),
                        "body",
                        key.scope(),
                        "language",
                        language.code()));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<IssuedReport> issued() {
        return store.issued();
    }

    @Transactional(readOnly = true)
    public Optional<IssuedReport> find(long number) {
        return store.find(number);
    }

    /** The newest issued report about just that. */
    @Transactional(readOnly = true)
    Optional<IssuedReport> newest(ReportKey key) {
        return store.newest(key);
    }

    /** What an issued report says, if it is still what was issued. */
    @Transactional(readOnly = true)
    PlanReportContent content(IssuedReport report) {
        return PlanReportContent.parse(kept(report));
    }

    /** The same as it was signed, for programs. */
    @Transactional
    String data(IssuedReport report) {
        String content = kept(report);
        audit.record(
                ReportAct.TAKEN,
                AuditSubject.of("plan-report", report.number()),
                Map.of("format", "json"));
        return content;
    }

    private String kept(IssuedReport report) {
        String content = store.content(report.id()).orElseThrow();
        if (!Sha256.of(content.getBytes(StandardCharsets.UTF_8)).equals(report.sha256())) {
            throw ProblemFound.of(ReportProblem.CHANGED, report.number());
        }
        return content;
    }

    @Transactional(readOnly = true)
    Optional<PlanReportStore.Print> signed(IssuedReport report, Language language) {
        return store.print(report.id(), language.code());
    }

    /**
     * Composes, prints in both languages, signs and keeps. Whoever calls has looked whether the
     * caller may; the database looks again.
     *
     * @param reason why another one is issued; may be empty for the first
     */
    @Transactional
    public IssuedReport issue(ReportKey key, String reason, Issuer issuer) {
        Instant now = clock.instant();
        Signer signer = signing.key().signer(now);
        if (!signer.usable()) {
            throw ProblemFound.of(ReportProblem.KEY_UNUSABLE, signer.until());
        }
        store.lock();
        PlanReportContent content =
                composing.compose(key).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!content.head().over()) {
            throw ProblemFound.of(ReportProblem.PERIOD_RUNNING, key.period().code());
        }
        int issue = store.nextIssue(key);
        if (issue > 1 && reason.strip().length() < REASON_MIN) {
            throw ProblemFound.of(ReportProblem.REASON_MISSING, REASON_MIN);
        }
        String json = content.json();
        IssuedReport report =
                new IssuedReport(
                        UUID.randomUUID(),
                        store.nextNumber(),
                        key,
                        issue,
                        content.head().asOf(),
                        Sha256.of(json.getBytes(StandardCharsets.UTF_8)),
                        content.head().handling(),
                        reason.strip(),
                        now,
                        issuer.name(),
                        issuer.body());
        store.insert(report, json);
        for (Language language : Language.values()) {
            byte[] pdf = signing.sign(print.issued(content, report, language, signer, now), now);
            store.insert(
                    report.id(),
                    language.code(),
                    new PlanReportStore.Print(
                            pdf,
                            Sha256.of(pdf),
                            signer.subject(),
                            signer.fingerprint(),
                            signer.trial()));
        }
        audit.record(
                ReportAct.ISSUED,
                AuditSubject.of("plan-report", report.number()),
                Map.of(
                        "period",
                        key.period().code(),
                        "body",
                        key.scope(),
                        "issue",
                        String.valueOf(issue),
                        "sha256",
                        report.sha256()));
        return report;
    }

    private static String name(ReportKey key, Language language, String which) {
        return "qalxan-plan-report-%s%s-%s-%s.pdf"
                .formatted(
                        key.period().code(),
                        key.body() == null ? "" : "-" + key.body(),
                        which,
                        language.code());
    }
}
