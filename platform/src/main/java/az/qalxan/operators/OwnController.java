package az.qalxan.operators;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.Requires;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The pages of an operator: what it is asked, and its answers. */
@Controller
@RequestMapping("/operators/own")
class OwnController {

    private final Orders orders;
    private final OrderStore store;
    private final OrderPages pages;
    private final ProviderStore providers;
    private final OperatorsPack pack;
    private final EtsiImport messages;
    private final AuditLog audit;
    private final CurrentCaller callers;

    OwnController(
            Orders orders,
            OrderStore store,
            OrderPages pages,
            ProviderStore providers,
            OperatorsPack pack,
            EtsiImport messages,
            AuditLog audit,
            CurrentCaller callers) {
        this.orders = orders;
        this.store = store;
        this.pages = pages;
        this.providers = providers;
        this.pack = pack;
        this.messages = messages;
        this.audit = audit;
        this.callers = callers;
    }

    /** The orders to the caller's organisation, and whether it stands in the register. */
    record InboxPage(List<OrderLine> lines, boolean registered, OperatorsPack.Notice notice) {

        InboxPage {
            lines = List.copyOf(lines);
        }
    }

    @Requires("operators:read")
    @GetMapping
    @Transactional
    public String inbox(Model model) {
        Caller caller = callers.require();
        audit.record(
                OperatorsAct.LIST_VIEWED,
                AuditSubject.of("operator-order-list", caller.body()),
                Map.of("as", "operator"));
        Optional<Provider> own = providers.find(caller.body().value());
        model.addAttribute(
                "page",
                new InboxPage(
                        pages.ofOperator(store.toProvider(caller.body().value(), null)),
                        own.isPresent(),
                        pack.notice()));
        return "operators/inbox";
    }

    @Requires("operators:read")
    @GetMapping("/{number}")
    @Transactional
    public String page(@PathVariable String number, Model model) {
        DataOrder order = orders.ofOperator(number, callers.require());
        orders.viewed(order, "operator");
        model.addAttribute("page", pages.ofOperator(order));
        return "operators/own";
    }

    @Requires("operators:update")
    @PostMapping("/{number}/acknowledge")
    String acknowledge(@PathVariable String number) {
        return answer(number, new OrderStep.Acknowledge());
    }

    @Requires("operators:update")
    @PostMapping("/{number}/ask")
    String ask(@PathVariable String number, @RequestParam(defaultValue = "") String words) {
        return answer(number, new OrderStep.Ask(OrderController.said(words)));
    }

    @Requires("operators:update")
    @PostMapping("/{number}/disclose")
    String disclose(@PathVariable String number, @RequestParam(defaultValue = "") String words) {
        return answer(number, new OrderStep.Disclose(OrderController.said(words)));
    }

    @Requires("operators:update")
    @PostMapping("/{number}/unavailable")
    String unavailable(@PathVariable String number, @RequestParam(defaultValue = "") String words) {
        return answer(number, new OrderStep.Unavailable(OrderController.said(words)));
    }

    @Requires("operators:update")
    @PostMapping("/{number}/unclear")
    String unclear(@PathVariable String number, @RequestParam(defaultValue = "") String words) {
        return answer(number, new OrderStep.Unclear(OrderController.said(words)));
    }

    private String answer(String number, OrderStep step) {
        orders.answer(number, step, callers.require());
        return "redirect:/operators/own/" + number;
    }

    @Requires("operators:update")
    @PostMapping("/{number}/files")
    String give(@PathVariable String number, @RequestParam MultipartFile file) throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        orders.give(number, name, file.getBytes(), callers.require());
        return "redirect:/operators/own/" + number + "#files";
    }

    @Requires("operators:read")
    @GetMapping("/{number}/files/{file}")
    @Transactional
    public ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable UUID file) {
        return Handout.of(orders.open(orders.ofOperator(number, callers.require()), file));
    }

    @Requires("operators:read")
    @GetMapping("/{number}/etsi.xml")
    @Transactional
    public ResponseEntity<byte[]> etsi(@PathVariable String number) {
        DataOrder order = orders.ofOperator(number, callers.require());
        return Handout.xml(order.number() + ".xml", messages.export(order));
    }
}
