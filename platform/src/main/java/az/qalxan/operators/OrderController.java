package az.qalxan.operators;

import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.web.Requires;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Orders on the authority's side: the list, a new one, one of them, a case's. */
@Controller
@RequestMapping("/operators")
class OrderController {

    private final Orders orders;
    private final OrderStore store;
    private final OrderPages pages;
    private final Drafting drafting;
    private final OrderLaw law;
    private final ProviderStore providers;
    private final EtsiImport messages;
    private final CaseDesk cases;
    private final AuditLog audit;
    private final CurrentCaller callers;

    OrderController(
            Orders orders,
            OrderStore store,
            OrderPages pages,
            Drafting drafting,
            OrderLaw law,
            ProviderStore providers,
            EtsiImport messages,
            CaseDesk cases,
            AuditLog audit,
            CurrentCaller callers) {
        this.orders = orders;
        this.store = store;
        this.pages = pages;
        this.drafting = drafting;
        this.law = law;
        this.providers = providers;
        this.messages = messages;
        this.cases = cases;
        this.audit = audit;
        this.callers = callers;
    }

    /** The list, by status; the outcome of an import where one was just made. */
    record ListPage(List<OrderLine> lines, String status, EtsiImport.@Nullable Taken taken) {

        ListPage {
            lines = List.copyOf(lines);
        }

        List<OrderStatus> statuses() {
            return Arrays.asList(OrderStatus.values());
        }
    }

    @Requires("operators:read")
    @GetMapping("/orders")
    @Transactional
    public String list(@RequestParam(defaultValue = "") String status, Model model) {
        return list(status, null, model);
    }

    private String list(String status, EtsiImport.@Nullable Taken taken, Model model) {
        String known = OrderStatus.of(status).map(OrderStatus::code).orElse("");
        String body = callers.require().body().value();
        audit.record(
                OperatorsAct.LIST_VIEWED, AuditSubject.of("operator-order-list", body), Map.of());
        model.addAttribute(
                "page", new ListPage(pages.ofAuthority(store.ofBody(body, known)), known, taken));
        return "operators/orders";
    }

    /** What the form of a new order offers. */
    record NewPage(
            List<Provider> providers,
            Map<String, String> names,
            OrderKind kind,
            List<OrderLaw.Choice> choices,
            String caseNumber) {

        NewPage {
            providers = List.copyOf(providers);
            names = Map.copyOf(names);
            choices = List.copyOf(choices);
        }

        String name(Provider one) {
            return names.getOrDefault(one.code(), one.code());
        }
    }

    @Requires("operators:create")
    @GetMapping("/orders/new")
    @Transactional(readOnly = true)
    public String fresh(
            @RequestParam(defaultValue = "subscriber") String kind,
            @RequestParam(name = "case", defaultValue = "") String caseNumber,
            Model model) {
        OrderKind asked = OrderKind.of(kind).orElse(OrderKind.SUBSCRIBER);
        model.addAttribute(
                "page",
                new NewPage(
                        providers.all(),
                        pages.acronyms(),
                        asked,
                        law.choices(asked, drafting.today()),
                        caseNumber));
        return "operators/new";
    }

    @Requires("operators:create")
    @PostMapping("/orders")
    String draft(@ModelAttribute Typing typing) {
        return "redirect:/operators/orders/" + drafting.draft(typing.form(), callers.require());
    }

    /** The fields of the form as the browser names them. */
    record Typing(
            @Nullable String provider,
            @Nullable String kind,
            @Nullable String emergency,
            @Nullable String test,
            @Nullable String identifiers,
            @Nullable String format,
            @Nullable String from,
            @Nullable String until,
            @Nullable String words,
            @Nullable String purpose,
            @Nullable String basis,
            @Nullable String basisReason,
            @Nullable String caseNumber) {

        Drafting.Form form() {
            return new Drafting.Form(
                    text(provider),
                    text(kind),
                    text(emergency),
                    text(test),
                    text(identifiers),
                    text(format),
                    text(from),
                    text(until),
                    text(words),
                    text(purpose),
                    text(basis),
                    text(basisReason),
                    text(caseNumber));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    @Requires("operators:read")
    @GetMapping("/orders/{number}")
    @Transactional
    public String page(@PathVariable String number, Model model) {
        Orders.Seen seen = orders.ofAuthority(number);
        orders.viewed(seen.order(), "authority");
        model.addAttribute("page", pages.ofAuthority(seen, callers.require()));
        return "operators/order";
    }

    @Requires("operators:decide")
    @PostMapping("/orders/{number}/approve")
    String approve(@PathVariable String number, @RequestParam int version) {
        return take(number, version, new OrderStep.Approve());
    }

    @Requires("operators:decide")
    @PostMapping("/orders/{number}/confirm")
    String confirm(@PathVariable String number, @RequestParam int version) {
        return take(number, version, new OrderStep.Confirm());
    }

    @Requires("operators:decide")
    @PostMapping("/orders/{number}/reject")
    String reject(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words) {
        return take(number, version, new OrderStep.Reject(said(words)));
    }

    @Requires("operators:create")
    @PostMapping("/orders/{number}/cancel")
    String cancel(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words) {
        return take(number, version, new OrderStep.Cancel(said(words)));
    }

    @Requires("operators:create")
    @PostMapping("/orders/{number}/reply")
    String reply(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words) {
        return take(number, version, new OrderStep.Reply(said(words)));
    }

    static String said(String words) {
        Typed typed = new Typed();
        String said = typed.words("words", words);
        typed.pass();
        return said;
    }

    private String take(String number, int version, OrderStep step) {
        orders.take(number, version, step, callers.require());
        return "redirect:/operators/orders/" + number;
    }

    @Requires("operators:create")
    @PostMapping("/orders/{number}/cases")
    String attach(@PathVariable String number, @RequestParam(defaultValue = "") String caseNumber) {
        orders.attach(number, caseNumber);
        return "redirect:/operators/orders/" + number;
    }

    @Requires("operators:read")
    @GetMapping("/orders/{number}/files/{file}")
    @Transactional
    public ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable UUID file) {
        return Handout.of(orders.open(orders.ofAuthority(number).order(), file));
    }

    @Requires("operators:read")
    @GetMapping("/orders/{number}/etsi.xml")
    @Transactional
    public ResponseEntity<byte[]> etsi(@PathVariable String number) {
        DataOrder order = orders.ofAuthority(number).order();
        return Handout.xml(order.number() + ".xml", messages.export(order));
    }

    /** Drafts orders of an ETSI message; what is wrong with it is shown with its place. */
    @Requires("operators:create")
    @PostMapping("/orders/import")
    @Transactional
    public String importing(@RequestParam MultipartFile file, Model model) throws IOException {
        return list("", messages.take(file.getBytes(), callers.require()), model);
    }

    /** The orders of a case, as a part of its page; empty for an operator. */
    record CasePart(String caseNumber, List<OrderLine> lines, boolean mayDraft) {

        CasePart {
            lines = List.copyOf(lines);
        }
    }

    @Requires("operators:read")
    @GetMapping("/of-case/{number}")
    @Transactional
    public String ofCase(@PathVariable String number, Model model) {
        CaseHead head = cases.require(number);
        List<OrderLine> lines = pages.ofAuthority(store.ofCase(head.number().value()));
        audit.record(OperatorsAct.LIST_VIEWED, AuditSubject.of("case", head.number()), Map.of());
        model.addAttribute(
                "page",
                new CasePart(
                        head.number().value(),
                        lines,
                        head.body().equals(callers.require().body())));
        return "operators/part";
    }
}
