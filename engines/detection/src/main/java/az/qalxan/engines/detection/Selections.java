package az.qalxan.engines.detection;

import az.qalxan.engines.detection.RuleFlaw.Code;
import az.qalxan.engines.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rule's selections by name, and what conditions make of them. */
final class Selections {

    private final Map<String, Expression> named;
    private final Flaws flaws;
    private final Yaml at;
    private final Set<String> used = new HashSet<>();

    Selections(Map<String, Expression> named, Flaws flaws, Yaml at) {
        this.named = named;
        this.flaws = flaws;
        this.at = at;
    }

    Set<String> used() {
        return used;
    }

    /** The condition with the selections put in; what is missing is a flaw and never holds. */
    Expression resolve(Condition condition) {
        return switch (condition) {
            case Condition.Or or -> Expression.any(each(or.parts()));
            case Condition.And and -> Expression.all(each(and.parts()));
            case Condition.Not not -> new Expression.Not(resolve(not.part()));
            case Condition.Named one -> named(one.name());
            case Condition.Of of -> of(of);
        };
    }

    private List<Expression> each(List<Condition> parts) {
        return parts.stream().map(this::resolve).toList();
    }

    private Expression named(String name) {
        Expression expression = named.get(name);
        if (expression == null) {
            flaws.add(at, Code.UNKNOWN_SELECTION, name, named.keySet());
            return new Expression.Any(List.of());
        }
        used.add(name);
        return expression;
    }

    private Expression of(Condition.Of of) {
        List<Expression> fitting = new ArrayList<>();
        TextPattern pattern = new TextPattern(SigmaText.parse(of.pattern()), true);
        for (Map.Entry<String, Expression> one : named.entrySet()) {
            if (fits(of, pattern, one.getKey())) {
                used.add(one.getKey());
                fitting.add(one.getValue());
            }
        }
        if (fitting.isEmpty()) {
            flaws.add(at, Code.NO_SELECTION, of.pattern(), named.keySet());
        }
        return of.all() ? Expression.all(fitting) : Expression.any(fitting);
    }

    /** A pattern means the same as "them" among fewer names, unless it names the underscore. */
    private static boolean fits(Condition.Of of, TextPattern pattern, String name) {
        if (name.startsWith("_") && !of.pattern().startsWith("_")) {
            return false;
        }
        return of.pattern().equals("them") || pattern.matches(name);
    }
}
