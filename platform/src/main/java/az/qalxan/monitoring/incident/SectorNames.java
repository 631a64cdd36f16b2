package az.qalxan.monitoring.incident;

import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** How bodies and sectors are called. */
@Component
class SectorNames {

    private final Directory directory;
    private final Map<String, Words> sectors = new LinkedHashMap<>();

    SectorNames(Jurisdiction jurisdiction, Directory directory) {
        this.directory = directory;
        ClassPathResource file =
                new ClassPathResource("packs/" + jurisdiction.code() + "/monitoring.yaml");
        if (file.exists()) {
            read(file)
                    .path("sectors")
                    .forEach(one ->
                            sectors.put(
                                    one.required("code").asString(), words(one.required("name"))));
        }
    }

    private static Words words(JsonNode name) {
        return new Words(name.required("az").asString(), name.required("en").asString());
    }

    private static JsonNode read(ClassPathResource file) {
        try (InputStream bytes = file.getInputStream()) {
            return new YAMLMapper().readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the pack has no readable " + file.getPath(), e);
        }
    }

    String sector(String code, String language) {
        Words name = sectors.get(code);
        return name == null ? code : name.in(language);
    }

    /** The acronyms of all organisations, by code. */
    Map<String, String> acronyms() {
        return directory.organisations().stream()
                .collect(
                        Collectors.toMap(
                                one -> one.code().value(),
                                Organisation::acronym,
                                (one, other) -> one));
    }
}
