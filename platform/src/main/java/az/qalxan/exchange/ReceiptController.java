package az.qalxan.exchange;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whom a correction or revocation has not reached, and what receivers say that they keep. */
@Controller
@RequestMapping("/exchange/receipts")
class ReceiptController {

    private final Receipts receipts;
    private final CopyDesk copies;
    private final BodyNames names;
    private final PageFrames frames;

    ReceiptController(Receipts receipts, CopyDesk copies, BodyNames names, PageFrames frames) {
        this.receipts = receipts;
        this.copies = copies;
        this.names = names;
        this.frames = frames;
    }

    /** A receipt with the name of its body. */
    record Said(ReceiptStore.Kept kept, String body) {}

    /** Somebody who is behind, with the name of the body. */
    record Late(ReceiptStore.Behind behind, String body) {}

    /** A marking made narrower, with the names of those who have the object. */
    record Closed(NarrowingStore.Narrowing narrowing, String bodies) {}

    /** What is to be followed up. */
    record ReceiptsPage(
            List<CopyStore.Copy> copies, List<Closed> closed, List<Late> late, List<Said> said) {

        ReceiptsPage {
            copies = List.copyOf(copies);
            closed = List.copyOf(closed);
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
                        copies.behind(),
                        copies.narrowings().stream().map(one -> closed(one, text)).toList(),
                        receipts.behind().stream()
                                .map(one -> new Late(one, name(one.body(), text)))
                                .toList(),
                        receipts.newest().stream()
                                .map(one -> new Said(one, name(one.body(), text)))
                                .toList()));
        return "exchange/receipts";
    }

    private Closed closed(NarrowingStore.Narrowing one, Text text) {
        return new Closed(
                one,
                one.bodies().stream()
                        .map(body -> name(body, text))
                        .collect(Collectors.joining(", ")));
    }

    private String name(String body, Text text) {
        return names.acronym(new BodyCode(body), text.language());
    }
}
