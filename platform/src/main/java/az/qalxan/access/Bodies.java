package az.qalxan.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The bodies a rule speaks of: those listed, or every one, written {@code *}. */
record Bodies(Set<BodyCode> listed) {

    static final Bodies EVERY = new Bodies(Set.of());
    private static final String EVERY_CODE = "*";

    Bodies {
        listed = Set.copyOf(listed);
    }

    static Bodies ofCodes(List<String> codes) {
        return codes.contains(EVERY_CODE)
                ? EVERY
                : new Bodies(codes.stream().map(BodyCode::new).collect(Collectors.toSet()));
    }

    static Bodies ofCodes(String... codes) {
        return ofCodes(Arrays.asList(codes));
    }

    boolean every() {
        return listed.isEmpty();
    }

    boolean include(BodyCode body) {
        return every() || listed.contains(body);
    }

    /** The codes in order; {@code *} alone for every body. */
    List<String> codes() {
        return every()
                ? List.of(EVERY_CODE)
                : List.copyOf(
                        listed.stream()
                                .map(BodyCode::value)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Override
    public String toString() {
        return String.join(" ", codes());
    }
}
