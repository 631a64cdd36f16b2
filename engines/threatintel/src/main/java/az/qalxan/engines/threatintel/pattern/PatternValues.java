package az.qalxan.engines.threatintel.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lists which texts a pattern asks for by equality, in a set or inside of a network (STIX 2.1
 * §9.6). What is negated, likened or compared by order asks for no text.
 */
public final class PatternValues {

    private final List<PatternValue> found = new ArrayList<>();

    private PatternValues() {}

    /** In the order in which they are written; constants of one set in any order. */
    public static List<PatternValue> of(Pattern pattern) {
        PatternValues values = new PatternValues();
        values.gather(pattern.root(), true);
        return List.copyOf(values.found);
    }

    private void gather(Observing part, boolean alone) {
        switch (part) {
            case Observing.Simple(Comparison comparison) -> gather(comparison, alone);
            case Observing.Every(List<Observing> parts) -> each(parts, false);
            case Observing.Sequence(List<Observing> parts) -> each(parts, false);
            case Observing.Either(List<Observing> parts) -> each(parts, alone);
            // One observation is always within any time.
            case Observing.Within(Observing inner, long ignored) -> gather(inner, alone);
            case Observing.Repeated(Observing inner, long times) ->
                    gather(inner, alone && times == 1);
            case Observing.Between between -> gather(between.part(), false);
        }
    }

    private void each(List<Observing> parts, boolean alone) {
        parts.forEach(part -> gather(part, alone));
    }

    private void gather(Comparison comparison, boolean alone) {
        switch (comparison) {
            case Comparison.Every(List<Comparison> parts) ->
                    parts.forEach(part -> gather(part, false));
            case Comparison.Either(List<Comparison> parts) ->
                    parts.forEach(part -> gather(part, alone));
            case Comparison.Exists ignored -> {}
            case Comparison.Test(ObjectPath path, boolean negated, Judge judge) -> {
                if (!negated) {
                    gather(path, judge, alone);
                }
            }
        }
    }

    private void gather(ObjectPath path, Judge judge, boolean alone) {
        if (judge instanceof Judge.Among(var keys, boolean moments) && !moments) {
            for (Object key : keys) {
                if (key instanceof String text) {
                    add(path, text, false, alone);
                }
            }
        } else if (judge instanceof Judge.Networks(Network network, boolean inside) && inside) {
            add(path, written(network), true, alone);
        }
    }

    /** As CIDR writes it: four numbers, or eight groups without a gap. */
    private static String written(Network network) {
        byte[] bytes = network.masked(network.prefix()).bytes();
        StringBuilder text = new StringBuilder();
        if (bytes.length == 4) {
            for (byte one : bytes) {
                text.append(text.isEmpty() ? "" : ".").append(one & 0xFF);
            }
        } else {
            for (int i = 0; i < bytes.length; i += 2) {
                int group = (bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF;
                text.append(i == 0 ? "" : ":").append(Integer.toHexString(group));
            }
        }
        return text.append('/').append(network.prefix()).toString();
    }

    private void add(ObjectPath path, String text, boolean network, boolean alone) {
        found.add(new PatternValue(path.type(), written(path), text, network, alone));
    }

    private static String written(ObjectPath path) {
        String steps =
                path.steps().stream()
                        .map(step ->
                                switch (step) {
                                    case ObjectPath.Step.Member(String name) -> "." + name;
                                    case ObjectPath.Step.Element(int index) -> "[" + index + "]";
                                    case ObjectPath.Step.Elements() -> "[*]";
                                })
                        .collect(Collectors.joining());
        return steps.startsWith(".") ? steps.substring(1) : steps;
    }
}
