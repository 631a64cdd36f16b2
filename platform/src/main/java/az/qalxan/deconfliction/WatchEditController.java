package az.qalxan.deconfliction;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Adding to a watch list, one identifier or many, and ending or prolonging an entry. */
@Controller
@RequestMapping("/watch")
class WatchEditController {

    private final Watches watches;
    private final RuleBook book;
    private final CurrentCaller callers;

    WatchEditController(Watches watches, RuleBook book, CurrentCaller callers) {
        this.watches = watches;
        this.book = book;
        this.callers = callers;
    }

    /** The form as a browser sends it. */
    record Sent(
            @Nullable String identifiers,
            @Nullable String ground,
            @Nullable String purpose,
            @Nullable String handling,
            @Nullable String until) {

        WatchForm form() {
            return new WatchForm(
                    text(identifiers),
                    text(ground),
                    text(purpose),
                    handling == null ? WatchForm.EMPTY.handling() : handling,
                    text(until));
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent;
        }
    }

    /** The form with what was typed, and what would become of it; null before it was looked at. */
    record FormPage(
            WatchForm form,
            WatchCheck.@Nullable Result result,
            List<Ground> grounds,
            java.time.LocalDate firstDay) {

        FormPage {
            grounds = List.copyOf(grounds);
        }

        /** Whether what is right may be added now. */
        boolean ready() {
            return result != null && result.violations().isEmpty() && !result.fine().isEmpty();
        }
    }

    @Requires("deconfliction:create")
    @GetMapping("/new")
    String form(@RequestParam(name = "q", defaultValue = "") String identifier, Model model) {
        WatchForm form =
                new WatchForm(
                        identifier.strip().lines().findFirst().orElse(""),
                        "",
                        "",
                        WatchForm.EMPTY.handling(),
                        "");
        model.addAttribute("page", page(form, null));
        return "deconfliction/watch-form";
    }

    private FormPage page(WatchForm form, WatchCheck.@Nullable Result result) {
        return new FormPage(form, result, book.grounds(), book.today().plusDays(1));
    }

    /** Shows what would become of each line; stores nothing. */
    @Requires("deconfliction:create")
    @PostMapping("/check")
    ModelAndView check(@ModelAttribute Sent sent) {
        WatchForm form = sent.form();
        FormPage page = page(form, watches.preview(callers.require(), form));
        ModelAndView view = new ModelAndView("deconfliction/watch-form", "page", page);
        view.setStatus(page.ready() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** Adds what is right; what is wrong was shown before. */
    @Requires("deconfliction:create")
    @PostMapping
    String add(@ModelAttribute Sent sent) {
        List<UUID> added = watches.add(callers.require(), sent.form());
        return added.size() == 1 ? "redirect:/watch/" + added.getFirst() : "redirect:/watch?mine=1";
    }

    @Requires("deconfliction:create")
    @PostMapping("/{id}/renew")
    String renew(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason) {
        watches.renew(callers.require(), id, new Watches.Renewal(until, reason));
        return "redirect:/watch/" + id;
    }

    @Requires("deconfliction:create")
    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        watches.end(callers.require(), id, reason);
        return "redirect:/watch/" + id;
    }
}
