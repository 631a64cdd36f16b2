package az.qalxan.exchange.advisory;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.GuardedModule;
import az.qalxan.access.Right;
import az.qalxan.access.Verb;
import az.qalxan.directory.Directory;
import az.qalxan.engines.threatintel.csaf.CsafCheck;
import az.qalxan.engines.threatintel.csaf.CsafProduct;
import az.qalxan.engines.threatintel.csaf.CsafProducts;
import az.qalxan.engines.threatintel.csaf.CsafVerdict;
import az.qalxan.engines.threatintel.csaf.Finding;
import az.qalxan.web.Violation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what the pages of advisories show. */
@Component
class AdvisoryPages {

    static final int FINDINGS_MAX = 50;
    private static final int PRODUCTS_MAX = 200;

    private final AdvisoryStore store;
    private final AdvisoryFileStore files;
    private final OwnedStore owned;
    private final AdvisoryDesk desk;
    private final Directory directory;
    private final AccessPolicy policy;
    private final CsafCheck check;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    AdvisoryPages(
            AdvisoryStore store,
            AdvisoryFileStore files,
            OwnedStore owned,
            AdvisoryDesk desk,
            Directory directory,
            AccessPolicy policy,
            CsafCheck check,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.owned = owned;
        this.desk = desk;
        this.directory = directory;
        this.policy = policy;
        this.check = check;
        this.clock = clock;
    }

    /** The published documents that the caller may see, and what is open about own products. */
    record ListPage(List<AdvisoryFile> files, List<OwnedStore.Fit> open, boolean writes) {

        ListPage {
            files = List.copyOf(files);
            open = List.copyOf(open);
        }
    }

    ListPage list(Caller caller) {
        List<OwnedStore.Fit> open =
                owned.fits(caller.body().value()).stream()
                        .filter(fit -> fit.doneAt() == null)
                        .toList();
        return new ListPage(files.newest(), open, may(caller, Verb.CREATE));
    }

    /** What the caller's body works on. */
    record DraftsPage(List<Advisory> drafts) {

        DraftsPage {
            drafts = List.copyOf(drafts);
        }
    }

    DraftsPage drafts(Caller caller) {
        return new DraftsPage(store.of(caller.body().value()));
    }

    /**
     * What our validation says.
     *
     * @param more how many findings are not shown
     */
    record Judged(boolean valid, List<Finding> errors, List<Finding> advice, int more) {

        Judged {
            errors = List.copyOf(errors);
            advice = List.copyOf(advice);
        }
    }

    static Judged judged(CsafVerdict verdict) {
        List<Finding> errors = new ArrayList<>();
        List<Finding> advice = new ArrayList<>();
        verdict.findings().forEach(one -> (one.isError() ? errors : advice).add(one));
        int shown = Math.min(errors.size(), FINDINGS_MAX) + Math.min(advice.size(), FINDINGS_MAX);
        return new Judged(
                verdict.isValid(),
                errors.subList(0, Math.min(errors.size(), FINDINGS_MAX)),
                advice.subList(0, Math.min(advice.size(), FINDINGS_MAX)),
                errors.size() + advice.size() - shown);
    }

    /** The form with what is wrong with it, and the document that it makes. */
    record FormPage(
            AdvisoryForm form,
            String number,
            boolean out,
            List<Violation> violations,
            @Nullable Judged judged,
            String text) {

        FormPage {
            violations = List.copyOf(violations);
        }

        String action() {
            return number.isEmpty() ? "/advisories/drafts" : "/advisories/drafts/" + number;
        }

        /** The rows that are filled in and one more. */
        List<AdvisoryForm.Row> rows(List<AdvisoryForm.Row> filled) {
            List<AdvisoryForm.Row> rows = new ArrayList<>(filled);
            rows.add(new AdvisoryForm.Row(java.util.Map.of()));
            return rows;
        }
    }

    FormPage form(Caller caller, String number, AdvisoryForm form) {
        List<Violation> wrong =
                number.isEmpty() && form.text("title").isEmpty() ? List.of() : form.wrong();
        boolean out = !number.isEmpty() && desk.seen(caller, number).edition() > 0;
        if (!wrong.isEmpty() || form.text("title").isEmpty()) {
            return new FormPage(form, number, out, wrong, null, "");
        }
        AdvisoryDesk.Preview preview = desk.preview(caller, number, form);
        return new FormPage(form, number, out, wrong, judged(preview.verdict()), preview.text());
    }

    /** A draft, who approved it, and its editions. */
    record DraftPage(
            Advisory advisory,
            Judged judged,
            String text,
            List<AdvisoryStore.Signature> signatures,
            List<AdvisoryFile> editions,
            boolean mine) {

        DraftPage {
            signatures = List.copyOf(signatures);
            editions = List.copyOf(editions);
        }
    }

