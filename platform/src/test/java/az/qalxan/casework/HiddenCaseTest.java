package az.qalxan.casework;

import static az.qalxan.casework.CaseStage.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import az.qalxan.PlatformTest;
import az.qalxan.access.ApiClients;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.reporting.Contact;
import az.qalxan.reporting.Receipt;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A case out of sight changes nothing for whoever may not know of it: every address is asked, by
 * people of the own and of foreign bodies, by a visitor and by a program, before the case exists
 * and after, and the answers are compared byte for byte; what is sent to its number is answered as
 * to a number that nobody has.
 */
@PlatformTest
class HiddenCaseTest {

    private static final Pattern VARIABLE =
            Pattern.compile("\\{\\*?(\\w+)(?::((?:[^{}]|\\{[^}]*})*))?}");
    private static final Pattern TOKENS =
            Pattern.compile(
                    "(name=\"_csrf\" value=|name=\"csrf-token\" content=|name=\"key\" value="
                            + "|\"error_id\":)\"[^\"]*\"");

    /** Pages that show what the clock says here or there, and how long something still runs. */
    private static final Pattern TIMED =
            Pattern.compile("/(duty|contacts|messages|law|api/(contacts|cooperation))([/?].*)?");

    private static final Pattern CLOCKS =
            Pattern.compile(
                    "\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?|\\d+ (saat|dəqiqə|cəhd)"
                            + "|data-alarm=\"\\d+\"|<a href=\"/duty#untold\">[^<]*</a>");

    /** Rounds in the background move requests of other tests in and out of this page's lists. */
    private static final Pattern MOVING =
            Pattern.compile(
                    "<li>.*href=\"/duty/requests/S-[^\\n]*</li>|<span class=\"cnt\">\\d+</span>");

    private static final String NOTES = "/duty/notes";

    /** The log grows with whatever anybody does, whoever sees it; see the threat model. */
    private static final Pattern GROWS = Pattern.compile("(/journal|/api)?/log([/?].*)?");

    private static final String FIGURES = "/statistics";
    private static final String PHONE = "0505550199";
    private static final String WORD = "qarabatdaqlıq";
    private static final String TITLE = "Heç kimin bilmədiyi iş";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired MockMvc mvc;
    @Autowired ApplicationContext context;
    @Autowired ApiClients clients;
    private int addresses;

    /** The names under which something could be asked for. */
    private record World(Map<String, String> names) {

        /** What nobody has; the person who is named is there in every world. */
        static World absent(String account) {
            Map<String, String> names = new LinkedHashMap<>();
            names.put("number", "K-2026-99" + (10_000 + new SecureRandom().nextInt(90_000)));
            names.put("reference", "M-2026-999999999");
            for (String id : List.of("report", "link", "party", "entry", "task")) {
                names.put(id, UUID.randomUUID().toString());
            }
            names.put("account", account);
            return new World(names);
        }

        String get(String name) {
            return names.getOrDefault(name, "");
        }

        /** The text with every name of this world in place of what it stands for. */
        String without(String text) {
            String named = text;
            for (Map.Entry<String, String> one : names.entrySet()) {
                named = named.replace(one.getValue(), "<" + one.getKey() + ">");
            }
            return named;
        }
    }

