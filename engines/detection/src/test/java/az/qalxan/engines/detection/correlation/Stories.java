package az.qalxan.engines.detection.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.detection.DetectionRule;
import az.qalxan.engines.detection.EventValue;
import az.qalxan.engines.detection.FieldEvent;
import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.Interpreter;
import az.qalxan.engines.detection.Placeholders;
import az.qalxan.engines.detection.RuleReader;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.RulesRead;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Random rules and events, small enough that much happens at once. */
final class Stories {

    static final int LATENESS_SECONDS = 8;

    private static final List<String> KINDS = List.of("gt", "gte", "lt", "lte", "eq", "neq");
    private static final String DETECTIONS =
            """
            title: Rule %1$d
            name: r%1$d
            logsource: {category: test}
            detection: {sel: {kind: %1$d}, condition: sel}
            ---
            """;

    private Stories() {}

    /** An event, when it happened, and when it arrives. */
    record Told(FieldEvent event, EventMoment moment, long arrival) {}

    static RuleSet rules(String yaml) {
        RulesRead read =
                RuleReader.read(
                        "story.yml", yaml.getBytes(StandardCharsets.UTF_8), Placeholders.NONE);
        RuleSet rules = RuleSet.of(List.of(read));
        assertThat(rules.flaws().get("story.yml")).as("%s", yaml).isEmpty();
        return rules;
    }

    /** Four rules over events, and some correlations over them and over each other. */
    static String yaml(Random random) {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            yaml.append(DETECTIONS.formatted(i));
        }
        int correlations = 1 + random.nextInt(3);
        List<Boolean> opaque = new ArrayList<>();
        for (int i = 0; i < correlations; i++) {
            yaml.append(correlation(random, opaque));
        }
        return yaml.toString();
    }

    /**
     * @param opaque of each correlation before whether its findings stand for a chain of events, of
     *     which several may be as good, so that no rule above may ask for its values
     */
    private static String correlation(Random random, List<Boolean> opaque) {
        int number = opaque.size();
        String type =
                List.of(
                                "event_count",
                                "value_count",
                                "value_sum",
                                "value_avg",
                                "value_percentile",
                                "temporal",
                                "temporal_ordered")
                        .get(random.nextInt(7));
        List<String> all = new ArrayList<>(List.of("r0", "r1", "r2", "r3"));
        String group = List.of("", "host", "host, user").get(random.nextInt(3));
        for (int i = 0; i < number; i++) {
            if (!opaque.get(i) || (group.isEmpty() && !type.startsWith("value"))) {
                all.add("c" + i);
            }
        }
        Collections.shuffle(all, random);
        boolean temporal = type.startsWith("temporal");
        int count = temporal ? 2 + random.nextInt(2) : 1 + random.nextInt(2);
        List<String> rules = all.subList(0, count);
        opaque.add(
                type.equals("temporal_ordered")
                        || rules.stream()
                                .anyMatch(one ->
                                        one.startsWith("c") && opaque.get(one.charAt(1) - '0')));
        return """
        title: Correlation %d
        name: c%d
        correlation:
            type: %s
            rules: [%s]
            group-by: [%s]
            timespan: %ds
            generate: %s
        %s---
        """
                .formatted(
                        number,
                        number,
                        type,
                        String.join(", ", rules),
                        group,
                        3 + random.nextInt(8),
                        random.nextBoolean(),
                        condition(random, type).indent(4));
    }

    private static String condition(Random random, String type) {
        boolean temporal = type.startsWith("temporal");
        if (temporal && random.nextInt(3) > 0) {
            return "";
        }
        StringBuilder condition = new StringBuilder("condition:\n");
        if (type.startsWith("value")) {
            boolean tuple = type.equals("value_count") && random.nextBoolean();
            condition.append(tuple ? "    field: [user, size]\n" : "    field: size\n");
        }
        if (type.equals("value_percentile") && random.nextBoolean()) {
            condition.append("    percentile: ").append(random.nextInt(101)).append('\n');
        }
        int bound = temporal ? 1 + random.nextInt(3) : 1 + random.nextInt(6);
        if (random.nextInt(4) == 0) {
            return condition + "    gte: " + bound + "\n    lt: " + (bound + 2) + "\n";
        }
        String kind = random.nextBoolean() ? "gte" : KINDS.get(random.nextInt(6));
        return condition + "    " + kind + ": " + bound + "\n";
    }

    /** Events in the order in which they arrive; some come twice. */
    static List<Told> events(Random random, int count) {
        List<Told> told = new ArrayList<>();
        long nanos = 0;
        for (int i = 0; i < count; i++) {
            nanos += random.nextInt(4) == 0 ? 0 : random.nextInt(3_000) * 1_000_000L;
            if (random.nextInt(3) > 0) {
                nanos -= nanos % 1_000_000_000L;
            }
            nanos += random.nextInt(30) == 0 ? 20_000_000_000L : 0;
            EventMoment moment =
                    new EventMoment(
                            Instant.ofEpochSecond(1_600_000_000L, nanos),
                            random.nextBoolean()
                                    ? EventRef.of(i + 1)
                                    : new EventRef(random.nextLong(), i + 1));
            FieldEvent event = event(random);
            int times = random.nextInt(10) == 0 ? 2 : 1;
            for (int k = 0; k < times; k++) {
                long late = random.nextLong(LATENESS_SECONDS * 1_000_000_000L + 1);
                told.add(new Told(event, moment, nanos + late));
            }
        }
        told.sort(Comparator.comparingLong(Told::arrival));
        return told;
    }

    private static FieldEvent event(Random random) {
        FieldEvent.Building event = new FieldEvent.Building();
        int kinds = random.nextInt(6) == 0 ? 2 : 1;
        for (int i = 0; i < kinds; i++) {
            event.add("kind", number(random.nextInt(5)));
        }
        if (random.nextInt(12) > 0) {
            event.add("host", text(List.of("a", "A", "b").get(random.nextInt(3))));
        }
        int users = random.nextInt(8) == 0 ? 2 : 1;
        for (int i = 0; i < users; i++) {
            event.add("user", text(List.of("u", "v", "İ").get(random.nextInt(3))));
        }
        if (random.nextInt(10) > 0) {
            event.add("size", size(random));
        }
        return event.build();
    }

    private static EventValue size(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> text("2.5");
            case 1 -> text("no number");
            case 2 -> number(-random.nextInt(4));
            default -> number(random.nextInt(6));
        };
    }

    private static EventValue text(String text) {
        return new EventValue.Text(text);
    }

    private static EventValue number(int number) {
        return new EventValue.Number(String.valueOf(number), BigDecimal.valueOf(number));
    }

    static List<Finding> findings(RuleSet rules, FieldEvent event) {
        List<Finding> findings = new ArrayList<>();
        for (DetectionRule rule : rules.rules()) {
            if (Interpreter.holds(rule, event)) {
                findings.add(new Finding(rule.header(), Interpreter.matches(rule, event)));
            }
        }
        return findings;
    }
}
