package az.qalxan.deconfliction;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import az.qalxan.reporting.FoundIdentifier;
import az.qalxan.reporting.ReportReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The pack's rules between bodies, and which of them are in force. */
@Component
class RuleBook {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Jurisdiction jurisdiction;
    private final Clock clock;
    private final List<Rules> versions = new ArrayList<>();
    private final List<Ground> grounds = new ArrayList<>();
    private final Set<String> common = new HashSet<>();

    RuleBook(Jurisdiction jurisdiction, ReportReading reading, Clock clock) {
        this.jurisdiction = jurisdiction;
        this.clock = clock;
        JsonNode file = read("/packs/" + jurisdiction.code() + "/deconfliction.yaml");
        file.required("versions").forEach(one -> versions.add(version(one)));
        versions.sort(Comparator.comparing(Rules::from));
        file.required("grounds").forEach(one -> grounds.add(ground(one)));
        file.path("common").forEach(one -> common.addAll(keys(one.asString(), reading)));
    }

    /** The version of today. */
    Rules rules() {
        return rules(today());
    }

    /** The version of that day; before the first one, the first. */
    Rules rules(LocalDate day) {
        return versions.stream()
                .filter(one -> !one.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseGet(versions::getFirst);
    }

    /** The grounds in force today. */
    List<Ground> grounds() {
        LocalDate today = today();
        return grounds.stream().filter(one -> one.inForce(today)).toList();
    }

    /** The ground of that code, in force or not: an old record may name an ended one. */
    Optional<Ground> ground(String code) {
        return grounds.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The ground of that code if it is in force. */
    Optional<Ground> groundInForce(String code) {
        return ground(code).filter(one -> one.inForce(today()));
    }

    /** Whether the pack declares that everybody shares this identifier. */
    boolean common(String linkKey) {
        return common.contains(linkKey);
    }

    /** The country's day of a moment. */
    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, jurisdiction.zone());
    }

    LocalDate today() {
        return day(clock.instant());
    }

    private static List<String> keys(String written, ReportReading reading) {
        return reading.recognise(written).stream().map(FoundIdentifier::linkKey).toList();
    }

    private static Rules version(JsonNode one) {
        JsonNode budget = one.required("budget");
        JsonNode watch = one.required("watch");
        return new Rules(
                day(one, "from"),
                verified(one),
                number(one, "hub_reports"),
                new Rules.Budget(
                        number(budget, "told_per_source_per_day"),
                        number(budget, "told_per_source_per_30_days"),
                        number(budget, "told_per_body_per_day"),
                        number(budget, "bare_reports_per_source_per_day"),
                        number(budget, "bare_story_chars"),
                        number(budget, "asks_per_person_per_day")),
                number(one, "consent_days_max"),
                number(watch, "live_per_person"),
                number(watch, "new_per_person_per_day"),
                number(watch, "reminder_days"));
    }

    private static Ground ground(JsonNode one) {
        @Nullable LocalDate until = one.has("until") ? day(one, "until") : null;
        return new Ground(
                one.required("code").asString(),
                words(one.required("name")),
                words(one.required("source")),
                verified(one),
                day(one, "from"),
                until,
                number(one, "watch_days_max"));
    }

    private static Words words(JsonNode node) {
        return new Words(node.required("az").asString(), node.required("en").asString());
    }

    private static boolean verified(JsonNode one) {
        return one.path("status").asString("unverified").equals("verified");
    }

    private static LocalDate day(JsonNode one, String field) {
        return LocalDate.parse(one.required(field).asString());
    }

    private static int number(JsonNode one, String field) {
        int value = one.required(field).asInt();
        if (value < 1) {
            throw new IllegalArgumentException(field + " must be 1 or more, not " + value);
        }
        return value;
    }

    private static JsonNode read(String resource) {
        try (InputStream bytes = RuleBook.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalArgumentException("there is no pack file " + resource);
            }
            return YAML.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
