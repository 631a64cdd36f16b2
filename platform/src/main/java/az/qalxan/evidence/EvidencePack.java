package az.qalxan.evidence;

import az.qalxan.engines.law.Citation;
import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.ClockKind;
import az.qalxan.engines.law.ClockRule;
import az.qalxan.engines.law.ClockStart;
import az.qalxan.engines.law.ClockUnit;
import az.qalxan.engines.law.ClockWork;
import az.qalxan.engines.law.Period;
import az.qalxan.engines.law.Standing;
import az.qalxan.engines.law.Wording;
import az.qalxan.engines.law.WorkingCalendar;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the country's pack says about evidence: legal bases and clocks, each with its source. */
@Component
public final class EvidencePack {

    private static final String OWN = "PACK-EVIDENCE";

    private final ZoneId zone;
    private final List<PackBasis> bases = new ArrayList<>();
    private final Map<String, PackClock> clocks = new HashMap<>();
    private final PackRule admission;

    /** A legal basis of the list. */
    record PackBasis(String code, String clause, Words name, boolean verified, Words source) {}

    /** A sentence of law with its source. */
    public record PackRule(String clause, Words words, boolean verified, Words source) {}

    /**
     * A length of time with its source.
     *
     * @param unit days, working-days, months or years
     */
    public record PackClock(
            String code, int amount, String unit, Words name, boolean verified, Words source) {

        /** The day that so much time after that day is. */
        public LocalDate after(LocalDate day) {
            return switch (unit) {
                case "years" -> day.plusYears(amount);
                case "months" -> day.plusMonths(amount);
                case "days" -> day.plusDays(amount);
                default -> throw new IllegalStateException("not a span of days: " + unit);
            };
        }
    }

    EvidencePack(Jurisdiction jurisdiction) {
        this.zone = jurisdiction.zone();
        JsonNode file = read("packs/" + jurisdiction.code() + "/evidence.yaml");
        file.required("bases").forEach(one -> bases.add(basis(one)));
        file.required("clocks")
                .forEach(one -> {
                    PackClock clock = clock(one);
                    clocks.put(clock.code(), clock);
                });
        JsonNode told = file.required("admission");
        this.admission =
                new PackRule(
                        told.required("clause").asString(),
                        words(told),
                        verified(told),
                        words(told.required("source")));
    }

    public ZoneId zone() {
        return zone;
    }

    List<PackBasis> bases() {
        return List.copyOf(bases);
    }

    Optional<PackBasis> basis(String code) {
        return bases.stream().filter(one -> one.code().equals(code)).findAny();
    }

    /** What is said of the decision that makes something evidence. */
    public PackRule admission() {
        return admission;
    }

    /** The clock of that code: return, sign, verify or remind. */
    public PackClock clock(String code) {
        PackClock clock = clocks.get(code);
        if (clock == null) {
            throw new IllegalStateException("the pack's evidence.yaml has no clock " + code);
        }
        return clock;
    }

    /** By when a transfer that is offered at that moment should be signed or refused. */
    public Instant signBy(Instant offered, WorkingCalendar calendar) {
        PackClock sign = clock("sign");
        ClockRule rule =
                new ClockRule(
                        sign.code(),
                        ClockKind.RESPONSE,
                        new Clause(OWN, sign.code()),
                        sign.amount(),
                        ClockUnit.valueOf(
                                sign.unit().toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                        ClockStart.SERVICE,
                        Wording.of(sign.name().az(), sign.name().en()),
                        new Period(null, null),
                        new Citation(
                                List.of(OWN),
                                sign.verified() ? Standing.VERIFIED : Standing.UNVERIFIED,
                                null,
                                sign.source().en()));
        return ClockWork.run(rule, offered.atZone(zone), calendar).end().toInstant();
    }

    private static PackBasis basis(JsonNode node) {
        return new PackBasis(
                node.required("code").asString(),
                node.required("clause").asString(),
                words(node.required("name")),
                verified(node),
                words(node.required("source")));
    }

    private static PackClock clock(JsonNode node) {
        return new PackClock(
                node.required("code").asString(),
                node.required("amount").asInt(),
                node.required("unit").asString(),
                words(node.required("name")),
                verified(node),
                words(node.required("source")));
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
