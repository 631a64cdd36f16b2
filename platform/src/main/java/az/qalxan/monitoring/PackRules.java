package az.qalxan.monitoring;

import az.qalxan.jurisdiction.Jurisdiction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The pack's own detection rules: a beginning for whoever has none. */
@Component
public class PackRules {

    private final Jurisdiction jurisdiction;

    PackRules(Jurisdiction jurisdiction) {
        this.jurisdiction = jurisdiction;
    }

    /** Its files by their path, rules and tests; none where the pack has none. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        String folder = "packs/" + jurisdiction.code() + "/rules/";
        try {
            add(files, folder, "*.yml");
            add(files, folder + "tests/", "*.ndjson");
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the pack's rules", e);
        }
    }

    private static void add(Map<String, byte[]> files, String folder, String names)
            throws IOException {
        Resource[] found =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:" + folder + names);
        for (Resource one : found) {
            String name = String.valueOf(one.getFilename());
            files.put(
                    folder.endsWith("tests/") ? "tests/" + name : name,
                    one.getContentAsByteArray());
        }
    }
}
