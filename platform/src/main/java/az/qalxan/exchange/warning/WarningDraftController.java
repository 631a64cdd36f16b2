package az.qalxan.exchange.warning;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form of a warning: a new one, a changed draft, a correction, an all-clear. */
@Controller
@RequestMapping("/warnings")
class WarningDraftController {

    private static final String FORM = "exchange/warning/form";

    private final WarningPages pages;
    private final WarningStore store;
    private final WarningDesk desk;
    private final CurrentCaller callers;

    WarningDraftController(
            WarningPages pages, WarningStore store, WarningDesk desk, CurrentCaller callers) {
        this.pages = pages;
        this.store = store;
        this.desk = desk;
        this.callers = callers;
    }

    @Requires("warning:create")
    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "false") boolean drill, Model model) {
        model.addAttribute("page", pages.form(WarningForm.empty(drill), List.of(), "", "new"));
        return FORM;
    }

    @Requires("warning:create")
    @PostMapping
    ModelAndView enter(@ModelAttribute WarningForm form) {
        Caller caller = callers.require();
        return kept(form, new Asked("", "new"), checked -> desk.write(caller, checked));
    }

    @Requires("warning:create")
    @GetMapping("/{number}/edit")
    @Transactional(readOnly = true)
    public String edit(@PathVariable String number, Model model) {
        Warning one = own(number);
        if (!one.draft()) {
            throw ProblemFound.of(WarningProblem.MOVED_ON);
        }
        model.addAttribute("page", pages.form(WarningForm.of(one), List.of(), number, "change"));
        return FORM;
    }

    @Requires("warning:create")
    @PostMapping("/{number}")
    ModelAndView change(@PathVariable String number, @ModelAttribute WarningForm form) {
        Caller caller = callers.require();
        return kept(
                form,
                new Asked(number, "change"),
                checked -> {
                    desk.change(caller, number, checked);
                    return number;
                });
    }

    @Requires("warning:create")
    @GetMapping("/{number}/follow")
    @Transactional(readOnly = true)
    public String follow(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String kind,
            Model model) {
        Warning one = own(number);
        model.addAttribute(
                "page", pages.form(WarningForm.of(one), List.of(), number, known(kind).code()));
        return FORM;
    }

    @Requires("warning:create")
    @PostMapping("/{number}/follow")
    ModelAndView follow(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String kind,
            @ModelAttribute WarningForm form) {
        Caller caller = callers.require();
        WarningKind known = known(kind);
        return kept(
                form,
                new Asked(number, known.code()),
                checked -> desk.follow(caller, number, known, checked));
    }

    private static WarningKind known(String kind) {
        return switch (kind) {
            case "correction" -> WarningKind.CORRECTION;
            case "all-clear" -> WarningKind.ALL_CLEAR;
            default -> throw ProblemFound.of(WebProblem.NOT_FOUND);
        };
    }

    private Warning own(String number) {
        String body = callers.require().body().value();
        return store.find(number)
                .filter(one -> one.body().equals(body))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Of which warning which form was filled in. */
    private record Asked(String number, String what) {}

    private ModelAndView kept(
            WarningForm form, Asked asked, Function<WarningForm.Checked, String> keep) {
        List<Violation> wrong = new ArrayList<>();
        Optional<WarningForm.Checked> checked = pages.checked(form, wrong);
        if (checked.isEmpty()) {
            if (wrong.isEmpty()) {
                wrong.add(Violation.at("audience", "warning.wrong.choice"));
            }
            ModelAndView again =
                    new ModelAndView(
                            FORM, "page", pages.form(form, wrong, asked.number(), asked.what()));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return new ModelAndView("redirect:/warnings/" + keep.apply(checked.get()));
    }
}
