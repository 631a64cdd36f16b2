package az.qalxan.exchange.knowledge;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.CurrentCaller;
import az.qalxan.casework.CaseNumber;
import az.qalxan.reporting.ReportId;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.WebProblem;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is known of a report's or a case's identifiers, as a part of its page. */
@Controller
@RequestMapping("/exchange/knowledge")
class KnowledgePartController {

    private final ReportKnowledge knowledge;
    private final BodyNames names;
    private final CurrentCaller callers;

    KnowledgePartController(ReportKnowledge knowledge, BodyNames names, CurrentCaller callers) {
        this.knowledge = knowledge;
        this.names = names;
        this.callers = callers;
    }

    /**
     * The part.
     *
     * @param ofCase whether it is of a case, else of one report
     */
    record PartPage(ReportKnowledge.Told told, boolean ofCase, BodyNames names) {

        String body(String code, Text text) {
            return names.acronym(new BodyCode(code), text.language());
        }
    }

    /** Empty where nothing is known, where the report is hidden, and where there is none. */
    @Requires("exchange:read")
    @GetMapping("/of/{report}")
    String ofReport(@PathVariable UUID report, Model model) {
        model.addAttribute(
                "page",
                new PartPage(
                        knowledge.ofReport(callers.require(), new ReportId(report)), false, names));
        return "exchange/knowledge/part";
    }

    @Requires("exchange:read")
    @GetMapping("/of-case/{number}")
    String ofCase(@PathVariable String number, Model model) {
        if (!CaseNumber.fits(number)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        model.addAttribute(
                "page",
                new PartPage(
                        knowledge.ofCase(callers.require(), new CaseNumber(number)), true, names));
        return "exchange/knowledge/part";
    }
}
