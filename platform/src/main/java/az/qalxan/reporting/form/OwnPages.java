package az.qalxan.reporting.form;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportView;
import az.qalxan.reporting.ReporterDesk;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Text;
import az.qalxan.web.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Composes the page of a reporter's own report. */
@Component
class OwnPages {

    private final Jurisdiction jurisdiction;
    private final FormPages forms;
    private final ReporterDesk desk;
    private final PageFrames frames;

    OwnPages(Jurisdiction jurisdiction, FormPages forms, ReporterDesk desk, PageFrames frames) {
        this.desk = desk;
        this.jurisdiction = jurisdiction;
        this.forms = forms;
        this.frames = frames;
    }

    OwnPage of(
            HttpServletRequest request,
            ReportView report,
            List<Violation> violations,
            Map<String, String> typed,
            String note) {
        Text text = frames.of(request).text();
        return new OwnPage(
                report,
                jurisdiction
                        .category(report.category())
                        .map(one -> text.pick(one.title().az(), one.title().en()))
                        .orElse(report.category()),
                bodies(text),
                forms.advice(report.category()),
                FollowController.pass(request).map(pass -> desk.news(pass, text)).orElse(List.of()),
                violations,
                typed,
                note);
    }

    private Map<String, String> bodies(Text text) {
        Map<String, String> names = new HashMap<>();
        jurisdiction
                .bodies()
                .forEach(body ->
                        names.put(body.code(), text.pick(body.name().az(), body.name().en())));
        return names;
    }
}