    DraftPage draft(Caller caller, Advisory one) {
        AdvisoryDesk.Preview preview = desk.preview(one, clock.instant());
        List<AdvisoryStore.Signature> signatures = store.signatures(one.id(), one.round());
        String account = caller.account().toString();
        boolean mine =
                one.course().account().equals(account)
                        || signatures.stream().anyMatch(s -> s.account().equals(account));
        return new DraftPage(
                one,
                judged(preview.verdict()),
                preview.text(),
                signatures,
                files.editions(one.id()),
                mine);
    }

    /** A published document as people read it. */
    record FilePage(
            AdvisoryFile file,
            String keeper,
            String publisher,
            List<Note> notes,
            List<Vulnerability> vulnerabilities,
            List<CsafProduct> products,
            List<Link> links,
            List<OwnedStore.Fit> fits,
            Judged judged,
            String place) {

        FilePage {
            notes = List.copyOf(notes);
            vulnerabilities = List.copyOf(vulnerabilities);
            products = List.copyOf(products);
            links = List.copyOf(links);
            fits = List.copyOf(fits);
        }
    }

    /** A note as the document has it. */
    record Note(String title, String text) {}

    /** A reference; only those of the web are links. */
    record Link(String summary, String url) {

        boolean web() {
            return url.startsWith("https://") || url.startsWith("http://");
        }
    }

    /** A vulnerability in short. */
    record Vulnerability(
            String name, String title, String score, List<Note> notes, List<Note> remedies) {

        Vulnerability {
            notes = List.copyOf(notes);
            remedies = List.copyOf(remedies);
        }
    }

    FilePage file(Caller caller, AdvisoryFile file) {
        JsonNode node = json.readTree(files.document(file.id()));
        List<OwnedStore.Fit> fits =
                owned.fits(caller.body().value()).stream()
                        .filter(fit -> fit.file().equals(file.id()))
                        .toList();
        List<CsafProduct> products =
                CsafProducts.of(node).stream()
                        .filter(one -> !one.groups().isEmpty() && !one.part())
                        .limit(PRODUCTS_MAX)
                        .toList();
        return new FilePage(
                file,
                directory
                        .organisation(new BodyCode(file.body()))
                        .map(one -> one.acronym())
                        .orElse(file.body()),
                node.at("/document/publisher/name").asString(file.publisher()),
                notes(node.at("/document/notes")),
                vulnerabilities(node.path("vulnerabilities")),
                products,
                links(node.at("/document/references")),
                fits,
                judged(check.check(node)),
                file.own() ? CsafPlaces.file(file) : "");
    }

    private static List<Note> notes(JsonNode notes) {
        List<Note> all = new ArrayList<>();
        for (JsonNode note : notes) {
            String title = note.path("title").asString("");
            all.add(
                    new Note(
                            title.isEmpty() ? note.path("category").asString("") : title,
                            note.path("text").asString("")));
        }
        return all;
    }

    private static List<Link> links(JsonNode references) {
        List<Link> all = new ArrayList<>();
        for (JsonNode one : references) {
            String url = one.path("url").asString("");
            all.add(new Link(one.path("summary").asString(url), url));
        }
        return all;
    }

    private static List<Vulnerability> vulnerabilities(JsonNode list) {
        List<Vulnerability> all = new ArrayList<>();
        for (JsonNode one : list) {
            List<Note> remedies = new ArrayList<>();
            for (JsonNode remedy : one.path("remediations")) {
                remedies.add(
                        new Note(
                                remedy.path("category").asString(""),
                                remedy.path("details").asString("")));
            }
            all.add(
                    new Vulnerability(
                            one.path("cve").asString(""),
                            one.path("title").asString(""),
                            score(one),
                            notes(one.path("notes")),
                            remedies));
        }
        return all;
    }

    private static String score(JsonNode vulnerability) {
        for (String list : List.of("scores", "metrics")) {
            for (JsonNode metric : vulnerability.path(list)) {
                JsonNode content = list.equals("scores") ? metric : metric.path("content");
                for (String version : List.of("cvss_v4", "cvss_v3", "cvss_v2")) {
                    JsonNode score = content.path(version).path("baseScore");
                    if (score.isNumber()) {
                        return score.asString("");
                    }
                }
            }
        }
        return "";
    }

    /** The products of the caller's body, and what speaks of them. */
    record ProductsPage(List<OwnedStore.Owned> products, List<OwnedStore.Fit> fits) {

        ProductsPage {
            products = List.copyOf(products);
            fits = List.copyOf(fits);
        }
    }

    ProductsPage products(Caller caller) {
        String body = caller.body().value();
        return new ProductsPage(owned.of(body), owned.fits(body));
    }

    private boolean may(Caller caller, Verb verb) {
        return policy.permits(
                caller,
                new Right(GuardedModule.ADVISORY, verb),
                caller.body(),
                az.qalxan.access.Handling.CLEAR);
    }
}
