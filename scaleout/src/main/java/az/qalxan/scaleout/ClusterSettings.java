package az.qalxan.scaleout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Settings of Flink as the folder that its programs want. */
final class ClusterSettings {

    private static final String FILE = "config.yaml";

    private final Map<String, String> settings = new TreeMap<>();

    ClusterSettings with(String key, Object value) {
        settings.put(key, value.toString());
        return this;
    }

    /** Others win over those that are there. */
    ClusterSettings with(Map<String, String> others) {
        settings.putAll(others);
        return this;
    }

    /** A folder with them, that is deleted when the process ends. */
    Path folder() throws IOException {
        Path folder = Files.createTempDirectory("qalxan-flink");
        StringBuilder text = new StringBuilder();
        settings.forEach((key, value) ->
                text.append(key).append(": '").append(value.replace("'", "''")).append("'\n"));
        Path file = Files.writeString(folder.resolve(FILE), text);
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return folder;
    }
}
