package az.qalxan.cooperation.paper;

import az.qalxan.print.Attached;
import az.qalxan.print.PdfPrint;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Prints a form with its data inside. */
final class PaperPrint {

    private final TemplateEngine templates;

    PaperPrint(TemplateEngine templates) {
        this.templates = templates;
    }

    byte[] print(PrintJob job, Instant now) {
        Attached data =
                new Attached(
                        PaperContent.FILE_NAME,
                        "The data of this paper: " + PaperContent.SCHEMA,
                        "application/json",
                        job.data());
        return PdfPrint.print(html(job), List.of(data), now);
    }

    private String html(PrintJob job) {
        StringOutput html = new StringOutput();
        templates.render("cooperation/paper/sheet.jte", Map.of("sheet", SheetLayout.of(job)), html);
        return html.toString();
    }
}
