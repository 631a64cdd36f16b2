package az.qalxan.access;

import az.qalxan.web.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of the access matrix. */
@Controller
class MatrixController {

    private final AccessPolicy policy;

    MatrixController(AccessPolicy policy) {
        this.policy = policy;
    }

    @GetMapping("/access/matrix")
    @Requires("access:read")
    ModelAndView matrix() {
        return new ModelAndView("access/matrix", "page", new MatrixPage(policy.matrix().rules()));
    }
}
