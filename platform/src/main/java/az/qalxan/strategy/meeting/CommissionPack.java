package az.qalxan.strategy.meeting;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the country's pack says of the commission: its name, who sits in it, its rules. */
@Component
final class CommissionPack {

    private final Words name;
    private final boolean verified;
    private final Words source;
    private final List<Member> members = new ArrayList<>();
    private final SittingRules rules;
    private final int taskDays;

    CommissionPack(Jurisdiction jurisdiction) {
        JsonNode file = read("packs/" + jurisdiction.code() + "/strategy-commission.yaml");
        this.name = words(file.required("name"));
        this.verified = verified(file);
        this.source = words(file.required("source"));
        file.required("members").forEach(one -> members.add(member(one)));
        JsonNode rule = file.required("rules");
        this.rules =
                new SittingRules(
                        SittingRules.Share.parse(rule.required("quorum").asString()),
                        SittingRules.Share.parse(rule.required("majority").asString()),
                        verified(rule),
                        words(rule.required("source")));
        this.taskDays = file.required("task_days").asInt();
    }

    /**
     * A body that sits in the commission.
     *
     * @param verified whether that was read in an official text
     */
    record Member(String body, Seat.Role role, boolean votes, boolean verified, Words source) {}

    Words name() {
        return name;
    }

    boolean verified() {
        return verified;
    }

    Words source() {
        return source;
    }

    List<Member> members() {
        return List.copyOf(members);
    }

    SittingRules rules() {
        return rules;
    }

    /** How many working days a body usually gets. */
    int taskDays() {
        return taskDays;
    }

    private static Member member(JsonNode one) {
        return new Member(
                one.required("body").asString(),
                Seat.Role.of(one.required("role").asString()),
                one.required("votes").asBoolean(),
                verified(one),
                words(one.required("source")));
    }

    private static boolean verified(JsonNode one) {
        return one.required("status").asString().equals("verified");
    }

    private static Words words(JsonNode one) {
        return new Words(one.required("az").asString(), one.required("en").asString());
    }

    private static JsonNode read(String name) {
        try (InputStream file = new ClassPathResource(name).getInputStream()) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the pack has no readable " + name, e);
        }
    }
}
