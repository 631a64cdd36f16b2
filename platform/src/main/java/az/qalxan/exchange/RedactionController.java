package az.qalxan.exchange;

import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Handling;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Makes a copy of an object for a wider audience. */
@Controller
@RequestMapping("/exchange/collections/{collection}/objects/{object}/copy")
class RedactionController {

    private final Redactions redactions;
    private final CollectionDesk desk;
    private final CurrentCaller callers;

    RedactionController(Redactions redactions, CollectionDesk desk, CurrentCaller callers) {
        this.redactions = redactions;
        this.desk = desk;
        this.callers = callers;
    }

    /**
     * The form.
     *
     * @param refused why no copy was made; empty before
     */
    record CopyPage(
            ThreatCollection collection,
            String object,
            List<ThreatCollection> targets,
            String refused) {

        CopyPage {
            targets = List.copyOf(targets);
        }
    }

    @Requires("exchange:create")
    @GetMapping
    ModelAndView form(@PathVariable UUID collection, @PathVariable String object) {
        return form(collection, object, "");
    }

    private ModelAndView form(UUID collection, String object, String refused) {
        ThreatCollection from =
                desk.find(collection)
                        .filter(Reachable::canRead)
                        .map(Reachable::collection)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!ObjectCheck.isId(object)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        List<ThreatCollection> targets =
                desk.all().stream().filter(Reachable::canWrite).map(Reachable::collection).toList();
        CopyPage page = new CopyPage(from, object, targets, refused);
        ModelAndView view = new ModelAndView("exchange/redaction", "page", page);
        view.setStatus(refused.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @Requires("exchange:create")
    @PostMapping
    ModelAndView make(
            @PathVariable UUID collection,
            @PathVariable String object,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam UUID into) {
        Handling wider =
                CollectionForm.marking(audience)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.BAD_REQUEST));
        Redactions.Wanted wanted = new Redactions.Wanted(collection, object, wider, into);
        return switch (redactions.make(callers.require(), wanted)) {
            case Redactions.Made made ->
                    new ModelAndView(
                            "redirect:/exchange/collections/" + into + "/objects/" + made.id());
            case Redactions.Refused refused -> form(collection, object, refused.reason());
        };
    }
}
