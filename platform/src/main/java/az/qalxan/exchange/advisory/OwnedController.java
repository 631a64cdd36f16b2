package az.qalxan.exchange.advisory;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.threatintel.csaf.OwnedProduct;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.Requires;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The products of a body, and the advisories about them. */
@Controller
@RequestMapping("/advisories/products")
class OwnedController {

    private static final String TO = "redirect:/advisories/products";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final AdvisoryPages pages;
    private final OwnedDesk desk;
    private final OwnedStore store;
    private final AuditLog audit;
    private final CurrentCaller callers;

    OwnedController(
            AdvisoryPages pages,
            OwnedDesk desk,
            OwnedStore store,
            AuditLog audit,
            CurrentCaller callers) {
        this.pages = pages;
        this.desk = desk;
        this.store = store;
        this.audit = audit;
        this.callers = callers;
    }

    @Requires("advisory:read")
    @GetMapping
    @Transactional
    public String list(Model model) {
        Caller caller = callers.require();
        audit.record(AdvisoryAct.LIST_VIEWED, AuditSubject.of("owned-products", caller.body()));
        model.addAttribute("page", pages.products(caller));
        return "exchange/advisory/products";
    }

    /** The fields of a product as they were typed. */
    record Typed(
            String vendor, String name, String version, String cpe, String purl, String place) {

        static Typed of(Map<String, String> posted) {
            return new Typed(
                    bare(posted, "vendor"),
                    bare(posted, "name"),
                    bare(posted, "version"),
                    bare(posted, "cpe"),
                    bare(posted, "purl"),
                    bare(posted, "place"));
        }

        private static String bare(Map<String, String> posted, String field) {
            return posted.getOrDefault(field, "").strip();
        }
    }

    @Requires("advisory:update")
    @PostMapping
    String enter(@RequestParam Map<String, String> posted) {
        Typed typed = Typed.of(posted);
        desk.enter(
                callers.require(),
                new OwnedProduct(
                        typed.vendor(), typed.name(), typed.cpe(), typed.purl(), typed.version()),
                typed.place());
        return TO;
    }

    @Requires("advisory:update")
    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id) {
        desk.end(id);
        return TO;
    }

    @Requires("advisory:update")
    @PostMapping("/{id}/done")
    String done(@PathVariable UUID id, @RequestParam UUID file) {
        desk.done(callers.require(), file, id);
        return TO;
    }

    @Requires("advisory:read")
    @GetMapping("/fits.csv")
    @Transactional
    public ResponseEntity<String> fits() {
        Caller caller = callers.require();
        audit.record(
                AdvisoryAct.EXPORTED,
                AuditSubject.of("owned-products", caller.body()),
                Map.of("form", "csv"));
        StringBuilder out = new StringBuilder();
        List<String> head =
                List.of(
                        "advisory",
                        "title",
                        "product",
                        "place",
                        "told",
                        "affected",
                        "sure",
                        "found",
                        "done",
                        "done_by");
        try (CsvDownload csv = new CsvDownload(out, head)) {
            store.fits(caller.body().value()).forEach(fit -> csv.row(row(fit)));
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"advisories.csv\"")
                .body(out.toString());
    }

    private static List<?> row(OwnedStore.Fit fit) {
        return Arrays.asList(
                fit.number(),
                fit.title(),
                fit.owned(),
                fit.place(),
                fit.told(),
                fit.affected() ? "yes" : "",
                fit.sure() ? "yes" : "",
                fit.at().toString(),
                fit.doneAt() == null ? "" : String.valueOf(fit.doneAt()),
                fit.doneBy());
    }
}
