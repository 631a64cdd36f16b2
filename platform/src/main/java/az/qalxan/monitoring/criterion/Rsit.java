package az.qalxan.monitoring.criterion;

import az.qalxan.jurisdiction.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The Reference Security Incident Taxonomy: classes, and types within them. */
@Component
public class Rsit {

    private final String version;
    private final List<Category> categories = new ArrayList<>();

    Rsit() {
        JsonNode root = CriteriaPack.read(new ClassPathResource("packs/rsit.yaml"));
        this.version = root.required("version").asString();
        for (JsonNode group : root.required("classes")) {
            String code = group.required("code").asString();
            for (JsonNode type : group.required("types")) {
                categories.add(
                        new Category(
                                code + "/" + type.required("code").asString(),
                                words(group.required("name")),
                                words(type.required("name"))));
            }
        }
    }

    /**
     * A category.
     *
     * @param code class and type, for example {@code fraud/phishing}
     */
    public record Category(String code, Words group, Words name) {

        /** Class and type in words. */
        public String name(String language) {
            return group.in(language) + " · " + name.in(language);
        }
    }

    public String version() {
        return version;
    }

    public List<Category> categories() {
        return List.copyOf(categories);
    }

    public Optional<Category> find(String code) {
        return categories.stream().filter(one -> one.code().equals(code)).findAny();
    }

    /** Class and type in words; the code where this edition does not know it. */
    public String name(String code, String language) {
        return find(code).map(one -> one.name(language)).orElse(code);
    }

    private static Words words(JsonNode node) {
        return new Words(node.required("az").asString(), node.required("en").asString());
    }
}
