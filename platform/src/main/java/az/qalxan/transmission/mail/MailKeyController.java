package az.qalxan.transmission.mail;

import az.qalxan.transmission.MailKeys;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Our own keys of secure e-mail, to be given to partners and rolled. */
@Controller
@RequestMapping("/messages/mail/keys")
class MailKeyController {

    private final MailKeys keys;

    MailKeyController(MailKeys keys) {
        this.keys = keys;
    }

    /** All keys of ours. */
    record KeysPage(List<MailKeys.Shown> keys) {

        KeysPage {
            keys = List.copyOf(keys);
        }
    }

    @Requires("transmission:read")
    @GetMapping
    String list(Model model) {
        model.addAttribute("page", new KeysPage(keys.own()));
        return "transmission/mail/keys";
    }

    @Requires("transmission:administer")
    @PostMapping("/{usage}")
    String roll(@PathVariable String usage) {
        if (keys.roll(usage).isEmpty()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return "redirect:/messages/mail/keys";
    }
}
