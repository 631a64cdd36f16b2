package az.qalxan.exchange;

import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Handling;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
    private final CopyDesk copies;
    private final CurrentCaller callers;

    RedactionController(
            Redactions redactions, CollectionDesk desk, CopyDesk copies, CurrentCaller callers) {
        this.redactions = redactions;
        this.desk = desk;
        this.copies = copies;
        this.callers = callers;
    }

    /**
     * The form.
     *
     * @param refused why no copy was made; empty before
     * @param anew the copy that is made again, with the choice of then; null for a new one
     */
    record CopyPage(
            ThreatCollection collection,
            String object,
            List<ThreatCollection> targets,
            Handling audience,
            String refused,
            CopyStore.@Nullable Copy anew) {

        CopyPage {
            targets = List.copyOf(targets);
        }
    }

    @Requires("exchange:create")
    @GetMapping
    ModelAndView form(
            @PathVariable UUID collection,
            @PathVariable String object,
            @RequestParam(required = false) @Nullable UUID anew) {
        return form(new Asked(collection, object, anew), null, "");
    }

    /** The object in question, and the copy that is made again. */
    private record Asked(UUID collection, String object, @Nullable UUID anew) {}

    private ModelAndView form(Asked asked, @Nullable Handling audience, String refused) {
        ThreatCollection from =
                desk.find(asked.collection())
                        .filter(Reachable::canRead)
                        .map(Reachable::collection)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!ObjectCheck.isId(asked.object())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        CopyStore.@Nullable Copy copy = asked.anew() == null ? null : copies.require(asked.anew());
        List<ThreatCollection> targets =
                desk.all().stream()
                        .filter(Reachable::canWrite)
                        .map(Reachable::collection)
                        .filter(one -> copy == null || one.id().equals(copy.copy().collection()))
                        .toList();
        Handling usual = copy == null ? Handling.GREEN : copy.audience();
        CopyPage page =
                new CopyPage(
                        from,
                        asked.object(),
                        targets,
                        audience == null ? usual : audience,
                        refused,
                        copy);
        ModelAndView view = new ModelAndView("exchange/redaction", "page", page);
        view.setStatus(refused.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** What was chosen. */
    record Chosen(@Nullable String audience, @Nullable UUID into, @Nullable UUID anew) {}

    @Requires("exchange:create")
    @PostMapping
    ModelAndView make(
            @PathVariable UUID collection,
            @PathVariable String object,
            @ModelAttribute Chosen chosen) {
        Handling wider =
                CollectionForm.marking(chosen.audience())
                        .orElseThrow(() -> ProblemFound.of(WebProblem.BAD_REQUEST));
        @Nullable UUID into = chosen.into();
        if (into == null) {
            throw ProblemFound.of(WebProblem.BAD_REQUEST);
        }
        Redactions.Wanted wanted =
                new Redactions.Wanted(collection, object, wider, into, chosen.anew());
        return switch (redactions.make(callers.require(), wanted)) {
            case Redactions.Made made ->
                    new ModelAndView(
                            "redirect:/exchange/collections/" + into + "/objects/" + made.id());
            case Redactions.Refused refused ->
                    form(new Asked(collection, object, chosen.anew()), wider, refused.reason());
        };
    }
}
