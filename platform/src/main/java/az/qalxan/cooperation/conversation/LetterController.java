package az.qalxan.cooperation.conversation;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.web.Requires;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Letters that came by mail, to be classified. */
@Controller
@RequestMapping("/letters")
class LetterController {

    private static final int REASON_MIN = 5;

    private final LetterBox box;
    private final RequestDesk desk;
    private final CurrentCaller callers;

    LetterController(LetterBox box, RequestDesk desk, CurrentCaller callers) {
        this.box = box;
        this.desk = desk;
        this.callers = callers;
    }

    /** The letters, and what they can be entered as. */
    record LettersPage(List<Mailed> letters, List<String> kinds, List<String> countries) {

        LettersPage {
            letters = List.copyOf(letters);
            kinds = List.copyOf(kinds);
            countries = List.copyOf(countries);
        }

        List<Mailed> waiting() {
            return letters.stream().filter(Mailed::waiting).toList();
        }

        List<Mailed> settled() {
            return letters.stream().filter(one -> !one.waiting()).toList();
        }
    }

    @Requires("cooperation:read")
    @GetMapping
    String letters(Model model) {
        Caller caller = callers.require();
        model.addAttribute(
                "page",
                new LettersPage(
                        box.show(caller),
                        desk.kinds(),
                        List.of(Locale.getISOCountries()).stream()
                                .filter(code -> !code.equals(desk.home().state()))
                                .toList()));
        return "cooperation/conversation/letters";
    }

    @Requires("cooperation:create")
    @PostMapping("/{mail}/enter")
    String enter(@PathVariable UUID mail, @RequestParam Map<String, String> fields) {
        String number = box.enter(mail, new HashMap<>(fields), callers.require());
        return "redirect:/duty/requests/" + number;
    }

    @Requires("cooperation:create")
    @PostMapping("/{mail}/set-aside")
    String setAside(@PathVariable UUID mail, @RequestParam String reason) {
        box.setAside(
                mail, ConversationController.text("reason", reason, REASON_MIN), callers.require());
        return "redirect:/letters";
    }
}
