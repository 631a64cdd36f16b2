package az.qalxan.exchange;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What people decide about copies whose original went on. */
@Controller
@RequestMapping("/exchange")
class CopyController {

    private static final String BACK = "redirect:/exchange/receipts";

    private final CopyDesk desk;
    private final CurrentCaller callers;

    CopyController(CopyDesk desk, CurrentCaller callers) {
        this.desk = desk;
        this.callers = callers;
    }

    @Requires("exchange:create")
    @PostMapping("/copies/{id}/keep")
    String keep(@PathVariable UUID id) {
        desk.keep(id);
        return BACK;
    }

    @Requires("exchange:create")
    @PostMapping("/copies/{id}/revoke")
    String revoke(@PathVariable UUID id) {
        desk.revoke(id);
        return BACK;
    }

    @Requires("exchange:update")
    @PostMapping("/narrowings/{id}/seen")
    String seen(@PathVariable UUID id) {
        desk.see(callers.require(), id);
        return BACK;
    }
}
