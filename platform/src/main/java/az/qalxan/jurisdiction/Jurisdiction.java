package az.qalxan.jurisdiction;

import java.time.LocalDate;
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
    private final List<Article> articles;
    private final Map<String, ProceduralStatus> statuses;
    private final Map<String, CaseOutcome> outcomes;

    Jurisdiction(Environment environment) {
        PackFiles files = PackFiles.of(environment.getProperty("qalxan.pack", "az"));
        this.pack = files.pack();
        this.groups = byKey(files.groups(), CategoryGroup::code);
        this.categories = byKey(files.categories(), Category::code);
        this.regions = byKey(files.regions(), Region::code);
        this.bodies = byKey(files.bodies(), Body::code);
        this.advice = byKey(files.advice(), Advice::id);
        this.emergency = files.emergency();
        this.articles = files.articles();
        this.statuses = byKey(files.statuses(), ProceduralStatus::code);
        this.outcomes = byKey(files.outcomes(), CaseOutcome::code);
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

    /** Articles that can be put to a case, each in every wording that the pack knows. */
    public List<Article> articles() {
        return articles;
    }

    /** The article of that number in its wording of that day; empty when the pack has none. */
    public Optional<Article> article(String number, LocalDate day) {
        return articles.stream()
                .filter(one -> one.article().equals(number) && one.basis().holdsOn(day))
                .findFirst();
    }

    public List<ProceduralStatus> statuses() {
        return List.copyOf(statuses.values());
    }

    public Optional<ProceduralStatus> status(String code) {
        return Optional.ofNullable(statuses.get(code));
    }

    public List<CaseOutcome> outcomes() {
        return List.copyOf(outcomes.values());
    }

    public Optional<CaseOutcome> outcome(String code) {
        return Optional.ofNullable(outcomes.get(code));
    }

    private static <T> Map<String, T> byKey(List<T> entries, Function<T, String> key) {
        Map<String, T> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(key.apply(entry), entry));
        return map;
    }
}
