package az.qalxan.access;

import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Takes proposals for the access matrix, and the signatures under them. */
@Controller
@RequestMapping("/access/matrix")
class MatrixProposalController {

    private final MatrixSignOff signOff;
    private final AccessPolicy policy;
    private final KnownBodies bodies;
    private final CurrentCaller callers;

    MatrixProposalController(
            MatrixSignOff signOff, AccessPolicy policy, KnownBodies bodies, CurrentCaller callers) {
        this.signOff = signOff;
        this.policy = policy;
        this.bodies = bodies;
        this.callers = callers;
    }

    @GetMapping("/propose")
    @Requires("access:create")
    ModelAndView form(@RequestParam(defaultValue = "") String rule) {
        return page(known(rule).orElse(null), "", List.of());
    }

    private Optional<MatrixRule> known(String id) {
        return policy.matrix().rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private ModelAndView page(@Nullable MatrixRule rule, String note, List<Violation> wrong) {
        return new ModelAndView(
                "access/matrix-propose",
                "page",
                new MatrixProposalPage(rule, note, wrong, bodies.codes()));
    }

    /** A whole matrix as YAML or JSON. */
    @PostMapping("/upload")
    @Requires("access:create")
    ModelAndView upload(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String note,
            HttpServletResponse response)
            throws IOException {
        MatrixFile read =
                MatrixFile.read(file.getInputStream().readNBytes(MatrixFile.BYTES_MAX + 1));
        List<Violation> wrong = new ArrayList<>(MatrixSignOff.checkNote(note));
        wrong.addAll(read.violations());
        return wrong.isEmpty()
                ? proposed(read.rules(), note)
                : refused(null, note, wrong, response);
    }

    private ModelAndView proposed(List<MatrixRule> rules, String note) {
        int number = signOff.propose(rules, note, callers.require());
        return new ModelAndView("redirect:/access/matrix/versions/" + number);
    }

    private ModelAndView refused(
            @Nullable MatrixRule rule,
            String note,
            List<Violation> wrong,
            HttpServletResponse response) {
        response.setStatus(AccessProblem.MATRIX_INVALID.status());
        return page(rule, note, wrong);
    }

    /** The matrix in force with one rule new or changed. */
    @PostMapping("/rules")
    @Requires("access:create")
    ModelAndView rule(@ModelAttribute RuleForm form, HttpServletResponse response) {
        List<Violation> wrong = form.violations();
        wrong.addAll(MatrixSignOff.checkNote(form.noteText()));
        if (!wrong.isEmpty()) {
            return refused(null, form.noteText(), wrong, response);
        }
        MatrixRule rule = form.rule();
        List<MatrixRule> rules = new ArrayList<>(without(rule.id()));
        rules.add(rule);
        return proposed(rules, form.noteText());
    }

    private List<MatrixRule> without(String id) {
        return policy.matrix().rules().stream().filter(rule -> !rule.id().equals(id)).toList();
    }

    /** The matrix in force without one rule. */
    @PostMapping("/rules/remove")
    @Requires("access:create")
    ModelAndView remove(
            @RequestParam String id,
            @RequestParam(defaultValue = "") String note,
            HttpServletResponse response) {
        List<Violation> wrong = new ArrayList<>(MatrixSignOff.checkNote(note));
        Optional<MatrixRule> rule = known(id);
        if (rule.isEmpty()) {
            wrong.add(Violation.at("id", "access.matrix.value-unknown", id));
        }
        return wrong.isEmpty()
                ? proposed(without(id), note)
                : refused(rule.orElse(null), note, wrong, response);
    }

    @PostMapping("/versions/{number:[0-9]{1,9}}/sign")
    @Requires("access:decide")
    ModelAndView sign(@PathVariable int number) {
        signOff.sign(number, callers.require());
        return new ModelAndView("redirect:/access/matrix/versions/" + number);
    }

    /** Open to proposers too, who may withdraw what is theirs: the sign-off asks whose it is. */
    @PostMapping("/versions/{number:[0-9]{1,9}}/reject")
    @Requires("access:read")
    ModelAndView reject(@PathVariable int number, @RequestParam(defaultValue = "") String reason) {
        signOff.reject(number, reason, callers.require());
        return new ModelAndView("redirect:/access/matrix/versions/" + number);
    }
}
