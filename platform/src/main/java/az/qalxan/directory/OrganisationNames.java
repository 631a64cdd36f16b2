package az.qalxan.directory;

import az.qalxan.access.BodyCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every organisation with all names that it ever had; for what was printed years ago. */
public final class OrganisationNames {

    private final Map<BodyCode, Organisation> first;
    private final Map<String, List<DatedName>> later;
    private final Map<BodyCode, Dissolution> ended;
    private final Map<String, BodyCode> byAcronym = new HashMap<>();

    OrganisationNames(
            List<Organisation> first, List<DatedName> later, List<Dissolution> dissolutions) {
        this.first = new LinkedHashMap<>();
        first.forEach(one -> this.first.put(one.code(), one));
        this.later = new HashMap<>();
        later.forEach(one ->
                this.later
                        .computeIfAbsent(one.organisation(), key -> new java.util.ArrayList<>())
                        .add(one));
        this.ended = new HashMap<>();
        dissolutions.forEach(one -> ended.put(one.organisation(), one));
        later.forEach(one -> byAcronym.put(one.acronym(), new BodyCode(one.organisation())));
        first.forEach(one -> byAcronym.put(one.acronym(), one.code()));
    }

    /** The organisation that has, or once had, that acronym; the first bearer of it. */
    public Optional<BodyCode> called(String acronym) {
        return Optional.ofNullable(byAcronym.get(acronym));
    }

    /** The organisation with its name on that day. */
    public Optional<Organisation> on(BodyCode code, LocalDate day) {
        return Optional.ofNullable(first.get(code)).map(one -> named(one, day));
    }

    private Organisation named(Organisation one, LocalDate day) {
        Organisation named = one;
        for (DatedName name : later.getOrDefault(one.code().value(), List.of())) {
            if (!name.since().isAfter(day)) {
                named = one.called(name.acronym(), name.name());
            }
        }
        return named;
    }

    /** The end of that organisation, if it has ended by that day. */
    public Optional<Dissolution> end(BodyCode code, LocalDate day) {
        return Optional.ofNullable(ended.get(code)).filter(one -> !one.since().isAfter(day));
    }

    List<DatedName> later(BodyCode code) {
        return Collections.unmodifiableList(later.getOrDefault(code.value(), List.of()));
    }

    Optional<Dissolution> end(BodyCode code) {
        return Optional.ofNullable(ended.get(code));
    }

    /** Every organisation as it is called on that day, in the directory's order. */
    List<Organisation> all(LocalDate day) {
        return first.values().stream().map(one -> named(one, day)).toList();
    }
}
