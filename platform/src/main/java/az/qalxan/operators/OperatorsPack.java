package az.qalxan.operators;

import az.qalxan.engines.law.Citation;
import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.ClockKind;
import az.qalxan.engines.law.ClockRule;
import az.qalxan.engines.law.ClockStart;
import az.qalxan.engines.law.ClockUnit;
import az.qalxan.engines.law.Period;
import az.qalxan.engines.law.Standing;
import az.qalxan.engines.law.Wording;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the country's pack says about orders: approvals, dated clocks, the notice. */
@Component
final class OperatorsPack {

    private static final String OWN = "PACK-OPERATORS";

    private final String country;
    private final ZoneId zone;
    private final Map<OrderKind, Integer> approvals = new HashMap<>();
    private final List<OrderClock> clocks = new ArrayList<>();
    private final Notice notice;

    /** A clock and the orders it runs for. */
    record OrderClock(String kind, boolean emergency, ClockRule rule, Words source) {}

    /** What a person of an operator is told above every order. */
    record Notice(Words words, boolean verified) {}

    OperatorsPack(Jurisdiction jurisdiction) {
        this.country = jurisdiction.code().toUpperCase(Locale.ROOT);
        this.zone = jurisdiction.zone();
        JsonNode file = read("packs/" + jurisdiction.code() + "/operators.yaml");
        file.required("kinds")
                .forEach(one ->
                        approvals.put(
                                OrderKind.of(one.required("code").asString()).orElseThrow(),
                                one.required("approvals").asInt()));
        file.required("clocks").forEach(one -> clocks.add(clock(one)));
        JsonNode told = file.required("notice");
        this.notice = new Notice(words(told), verified(told));
    }

    /** ISO 3166-1 code of the country. */
    String country() {
        return country;
    }

    ZoneId zone() {
        return zone;
    }

    int approvals(OrderKind kind) {
        return approvals.getOrDefault(kind, 2);
    }

    /** By when an answer to such an order is wanted, by the rule of that day. */
    Optional<OrderClock> clock(DataOrder.Demand demand, LocalDate on) {
        return clocks.stream()
                .filter(one -> one.emergency() == demand.emergency())
                .filter(one -> one.kind().equals("any") || one.kind().equals(demand.kind().code()))
                .filter(one -> one.rule().period().contains(on))
                .findFirst();
    }

    Optional<OrderClock> clock(String id) {
        return clocks.stream().filter(one -> one.rule().id().equals(id)).findFirst();
    }

    Notice notice() {
        return notice;
    }

    private static OrderClock clock(JsonNode node) {
        String unit = node.required("unit").asString().toUpperCase(Locale.ROOT).replace('-', '_');
        Words name = words(node.required("name"));
        Words source = words(node.required("source"));
        Standing standing = verified(node) ? Standing.VERIFIED : Standing.UNVERIFIED;
        return new OrderClock(
                node.required("kind").asString(),
                node.required("emergency").asBoolean(),
                new ClockRule(
                        node.required("id").asString(),
                        ClockKind.RESPONSE,
                        new Clause(OWN, node.required("id").asString()),
                        node.required("amount").asInt(),
                        ClockUnit.valueOf(unit),
                        ClockStart.SERVICE,
                        Wording.of(name.az(), name.en()),
                        new Period(LocalDate.parse(node.required("from").asString()), null),
                        new Citation(List.of(OWN), standing, null, source.en())),
                source);
    }

    private static boolean verified(JsonNode node) {
        return node.path("status").asString("unverified").equals("verified");
    }

    private static Words words(JsonNode node) {
        return new Words(node.required("az").asString(), node.required("en").asString());
    }

    private static JsonNode read(String name) {
        try (InputStream file = new ClassPathResource(name).getInputStream()) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the pack has no readable " + name, e);
        }
    }
}
