package az.qalxan.engines.detection;

import az.qalxan.engines.detection.ConditionReading.BadCondition;
import az.qalxan.engines.detection.RuleFlaw.Code;
import az.qalxan.engines.detection.pipeline.Pipeline;
import az.qalxan.engines.detection.pipeline.RuleDraft;
import az.qalxan.engines.yaml.Yaml;
import az.qalxan.engines.yaml.YamlFlaw;
import az.qalxan.engines.yaml.YamlLimits;
import az.qalxan.engines.yaml.YamlRead;
import az.qalxan.engines.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one file of rules; bounded, and throws for no bytes whatever. */
public final class RuleReader {

    private static final YamlLimits LIMITS = new YamlLimits(4_000_000, 20, 200_000);

    private final RuleReading reading;
    private final Pipeline pipeline;
    private final List<DetectionRule> rules = new ArrayList<>();
    private final List<CorrelationRule> correlations = new ArrayList<>();
    private final List<RuleFilter> filters = new ArrayList<>();
    private int documents;

    private RuleReader(RuleReading reading, Pipeline pipeline) {
        this.reading = reading;
        this.pipeline = pipeline;
    }

    /**
     * Reads every rule of the file.
     *
     * @param file how to call it in what is said of it
     */
    public static RulesRead read(String file, byte[] yaml, Placeholders placeholders) {
        return read(file, yaml, placeholders, Pipeline.NONE);
    }

    /** The same, with rules changed by a pipeline before they are made ready. */
    public static RulesRead read(
            String file, byte[] yaml, Placeholders placeholders, Pipeline pipeline) {
        RuleReader reader =
                new RuleReader(new RuleReading(file, new Flaws(), placeholders), pipeline);
        reader.documents(yaml);
        return new RulesRead(
                file,
                reader.documents,
                reader.rules,
                reader.correlations,
                reader.filters,
                reader.reading.flaws().all());
    }

    private void documents(byte[] yaml) {
        Flaws flaws = reading.flaws();
        YamlRead read = YamlReader.read(yaml, LIMITS);
        YamlFlaw flaw = read.flaw();
        if (flaw != null) {
            flaws.add(flaw.line(), flaw.column(), Code.of(flaw.kind()), flaw.argument());
        }
        List<Yaml> all = read.documents().stream().filter(one -> !one.nothing()).toList();
        if (all.isEmpty() && flaws.all().isEmpty()) {
            flaws.add(1, 1, Code.EMPTY);
        }
        for (Yaml document : all) {
            documents++;
            if (document instanceof Yaml.Mapping mapping) {
                rule(new Part(mapping, flaws));
            } else {
                flaws.of("");
                flaws.add(document, Code.NOT_MAPPING, "the document");
            }
        }
    }

    private void rule(Part part) {
        Flaws flaws = reading.flaws();
        flaws.of(part.has("id") ? part.text("id") : part.text("title"));
        RuleHeader header = header(part);
        if (part.has("detection")) {
            detection(part, header);
        } else if (part.has("correlation")) {
            CorrelationRule correlation = new CorrelationReading(flaws, pipeline).of(part, header);
            if (correlation != null && !flaws.ruleRefused()) {
                correlations.add(correlation);
            }
        } else if (part.has("filter")) {
            filter(part, header);
        } else {
            flaws.add(part.mapping(), Code.UNKNOWN_KIND);
        }
    }

    private RuleHeader header(Part part) {
        return new RuleHeader(
                part.text("id"),
                part.text("name"),
                part.required("title"),
                part.oneOf("status", RuleHeader.Status.class, Code.UNKNOWN_STATUS),
                part.oneOf("level", RuleHeader.Level.class, Code.UNKNOWN_LEVEL),
                part.text("author"),
                part.text("license"),
                part.texts("tags"),
                part.texts("references"),
                part.texts("falsepositives"),
                new RulePlace(reading.file(), part.mapping().line()));
    }

    private void detection(Part part, RuleHeader header) {
        Part source = part.below("logsource");
        Part detection = part.below("detection");
        if (source == null || detection == null) {
            return;
        }
        RuleDraft draft = draft(part, source, detection);
        Expression expression = expression(draft, detection);
        if (!reading.flaws().ruleRefused()) {
            rules.add(new DetectionRule(header, draft.logSource(), expression));
        }
    }

    /** The rule as the pipeline leaves it. */
    private RuleDraft draft(Part rule, Part source, Part detection) {
        List<String> written = detection.texts("condition");
        if (written.isEmpty()) {
            reading.flaws().add(detection.mapping(), Code.MISSING, "condition");
        }
        RuleDraft draft =
                new RuleDraft(rule.mapping(), logSource(source), detection.mapping(), written);
        pipeline.apply(draft);
        for (String why : draft.refusals()) {
            reading.flaws().add(rule.mapping(), Code.PIPELINE, why);
        }
        return draft;
    }

    private Expression expression(RuleDraft draft, Part detection) {
        Map<String, List<String>> values = new HashMap<>(reading.placeholders().values());
        values.putAll(draft.placeholders());
        RuleReading filled =
                new RuleReading(reading.file(), reading.flaws(), new Placeholders(values));
        Map<String, Expression> selections =
                new SelectionReading(filled, detection.mapping()).of(draft.selections());
        Selections named = new Selections(selections, reading.flaws(), detection.mapping());
        List<Expression> conditions = conditions(draft.conditions(), detection, named);
        for (String name : selections.keySet()) {
            if (!named.used().contains(name) && !name.startsWith("_")) {
                reading.flaws().add(detection.at(name), Code.UNUSED_SELECTION, name);
            }
        }
        return Expression.any(conditions);
    }

    private static LogSource logSource(Part source) {
        return new LogSource(
                source.text("product"), source.text("category"), source.text("service"));
    }

    /** A list of conditions holds where one of them does. */
    private List<Expression> conditions(List<String> written, Part detection, Selections named) {
        List<Expression> conditions = new ArrayList<>();
        for (String one : written) {
            if (one.indexOf('|') >= 0) {
                reading.flaws().add(detection.at("condition"), Code.OLD_AGGREGATION);
                continue;
            }
            try {
                conditions.add(named.resolve(ConditionReading.read(one)));
            } catch (BadCondition e) {
                reading.flaws()
                        .add(
                                detection.at("condition"),
                                Code.BAD_CONDITION,
                                "character " + e.place,
                                String.valueOf(e.getMessage()));
            }
        }
        return conditions;
    }

    private void filter(Part part, RuleHeader header) {
        Part source = part.below("logsource");
        Part filter = part.below("filter");
        if (source == null || filter == null) {
            return;
        }
        List<String> ruled = filter.texts("rules");
        if (ruled.isEmpty()) {
            reading.flaws().add(filter.mapping(), Code.MISSING, "rules");
        }
        Map<String, Yaml> entries = new LinkedHashMap<>(filter.mapping().entries());
        entries.remove("rules");
        Yaml.Mapping detection =
                new Yaml.Mapping(filter.mapping().line(), filter.mapping().column(), entries);
        RuleDraft draft = draft(part, source, new Part(detection, reading.flaws()));
        Expression expression = expression(draft, new Part(detection, reading.flaws()));
        if (!reading.flaws().ruleRefused()) {
            filters.add(new RuleFilter(header, draft.logSource(), ruled, expression));
        }
    }
}
