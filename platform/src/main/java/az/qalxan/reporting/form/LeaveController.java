package az.qalxan.reporting.form;

import az.qalxan.web.OpenToEveryone;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The quick exit: ends what the browser's session may see and leads to an unsuspicious place. A
 * GET, because it must work as a plain link; all it can do is to close.
 */
@Controller
class LeaveController {

    /** Where somebody looks who has nothing to hide: a reference work. */
    static final String ELSEWHERE = "https://az.wikipedia.org/";

    @OpenToEveryone("whoever looks over the shoulder must not be asked to sign in")
    @GetMapping("/leave")
    String leave(HttpServletRequest request) {
        FollowController.forget(request);
        return "redirect:" + ELSEWHERE;
    }
}
