package az.qalxan.strategy.meeting;

import az.qalxan.directory.Organisation;
import az.qalxan.web.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How bodies are called, and which of them there are no more. */
record BodyBook(
        Map<String, Organisation> byCode, Set<String> standing, Map<String, String> successors) {

    BodyBook {
        byCode = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byCode));
        standing = Set.copyOf(standing);
        successors = Map.copyOf(successors);
    }

    static BodyBook of(
            List<Organisation> all, Set<String> standing, Map<String, String> successors) {
        Map<String, Organisation> byCode = new LinkedHashMap<>();
        all.forEach(one -> byCode.put(one.code().value(), one));
        return new BodyBook(byCode, standing, successors);
    }

    String acronym(String code) {
        Organisation known = byCode.get(code);
        return known == null ? code : known.acronym();
    }

    String name(String code, Text text) {
        Organisation known = byCode.get(code);
        return known == null ? acronym(code) : text.pick(known.name().az(), known.name().en());
    }

    boolean stands(String code) {
        return standing.contains(code);
    }

    /** Who goes on with the work of a body that is no more; empty if nobody is named. */
    String successor(String code) {
        return successors.getOrDefault(code, "");
    }

    /** Those that can be given something, in the directory's order. */
    List<Organisation> choices() {
        return byCode.values().stream().filter(one -> stands(one.code().value())).toList();
    }
}
