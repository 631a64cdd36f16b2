package az.qalxan.evidence.dossier;

import az.qalxan.engines.caseontology.CaseGraph;
import az.qalxan.engines.caseontology.CaseVerdict;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The papers of an export: the custody report in two languages, the page that tells how to check.
 */
@Component
class DossierPapers {

    /** Details whose values are codes, with the key that says them. */
    private static final Map<String, String> CODES =
            Map.of(
                    "class", "evidence.class.",
                    "origin", "evidence.origin.",
                    "purpose", "evidence.copy.");

    private static final Set<String> BODIES = Set.of("holder-body", "to-body");

    /** The page that tells how to check. */
    static final String GUIDE = "index.html";

    private static final String NAMESPACE = "urn:qalxan:kb:";

    private final TemplateEngine templates;
    private final Texts texts;
    private final PdfSigning signing;
    private final DossierGathering bodies;
    private final ShapesInUse shapes;
    private final String namespace;

    DossierPapers(
            TemplateEngine templates,
            Texts texts,
            PdfSigning signing,
            DossierGathering bodies,
            ShapesInUse shapes,
            Environment environment) {
        this.templates = templates;
        this.texts = texts;
        this.signing = signing;
        this.bodies = bodies;
        this.shapes = shapes;
        this.namespace = environment.getProperty("qalxan.case.namespace", NAMESPACE);
    }

    /**
     * All papers but the guide, by their paths.
     *
     * @param judged whether the graph was judged by shapes, and found valid
     */
    record Made(SequencedMap<String, Paper> papers, boolean judged) {}

    Made of(Chosen all, Instant now) throws IOException, DossierFailed {
        byte[] graph =
                CaseGraph.of(new StoryOf(all, texts.in(Language.EN), namespace, bodies).story());
        Optional<CaseVerdict> verdict = shapes.judge(graph);
        if (verdict.isPresent() && !verdict.get().valid()) {
            throw new DossierFailed("graph");
        }
        byte[] data = DossierJson.custody(all);
        SequencedMap<String, Paper> made = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            made.put(
                    "custody-report-" + language.code() + ".pdf",
                    new Paper("application/pdf", report(all, data, language, now)));
        }
        made.put("custody.json", new Paper("application/json", data));
        made.put("case-graph.jsonld", new Paper("application/ld+json", graph));
        made.put("signer.pem", new Paper("application/x-pem-file", pem()));
        return new Made(made, verdict.isPresent());
    }

    /**
     * The certificates that a check of the signature needs; whose they are is for others to say.
     */
    private byte[] pem() {
        StringBuilder pem = new StringBuilder();
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        try {
            for (X509Certificate one : signing.key().chain()) {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(lines.encodeToString(one.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has no encoding", e);
        }
        return pem.toString().getBytes(StandardCharsets.US_ASCII);
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
                    .max(Comparator.naturalOrder())
                    .map(top -> top.label())
                    .orElse("");
        }
    }

    /** Signed PDF/A with the data of both languages inside. */
    private byte[] report(Chosen chosen, byte[] data, Language language, Instant now) {
        Sheet sheet = new Sheet(chosen, texts.in(language), signing.key().signer(now), bodies, now);
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
    Paper guide(Dossier dossier, List<Member> members, boolean judged, Instant now) {
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
        return new Paper(
                "text/html; charset=utf-8", html.toString().getBytes(StandardCharsets.UTF_8));
    }
}
