package az.qalxan.jurisdiction;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The facts of the country pack in use. */
@Component
public final class Jurisdiction {

    private final PackFiles.Pack pack;
    private final Map<String, CategoryGroup> groups;
    private final Map<String, Category> categories;
    private final Map<String, Region> regions;
    private final Map<String, Body> bodies;
    private final Map<String, Advice> advice;
    private final List<EmergencyNumber> emergency;

    Jurisdiction(Environment environment) {
        PackFiles files = PackFiles.of(environment.getProperty("qalxan.pack", "az"));
        this.pack = files.pack();
        this.groups = byKey(files.groups(), CategoryGroup::code);
        this.categories = byKey(files.categories(), Category::code);
        this.regions = byKey(files.regions(), Region::code);
        this.bodies = byKey(files.bodies(), Body::code);
        this.advice = byKey(files.advice(), Advice::id);
        this.emergency = files.emergency();
    }

    /** The pack's name, for example {@code az}. */
    public String code() {
        return pack.code();
    }

    /** Where the country's clocks stand. */
    public ZoneId zone() {
        return pack.zone();
    }

    /** ISO 3166 code of the country whose numbers need no country code. */
    public String phoneRegion() {
        return pack.phoneRegion();
    }

    /** ISO 4217 code of the country's money. */
    public String currency() {
        return pack.currency();
    }

    public List<CategoryGroup> groups() {
        return List.copyOf(groups.values());
    }

    public List<Category> categories() {
        return List.copyOf(categories.values());
    }

    public Optional<Category> category(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    public List<Region> regions() {
        return List.copyOf(regions.values());
    }

    public Optional<Region> region(String code) {
        return Optional.ofNullable(regions.get(code));
    }

    public List<Body> bodies() {
        return List.copyOf(bodies.values());
    }

    public Optional<Body> body(String code) {
        return Optional.ofNullable(bodies.get(code));
    }

    public Optional<Advice> advice(String id) {
        return Optional.ofNullable(advice.get(id));
    }

    /** Numbers to call when life or a child is in danger, the first one first. */
    public List<EmergencyNumber> emergencyNumbers() {
        return emergency;
    }

    private static <T> Map<String, T> byKey(List<T> entries, Function<T, String> key) {
        Map<String, T> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(key.apply(entry), entry));
        return map;
    }
}
