package az.qalxan.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every sentence of the user interface: the files {@code messages/<module>_<language>.properties}.
 */
@Component
public final class Texts {

    private final Map<Language, Text> byLanguage = new EnumMap<>(Language.class);

    Texts() {
        for (Language language : Language.values()) {
            byLanguage.put(language, new Text(language, load(language)));
        }
    }

    /** The sentences of one language. */
    public Text in(Language language) {
        Text text = byLanguage.get(language);
        if (text == null) {
            throw new IllegalStateException("no texts for " + language);
        }
        return text;
    }

    private static Map<String, String> load(Language language) {
        Map<String, String> sentences = new HashMap<>();
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver()
                            .getResources(
                                    "classpath*:messages/*_" + language.code() + ".properties");
            for (Resource file : files) {
                read(file).forEach((key, value) -> sentences.put((String) key, (String) value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the texts of " + language, e);
        }
        return sentences;
    }

    private static Properties read(Resource file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
