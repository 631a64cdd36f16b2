package az.qalxan.exchange;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whom a correction or revocation has not reached, and what receivers say that they keep. */
@Controller
@RequestMapping("/exchange/receipts")
class ReceiptController {

    private final Receipts receipts;
    private final BodyNames names;
    private final PageFrames frames;

    ReceiptController(Receipts receipts, BodyNames names, PageFrames frames) {
        this.receipts = receipts;
        this.names = names;
        this.frames = frames;
    }

    /** A receipt with the name of its body. */
    record Said(ReceiptStore.Kept kept, String body) {}

    /** Somebody who is behind, with the name of the body. */
    record Late(ReceiptStore.Behind behind, String body) {}

    /** Both lists. */
    record ReceiptsPage(List<Late> late, List<Said> said) {

        ReceiptsPage {
            late = List.copyOf(late);
            said = List.copyOf(said);
        }
    }

    @Requires("exchange:read")
    @GetMapping
    String page(HttpServletRequest request, Model model) {
        Text text = frames.of(request).text();
        model.addAttribute(
                "page",
                new ReceiptsPage(
                        receipts.behind().stream()
                                .map(one -> new Late(one, name(one.body(), text)))
                                .toList(),
                        receipts.newest().stream()
                                .map(one -> new Said(one, name(one.body(), text)))
                                .toList()));
        return "exchange/receipts";
    }

    private String name(String body, Text text) {
        return names.acronym(new BodyCode(body), text.language());
    }
}
