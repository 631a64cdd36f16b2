package az.qalxan.monitoring.criterion;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The criteria that the country pack proposes; a pack without such a file proposes none. */
@Component
class CriteriaPack {

    private final String code;

    CriteriaPack(Jurisdiction jurisdiction) {
        this.code = jurisdiction.code();
    }

    /** What a pack proposes, and whose proposal it is. */
    record Proposed(Criteria criteria, Words source) {}

    Optional<Proposed> proposed() {
        ClassPathResource file = new ClassPathResource("packs/" + code + "/criteria.yaml");
        return file.exists() ? Optional.of(of(read(file))) : Optional.empty();
    }

    private static Proposed of(JsonNode root) {
        JsonNode source = root.required("source");
        return new Proposed(
                CriteriaJson.read(root),
                new Words(source.required("az").asString(), source.required("en").asString()));
    }

    static JsonNode read(ClassPathResource file) {
        try (InputStream bytes = file.getInputStream()) {
            return new YAMLMapper().readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the packs have no readable " + file.getPath(), e);
        }
    }
}
