package az.qalxan.operators;

import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.directory.Organisation;
import az.qalxan.web.Requires;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register's pages. */
@Controller
@RequestMapping("/operators")
class RegisterController {

    private final Register register;
    private final ProviderStore store;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final OperatorsPack pack;

    RegisterController(
            Register register,
            ProviderStore store,
            AuditLog audit,
            CurrentCaller callers,
            OperatorsPack pack) {
        this.register = register;
        this.store = store;
        this.audit = audit;
        this.callers = callers;
        this.pack = pack;
    }

    /**
     * A line of the register.
     *
     * @param fresh responsible persons who were reached and need no new check
     */
    record Line(Provider provider, @Nullable Organisation organisation, long people, long fresh) {

        String name(String language) {
            return organisation == null ? provider.code() : organisation.name().in(language);
        }
    }

    /** The list, and who could be entered. */
    record ListPage(List<Line> lines, List<Organisation> candidates, LocalDate today) {

        ListPage {
            lines = List.copyOf(lines);
            candidates = List.copyOf(candidates);
        }
    }

    /** One operator. */
    record ProviderPage(Line line, List<Provider.Contact> contacts, LocalDate today) {

        ProviderPage {
            contacts = List.copyOf(contacts);
        }
    }

    @Requires("operators:administer")
    @GetMapping("/register")
    @Transactional
    public String list(Model model) {
        audit.record(
                OperatorsAct.REGISTER_VIEWED,
                AuditSubject.of("operator-register", "all"),
                Map.of());
        Map<String, List<Provider.Contact>> people =
                store.contacts("").stream()
                        .collect(Collectors.groupingBy(Provider.Contact::provider));
        Map<String, Organisation> names = register.names();
        List<Line> lines =
                store.all().stream()
                        .map(one -> line(one, names, people.getOrDefault(one.code(), List.of())))
                        .toList();
        model.addAttribute("page", new ListPage(lines, register.candidates(), register.today()));
        return "operators/register";
    }

    private Line line(
            Provider one, Map<String, Organisation> names, List<Provider.Contact> people) {
        return new Line(
                one,
                names.get(one.code()),
                people.size(),
                people.stream().filter(person -> person.fresh(register.today())).count());
    }

    @Requires("operators:administer")
    @GetMapping("/register/{code}")
    @Transactional
    public String provider(@PathVariable String code, Model model) {
        Provider one = register.require(code);
        audit.record(OperatorsAct.REGISTER_VIEWED, AuditSubject.of("operator", code), Map.of());
        List<Provider.Contact> people = store.contacts(code);
        model.addAttribute(
                "page",
                new ProviderPage(line(one, register.names(), people), people, register.today()));
        return "operators/provider";
    }

    @Requires("operators:administer")
    @PostMapping("/register")
    String enter(
            @RequestParam String code,
            @RequestParam(name = "service", defaultValue = "") List<String> services,
            @RequestParam(defaultValue = "") String endpoint,
            @RequestParam(defaultValue = "") String note) {
        register.enter(read(new Fields(code, services, endpoint, note, "", 0)), callers.require());
        return "redirect:/operators/register/" + code;
    }

    private record Fields(
            String code,
            List<String> services,
            String endpoint,
            String note,
            String reviewDue,
            int version) {}

    private Provider read(Fields fields) {
        Typed typed = new Typed();
        List<String> services =
                fields.services().stream().filter(Provider.SERVICES::contains).distinct().toList();
        if (services.isEmpty()) {
            typed.wrong("service", "operators.wrong.service");
        }
        String endpoint = fields.endpoint().isBlank() ? fields.code() : fields.endpoint();
        Provider one =
                new Provider(
                        fields.code(),
                        services,
                        pack.country(),
                        typed.text("endpoint", endpoint, 1, 200),
                        typed.text("note", fields.note(), 0, 1_000),
                        typed.day("reviewDue", fields.reviewDue(), register.nextReview()),
                        fields.version());
        typed.pass();
        return one;
    }

    @Requires("operators:administer")
    @PostMapping("/register/{code}")
    String change(
            @PathVariable String code,
            @RequestParam(name = "service", defaultValue = "") List<String> services,
            @RequestParam(defaultValue = "") String endpoint,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String reviewDue,
            @RequestParam int version) {
        register.change(read(new Fields(code, services, endpoint, note, reviewDue, version)));
        return "redirect:/operators/register/" + code;
    }

    @Requires("operators:administer")
    @PostMapping("/register/{code}/end")
    String end(@PathVariable String code) {
        register.end(code);
        return "redirect:/operators/register";
    }

    @Requires("operators:administer")
    @PostMapping("/register/{code}/people")
    String person(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String roundClock) {
        Typed typed = new Typed();
        Provider.Contact contact =
                new Provider.Contact(
                        UUID.randomUUID(),
                        code,
                        typed.text("name", name, 2, 120),
                        typed.text("title", title, 0, 200),
                        typed.text("phone", phone, 0, 60),
                        typed.text("email", email, 0, 200),
                        !roundClock.isEmpty(),
                        null,
                        null,
                        register.nextReview());
        if (phone.isBlank() && email.isBlank()) {
            typed.wrong("phone", "operators.wrong.unreachable");
        }
        typed.pass();
        register.enter(contact);
        return "redirect:/operators/register/" + code;
    }

    @Requires("operators:administer")
    @PostMapping("/register/{code}/people/{person}/verify")
    String verify(@PathVariable String code, @PathVariable UUID person) {
        register.verify(code, person, callers.require());
        return "redirect:/operators/register/" + code;
    }

    @Requires("operators:administer")
    @PostMapping("/register/{code}/people/{person}/end")
    String endPerson(@PathVariable String code, @PathVariable UUID person) {
        register.endContact(code, person);
        return "redirect:/operators/register/" + code;
    }
}
