package az.qalxan.strategy.meeting;

import az.qalxan.print.Attached;
import az.qalxan.print.PdfPrint;
import az.qalxan.print.PdfSigning;
import az.qalxan.print.Printable;
import az.qalxan.web.Text;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Prints minutes in one language as PDF/A with their data inside; confirmed ones are signed. */
@Component
class MinutesPrint {

    private final TemplateEngine templates;
    private final CommissionPack pack;
    private final PdfSigning signing;
    private final Clock clock;

    MinutesPrint(TemplateEngine templates, CommissionPack pack, PdfSigning signing, Clock clock) {
        this.templates = templates;
        this.pack = pack;
        this.signing = signing;
        this.clock = clock;
    }

    /** What is printed: the words of the minutes and the language of the words around them. */
    record Sheet(MinutesDesk.Shown shown, Text text, String commission, boolean trial) {

        MinutesContent content() {
            return shown.content();
        }

        Minutes minutes() {
            return shown.minutes();
        }

        String lang() {
            return text.language().code();
        }

        String t(String key, Object... arguments) {
            return Printable.of(text.of(key, arguments));
        }

        /** Foreign words as the font can print them. */
        String p(String words) {
            return Printable.of(words);
        }
    }

    byte[] print(MinutesDesk.Shown shown, Text text) {
        Instant now = clock.instant();
        boolean confirmed = shown.minutes().confirmed();
        Sheet sheet =
                new Sheet(
                        shown,
                        text,
                        pack.name().in(text.language().code()),
                        confirmed && signing.key().trial());
        StringOutput html = new StringOutput();
        templates.render("strategy/meeting/print.jte", Map.of("sheet", sheet), html);
        Attached data =
                new Attached(
                        "minutes.json",
                        "The words of these minutes, byte for byte as confirmed",
                        "application/json",
                        shown.words().getBytes(StandardCharsets.UTF_8));
        byte[] pdf = PdfPrint.print(html.toString(), List.of(data), now);
        return confirmed ? signing.sign(pdf, now) : pdf;
    }
}
