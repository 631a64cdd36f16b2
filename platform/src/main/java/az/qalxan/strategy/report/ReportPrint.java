package az.qalxan.strategy.report;

import az.qalxan.print.Attached;
import az.qalxan.print.PdfPrint;
import az.qalxan.print.Signer;
import az.qalxan.web.Language;
import az.qalxan.web.Texts;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints a report in one language, with its data inside. */
@Component
class ReportPrint {

    private final TemplateEngine templates;
    private final Texts texts;

    ReportPrint(TemplateEngine templates, Texts texts) {
        this.templates = templates;
        this.texts = texts;
    }

    /** A draft, which says so on every page; nobody signs it. */
    byte[] draft(PlanReportContent content, Language language, Instant now) {
        return print(new PlanReportView(content, texts.in(language), null), null, now);
    }

    /** What is then signed. */
    byte[] issued(
            PlanReportContent content,
            IssuedReport report,
            Language language,
            Signer signer,
            Instant now) {
        return print(new PlanReportView(content, texts.in(language), report), signer, now);
    }

    private byte[] print(PlanReportView view, @Nullable Signer signer, Instant now) {
        StringOutput html = new StringOutput();
        Map<String, Object> parameters = new java.util.HashMap<>();
        parameters.put("view", view);
        parameters.put("signer", signer);
        templates.render("strategy/report/print.jte", parameters, html);
        Attached data =
                new Attached(
                        PlanReportContent.FILE_NAME,
                        "The data of this report: " + PlanReportContent.SCHEMA,
                        "application/json",
                        view.content().bytes());
        return PdfPrint.print(html.toString(), List.of(data), now);
    }
}
