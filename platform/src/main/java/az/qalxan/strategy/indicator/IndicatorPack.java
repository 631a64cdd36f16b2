package az.qalxan.strategy.indicator;

import az.qalxan.access.BodyCode;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.figure.RegisterFigure.Unit;
import az.qalxan.figure.Step;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The indicators that the country pack proposes; a pack without such a file proposes none. */
@Component
final class IndicatorPack {

    private final Words reason;
    private final Map<String, Definition> proposed = new LinkedHashMap<>();

    IndicatorPack(Jurisdiction jurisdiction) {
        ClassPathResource file =
                new ClassPathResource("packs/" + jurisdiction.code() + "/indicators.yaml");
        if (!file.exists()) {
            this.reason = new Words("", "");
            return;
        }
        JsonNode root = read(file);
        this.reason = words(root.required("source"));
        for (JsonNode one : root.required("indicators")) {
            proposed.put(text(one, "code"), definition(one));
        }
    }

    /** Whose proposal it is. */
    Words reason() {
        return reason;
    }

    Map<String, Definition> proposed() {
        return proposed;
    }

    private static Definition definition(JsonNode one) {
        TreeSet<MeasureCode> measures = new TreeSet<>();
        one.path("measures").forEach(code -> measures.add(new MeasureCode(code.asString())));
        List<String> aims = new ArrayList<>();
        one.path("aims").forEach(code -> aims.add(code.asString()));
        return new Definition(
                words(one.required("name")),
                words(one.required("why")),
                Unit.of(text(one, "unit")),
                new Definition.Aim(
                        Direction.of(text(one, "direction")),
                        number(one.path("baseline")),
                        number(one.path("target")),
                        one.has("target_on") ? LocalDate.parse(text(one, "target_on")) : null),
                Step.of(text(one, "step")),
                one.path("formula").asString("").strip(),
                new BodyCode(text(one, "owner")),
                measures,
                aims);
    }

    private static @Nullable BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asString();
    }

    private static Words words(JsonNode node) {
        return new Words(text(node, "az"), text(node, "en"));
    }

    private static JsonNode read(ClassPathResource file) {
        try (InputStream bytes = file.getInputStream()) {
            return new YAMLMapper().readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the pack has no readable " + file.getPath(), e);
        }
    }
}