    private Map<String, RequestPostProcessor> callers() {
        Map<String, RequestPostProcessor> callers = new LinkedHashMap<>();
        callers.put(
                "officer",
                SignedIn.as("din", Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.PROSECUTOR));
        callers.put("analyst", SignedIn.as("din", Role.CERT_ANALYST));
        callers.put(
                "office",
                SignedIn.as("din", Role.STATISTICIAN, Role.COORDINATOR, Role.ADMINISTRATOR));
        callers.put("another body", SignedIn.as("dtx", Role.DUTY_OFFICER, Role.INVESTIGATOR));
        callers.put("oversight", SignedIn.as("bp", Role.PROSECUTOR));
        callers.put("visitor", request -> request);
        String token = SignedIn.token(clients, "din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
        callers.put(
                "program",
                request -> {
                    request.addHeader("Authorization", "Bearer " + token);
                    return request;
                });
        return callers;
    }

    /** One way to ask. */
    private record Question(String pattern, String query) {}

    private List<Question> questions(World world) {
        List<Question> questions = new ArrayList<>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                    if (ours(handler)
                            && (methods.isEmpty() || methods.contains(RequestMethod.GET))) {
                        for (String pattern : info.getPatternValues()) {
                            questions.add(new Question(pattern, ""));
                            queries(handler, world)
                                    .forEach(query -> questions.add(new Question(pattern, query)));
                        }
                    }
                });
        return questions;
    }

    /** Queries that name the case or its report in every field that the endpoint reads. */
    private static List<String> queries(HandlerMethod handler, World world) {
        List<String> queries = new ArrayList<>();
        String signature =
                Stream.of(handler.getMethodParameters())
                        .map(parameter ->
                                String.valueOf(parameter.getParameterName())
                                        + " "
                                        + parameter.getParameterAnnotations().length
                                        + Stream.of(parameter.getParameterAnnotations())
                                                .map(Object::toString)
                                                .collect(Collectors.joining()))
                        .collect(Collectors.joining(" "));
        if (signature.contains("\"q\"") || signature.contains("words")) {
            for (String asked :
                    List.of(world.get("number"), world.get("reference"), PHONE, WORD, TITLE)) {
                queries.add("state=all&q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
            }
        }
        if (signature.contains("state")) {
            queries.add("state=all&mine=1");
        }
        if (signature.contains("asked")) {
            queries.add("state=accepted");
            queries.add("report=" + world.get("report"));
        }
        if (signature.contains("number")) {
            queries.add("number=" + world.get("number"));
        }
        if (signature.contains("report")) {
            queries.add("report=" + world.get("report"));
        }
        if (signature.contains("from") || signature.contains("period")) {
            queries.add("from=2020-01-01&to=2035-01-01");
        }
        if (signature.contains("period")) {
            queries.add("year=2026&from=2020-01-01&article=271&figure=article&cell=271");
            queries.add("from=2020-01-01&body=din&figure=state&cell=open");
        }
        return queries;
    }

    private static boolean ours(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("az.qalxan.");
    }

    private static String filled(String pattern, World world) {
        return VARIABLE.matcher(pattern.isEmpty() ? "/" : pattern)
                .replaceAll(found -> value(pattern, found, world));
    }

    private static String value(String pattern, MatchResult found, World world) {
        String name = found.group(1);
        if (name.equals("id") && pattern.startsWith("/reports")
                || name.equals("id") && pattern.startsWith("/api/reports")) {
            return world.get("report");
        }
        if (world.names().containsKey(name)) {
            return world.get(name);
        }
        String form = found.group(2);
        if (form != null) {
            return form.startsWith("[0-9]") ? "99999999" : form.split("\\|")[0];
        }
        return KNOWN.getOrDefault(name, "00000000-0000-0000-0000-000000000001");
    }

    private static final Map<String, String> KNOWN =
            Map.of("name", "by-state", "series", "S-2026-1", "decision", "Q-2026-0000001");

    /** Every answer to every question by every caller, without what changes with each request. */
    private Map<String, String> walk(
            World world, Map<String, RequestPostProcessor> callers, String within) {
        Map<String, String> answers = new TreeMap<>();
        for (Question question : questions(world)) {
            if (!question.pattern().contains(within)
                    || GROWS.matcher(question.pattern()).matches()) {
                continue;
            }
            String path = filled(question.pattern(), world);
            String address = path + (question.query().isEmpty() ? "" : "?" + question.query());
            callers.forEach((who, caller) ->
                    answers.put(
                            who + " " + world.without(question.pattern() + "?" + question.query()),
                            answer(HttpMethod.GET, address, Map.of(), caller, world)));
        }
        return answers;
    }

    private String answer(
            HttpMethod method,
            String address,
            Map<String, String> fields,
            RequestPostProcessor caller,
            World world) {
        try {
            int n = ++addresses;
            RequestPostProcessor elsewhere =
                    request -> {
                        request.setRemoteAddr("10.78." + n / 250 % 250 + "." + n % 250);
                        return request;
                    };
            MockHttpServletRequestBuilder request =
                    MockMvcRequestBuilders.request(method, URI.create(address));
            fields.forEach(request::param);
            MockHttpServletResponse answer =
                    mvc.perform(request.with(csrf()).with(elsewhere).with(caller))
                            .andReturn()
                            .getResponse();
            String body = TOKENS.matcher(answer.getContentAsString()).replaceAll("$1");
            if (TIMED.matcher(address).matches()) {
                body = CLOCKS.matcher(body).replaceAll("");
            }
            if (address.startsWith(NOTES)) {
                body = MOVING.matcher(body).replaceAll("");
            }
            return world.without(
                    answer.getStatus()
                            + " "
                            + answer.getHeader("Location")
                            + " "
                            + answer.getContentType()
                            + "\n"
                            + body);
        } catch (Exception e) {
            throw new AssertionError(address, e);
        }
    }

    /** The report arrives; nobody has decided on it. */
    private static Hidden arrives(CaseStage stage, Caller keeper) {
        return new Hidden(
                stage,
                keeper,
                stage.report(
                        "Heç kim bilmir: " + WORD + ", " + PHONE + " zəng etdi.",
                        new Contact("Uydurma Gizlinli", "", ""),
                        Instant.now().minus(Duration.ofDays(60))));
    }

    private static final class Hidden {

        final CaseStage stage;
        final Caller keeper;
        private final Receipt report;
        private String number = "";

        Hidden(CaseStage stage, Caller keeper, Receipt report) {
            this.stage = stage;
            this.keeper = keeper;
            this.report = report;
        }

        /** Takes the report into a case out of sight and fills it with all that a case can have. */
        World fill() throws Exception {
            String place =
                    stage.post(
                                    keeper,
                                    "/reports/" + report.id() + "/accept",
                                    "title",
                                    TITLE,
                                    "restricted",
                                    "true")
                            .getHeader("Location");
            number = String.valueOf(place).substring("/cases/".length());
            stage.post(keeper, place + "/notes", "words", "Gizli qeyd");
            stage.post(
                    keeper,
                    place + "/tasks",
                    "title",
                    "Gizli tapşırıq",
                    "clock",
                    "target",
                    "due",
                    "2030-01-01T10:00",
                    "account",
                    keeper.account().toString());
            stage.post(keeper, place + "/qualification/put", "article", "271", "reason", WORDS);
            stage.post(keeper, place + "/series", "series", "S-2026-77");
            stage.post(keeper, place + "/measure/border", "border", "yes", "reason", WORDS);
            stage.post(
                    keeper,
                    place + "/parties/from-report",
                    "report",
                    report.id().toString(),
                    "status",
                    "victim");
            return world();
        }

        private World world() {
            Map<String, String> names = new LinkedHashMap<>();
            names.put("number", number);
            names.put("reference", report.reference().value());
            names.put("report", report.id().toString());
            names.put("link", one("l.id", "case_report l on l.case_id = c.id"));
            names.put("party", one("p.id", "party p on p.case_id = c.id"));
            names.put(
                    "entry",
                    one(
                            "e.id",
                            "case_compartment k on k.case_id = c.id join"
                                    + " access.compartment_entry e on e.compartment ="
                                    + " k.compartment"));
            names.put("task", one("t.id", "task t on t.case_id = c.id"));
            names.put("account", keeper.account().toString());
            return new World(names);
        }

        private String one(String column, String joined) {
            return stage.texts(
                            "select "
                                    + column
                                    + "::text from casework.case_file c join "
                                    + (joined.startsWith("access") ? "" : "casework.")
                                    + joined
                                    + " where c.number = :it",
                            number)
                    .getFirst();
        }
    }

    @Test
    void noAnswerDiffersByTheExistenceOfAHiddenCase() throws Exception {
        CaseStage stage = new CaseStage(context);
        Caller keeper = stage.person("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
        Map<String, RequestPostProcessor> callers = callers();
        World absent = World.absent(keeper.account().toString());
        Map<String, String> before = notFigures(walk(absent, callers, ""));
        Hidden hidden = arrives(stage, keeper);
        Map<String, String> figures = walk(absent, callers, FIGURES);
        World there = hidden.fill();

        assertThat(different(before, notFigures(walk(there, callers, "")))).isEmpty();
        assertThat(different(figures, walk(there, callers, FIGURES)))
                .as("figures count a report where it stood before")
                .isEmpty();
        assertThat(before).hasSizeGreaterThan(500);
        assertThat(figures).hasSizeGreaterThan(20);

        assertThat(hidden.stage.page(hidden.keeper, "/cases/" + hidden.number))
                .contains(TITLE, "Gizli qeyd", "Gizli tapşırıq");
        hidden.stage.post(
                hidden.keeper,
                "/cases/" + hidden.number + "/restrict",
                "version",
                String.valueOf(hidden.stage.version(hidden.number)),
                "restricted",
                "false",
                "reason",
                WORDS);
        Map<String, String> shown = notFigures(walk(there, callers, "/cases"));
        before.keySet().retainAll(shown.keySet());
        List<String> seen = different(before, shown);
        assertThat(seen).as("the walk meets what is in sight").hasSizeGreaterThan(15);
        assertThat(seen)
                .noneMatch(one -> one.startsWith("another body") || one.startsWith("visitor"));
    }

    /** What is sent to the case's number, its report or its parts is answered as to none. */
    @Test
    void whatIsSentToItIsAnsweredAsToNothing() throws Exception {
        CaseStage stage = new CaseStage(context);
        Caller keeper = stage.person("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
        Hidden hidden = arrives(stage, keeper);
        World there = hidden.fill();
        World absent = World.absent(keeper.account().toString());
        Receipt waiting = hidden.stage.report("Növbədə gözləyən, hamının gördüyü.");
        Map<String, RequestPostProcessor> callers = callers();
        callers.keySet().removeAll(Set.of("office", "visitor"));
        String state = snapshot(hidden);
        List<String> different = new ArrayList<>();
        for (String pattern : posts()) {
            for (Map.Entry<String, RequestPostProcessor> caller : callers.entrySet()) {
                String toIt =
                        answer(
                                HttpMethod.POST,
                                filled(pattern, there),
                                fields(there),
                                caller.getValue(),
                                there);
                String toNone =
                        answer(
                                HttpMethod.POST,
                                filled(pattern, absent),
                                fields(absent),
                                caller.getValue(),
                                absent);
                if (!toIt.equals(toNone)) {
                    different.add(caller.getKey() + " " + pattern + "\n" + toIt + "\n" + toNone);
                }
            }
        }
        for (String step : List.of("attach", "accept")) {
            String path = "/reports/" + waiting.id() + "/" + step;
            RequestPostProcessor officer = SignedIn.as("din", Role.DUTY_OFFICER);
            String toIt = answer(HttpMethod.POST, path, fields(there), officer, there);
            String toNone = answer(HttpMethod.POST, path, fields(absent), officer, absent);
            assertThat(toIt).startsWith("404").isEqualTo(toNone);
        }
        assertThat(different).isEmpty();
        assertThat(snapshot(hidden)).as("nothing was changed").isEqualTo(state);
    }

    private List<String> posts() {
        List<String> patterns = new ArrayList<>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    if (ours(handler)
                            && info.getMethodsCondition()
                                    .getMethods()
                                    .contains(RequestMethod.POST)) {
                        info.getPatternValues().stream()
                                .filter(pattern ->
                                        pattern.startsWith("/cases/")
                                                || pattern.startsWith("/reports/{id}")
                                                || pattern.startsWith("/break-glass")
                                                || pattern.startsWith("/hand-overs/"))
                                .forEach(patterns::add);
                    }
                });
        assertThat(patterns).hasSizeGreaterThan(25);
        return patterns;
    }

    /** Right values for every field that some form has, so that nothing is refused for its form. */
    private static Map<String, String> fields(World world) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", world.get("number"));
        fields.put("reference", world.get("reference"));
        fields.put("report", world.get("report"));
        fields.put("account", world.get("account"));
        fields.put("words", WORDS);
        fields.put("reason", WORDS);
        fields.put("title", "Ad");
        fields.put("version", "0");
        fields.put("restricted", "true");
        fields.put("outcome", "joined");
        fields.put("article", "272");
        fields.put("replaces", "271");
        fields.put("status", "victim");
        fields.put("kind", "person");
        fields.put("name", "Uydurma");
        fields.put("purpose", "sınaq");
        fields.put("ground", WORDS);
        fields.put("to", "dtx");
        fields.put("summary", WORDS);
        fields.put("basis", "CPM 213");
        fields.put("series", "S-2026-5");
        fields.put("border", "yes");
        fields.put("clock", "target");
        fields.put("due", "2030-01-01T10:00");
        return fields;
    }

    private static String snapshot(Hidden hidden) {
        return hidden.stage
                .texts(
                        """
                        select c.version || ' ' || c.state || ' ' ||
                          (select count(*) from casework.happening h where h.case_id = c.id)
                          || ' ' || (select count(*) from casework.case_report l
                                      where l.case_id = c.id and l.detached_at is null)
                        from casework.case_file c where c.number = :it
                        """,
                        hidden.number)
                .getFirst();
    }

    private static Map<String, String> notFigures(Map<String, String> answers) {
        Map<String, String> others = new TreeMap<>(answers);
        others.keySet().removeIf(question -> question.contains(FIGURES));
        // Tells when a program last asked, and the programs of this walk do.
        others.keySet().removeIf(question -> question.contains("/access/clients"));
        return others;
    }

    private static List<String> different(Map<String, String> before, Map<String, String> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        List<String> different = new ArrayList<>();
        before.forEach((question, one) -> {
            String other = after.getOrDefault(question, "");
            if (!one.equals(other)) {
                different.add(question + "\n" + firstDifference(one, other));
            }
        });
        return different;
    }

    private static String firstDifference(String one, String other) {
        List<String> left = one.lines().toList();
        List<String> right = other.lines().toList();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String a = i < left.size() ? left.get(i) : "(end)";
            String b = i < right.size() ? right.get(i) : "(end)";
            if (!a.equals(b)) {
                return "  - " + a + "\n  + " + b;
            }
        }
        return "";
    }
}
