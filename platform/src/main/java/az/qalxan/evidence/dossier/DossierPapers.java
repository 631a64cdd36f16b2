package az.qalxan.evidence.dossier;

import az.qalxan.engines.container.Member;
import az.qalxan.evidence.CustodyEvent;
import az.qalxan.evidence.Exhibit;
import az.qalxan.print.Attached;
import az.qalxan.print.PdfPrint;
import az.qalxan.print.PdfSigning;
import az.qalxan.print.Printable;
import az.qalxan.print.Signer;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The papers of an export: the custody report in two languages, the page that tells how to check. */
@Component
class DossierPapers {

    /** Details whose values are codes, with the key that says them. */
    private static final Map<String, String> CODES =
            Map.of("class", "evidence.class.", "origin", "evidence.origin.");

    private static final Set<String> BODIES = Set.of("holder-body", "from-body", "to-body");

    private final TemplateEngine templates;
    private final Texts texts;
    private final PdfSigning signing;
    private final DossierGathering bodies;

    DossierPapers(
            TemplateEngine templates, Texts texts, PdfSigning signing, DossierGathering bodies) {
        this.templates = templates;
        this.texts = texts;
        this.signing = signing;
        this.bodies = bodies;
    }

    /** What the report's template is given. */
    record Sheet(Chosen chosen, Text text, Signer signer, DossierGathering bodies, Instant now) {

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

        String body(String code) {
            return Printable.of(bodies.body(code, text.language()));
        }

        String event(CustodyEvent event) {
            return known("evidence.event." + event.kind(), event.kind());
        }

        String detail(String name) {
            return known("evidence.detail." + name, name);
        }

        String value(String name, String value) {
            String prefix = CODES.get(name);
            if (prefix != null) {
                return known(prefix + value, value);
            }
            return BODIES.contains(name) ? body(value) : Printable.of(value);
        }

        private String known(String key, String otherwise) {
            return text.has(key) ? t(key) : Printable.of(otherwise);
        }

        /** The narrowest marking in it. */
        String marking() {
            return chosen.items().stream()
                    .map(Chosen.Item::exhibit)
                    .map(Exhibit::standing)
                    .map(standing -> standing.handling())
                    .max(java.util.Comparator.naturalOrder())
                    .map(top -> top.label())
                    .orElse("");
        }
    }

    /** Signed PDF/A with the data of both languages inside. */
    byte[] report(Chosen chosen, byte[] data, Language language, Instant now) {
        Sheet sheet =
                new Sheet(
                        chosen, texts.in(language), signing.key().signer(now), bodies, now);
        StringOutput html = new StringOutput();
        templates.render("evidence/dossier/report.jte", Map.of("sheet", sheet), html);
        Attached attached =
                new Attached(
                        "custody.json",
                        "The data of this report: " + DossierJson.SCHEMA,
                        "application/json",
                        data);
        return signing.sign(PdfPrint.print(html.toString(), List.of(attached), now), now);
    }

    /** What the page's template is given: everything but itself. */
    record Guide(
            Dossier dossier,
            List<Member> members,
            boolean judged,
            Signer signer,
            Text az,
            Text en,
            Instant now) {

        Guide {
            members = List.copyOf(members);
        }

        List<Text> texts() {
            return List.of(az, en);
        }
    }

    /** A page of its own in both languages, in UTF-8. */
    byte[] guide(Dossier dossier, List<Member> members, boolean judged, Instant now) {
        Guide guide =
                new Guide(
                        dossier,
                        members,
                        judged,
                        signing.key().signer(now),
                        texts.in(Language.AZ),
                        texts.in(Language.EN),
                        now);
        StringOutput html = new StringOutput();
        templates.render("evidence/dossier/guide.jte", Map.of("guide", guide), html);
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }
}
