package az.qalxan.strategy;

import az.qalxan.database.Sha256;
import az.qalxan.engines.plan.Executor;
import az.qalxan.engines.plan.Group;
import az.qalxan.engines.plan.Measure;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Objective;
import az.qalxan.engines.plan.PlanFile;
import az.qalxan.engines.plan.PlanSource;
import az.qalxan.engines.plan.Priority;
import az.qalxan.engines.plan.Span;
import az.qalxan.engines.plan.Target;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the pack knows of the plan: its facts, our own short titles, and our reading of which
 * measures serve which target and objective. The official wording is never among it.
 */
@Component
class StrategyPack {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int TITLE_MAX = 90;
    private static final Reading UNREAD = new Reading(List.of(), false, "unverified");

    private final Map<String, Words> titles = new HashMap<>();
    private final Map<String, Reading> readings = new HashMap<>();
    private final @Nullable PlanFile file;
    private final @Nullable Edition edition;

    /** Which measures serve a target or an objective, and how sure that is. */
    record Reading(List<MeasureCode> measures, boolean indirect, String standing) {

        Reading {
            measures = List.copyOf(measures);
        }
    }

    StrategyPack(Jurisdiction jurisdiction) {
        byte[] bytes = bytes("/packs/" + jurisdiction.code() + "/strategy.yaml");
        if (bytes.length == 0) {
            this.file = null;
            this.edition = null;
            return;
        }
        JsonNode root = YAML.readTree(bytes);
        this.file = file(root);
        this.edition =
                new Edition(
                        EditionId.PACK,
                        0,
                        Instant.EPOCH,
                        "",
                        root.required("title").required("az").asString(),
                        "az",
                        LocalDate.parse(root.required("approved").asString()),
                        Sha256.of(bytes),
                        false,
                        "");
    }

    /** The plan without its wording; empty where the pack has none. */
    Optional<PlanFile> file() {
        return Optional.ofNullable(file);
    }

    Optional<Edition> edition() {
        return Optional.ofNullable(edition);
    }

    /** Our short title; where we have none, the beginning of the official text. */
    Words title(String id, String text) {
        Words own = titles.get(id);
        if (own != null) {
            return own;
        }
        String cut = text.isEmpty() ? id : cut(text);
        return new Words(cut, cut);
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= TITLE_MAX) {
            return text;
        }
        String start = text.substring(0, text.offsetByCodePoints(0, TITLE_MAX));
        int space = start.lastIndexOf(' ');
        return (space > 0 ? start.substring(0, space) : start) + "…";
    }

    Reading reading(String id) {
        return readings.getOrDefault(id, UNREAD);
    }

    private PlanFile file(JsonNode root) {
        List<Priority> priorities = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        List<Measure> measures = new ArrayList<>();
        for (JsonNode one : root.required("priorities")) {
            int number = one.required("number").asInt();
            keep(String.valueOf(number), one);
            priorities.add(new Priority(number, "", ""));
            for (JsonNode group : one.path("groups")) {
                groups.add(new Group(keep(text(group, "id"), group), number, ""));
            }
            for (JsonNode measure : one.required("measures")) {
                measures.add(measure(measure, number));
            }
        }
        measures.sort(Comparator.comparing(Measure::code));
        List<Target> targets = new ArrayList<>();
        root.required("targets").forEach(one -> targets.add(new Target(aim(one), "")));
        List<Objective> objectives = new ArrayList<>();
        root.required("objectives").forEach(one -> objectives.add(new Objective(aim(one), "")));
        return new PlanFile(
                root.required("title").required("az").asString(),
                "az",
                new PlanSource("", LocalDate.parse(text(root, "approved")), ""),
                List.of(),
                targets,
                objectives,
                priorities,
                groups,
                measures);
    }

    private Measure measure(JsonNode one, int priority) {
        String id = keep(text(one, "id"), one);
        List<Executor> executors = new ArrayList<>();
        one.path("executors").forEach(each -> executors.add(executor(each.asString())));
        return new Measure(
                new MeasureCode(id),
                priority,
                one.has("group") ? text(one, "group") : null,
                "",
                text(one, "lead"),
                executors,
                span(one.required("period")),
                Map.of(),
                null);
    }

    /** An executor to whom the plan only recommends the measure has a star. */
    private static Executor executor(String written) {
        boolean recommended = written.endsWith("*");
        return new Executor(
                recommended ? written.substring(0, written.length() - 1) : written, recommended);
    }

    /** A period is written {@code mütəmadi}, {@code 2024} or {@code 2023-2027}. */
    private static Span span(JsonNode period) {
        String text = period.asString();
        if (!text.matches("[0-9]{4}(-[0-9]{4})?")) {
            return new Span(text, Span.Kind.ONGOING, null, null);
        }
        int from = Integer.parseInt(text.substring(0, 4));
        int until = text.length() > 4 ? Integer.parseInt(text.substring(5)) : from;
        return new Span(text.replace("-", " – "), Span.Kind.RANGE, from, until);
    }

    private String aim(JsonNode one) {
        String id = keep(text(one, "id"), one);
        List<MeasureCode> measures = new ArrayList<>();
        one.path("measures").forEach(each -> measures.add(new MeasureCode(each.asString())));
        readings.put(
                id,
                new Reading(
                        measures,
                        one.path("indirect").asBoolean(false),
                        one.path("standing").asString("unverified")));
        return id;
    }

    private String keep(String id, JsonNode one) {
        titles.put(id, new Words(text(one, "az"), text(one, "en")));
        return id;
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asString();
    }

    private static byte[] bytes(String resource) {
        try (InputStream bytes = StrategyPack.class.getResourceAsStream(resource)) {
            return bytes == null ? new byte[0] : bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
