package az.qalxan.engines.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Compares with the JSON that others made of the same files, and with libevtx. */
@NullMarked
class AgreementTest {

    /**
     * What differs, and why it is not ours: one pair keeps seven digits of a second where all
     * others have six, another was edited by hand.
     */
    private static final List<String> KNOWN =
            List.of(
                    "SystemTime: 2026-03-20T08:31:26.751156500Z",
                    "ParentCommandLine: C:\\Windows\\Explorer.exe");

    @Test
    void everyPairAgrees() throws IOException {
        List<String> differences = new ArrayList<>();
        List<Path> files = outside();
        int records = 0;
        for (Path file : files) {
            List<JsonNode> wanted = wanted(file);
            List<String> found = Read.json(Files.readAllBytes(file), reader -> reader).records();
            assertThat(found).as("records of %s", file).hasSameSizeAs(wanted);
            for (int i = 0; i < wanted.size(); i++) {
                JsonNode ours = JsonMapper.shared().readTree(found.get(i));
                compare("", ours, wanted.get(i), differences);
                records++;
            }
        }
        assertThat(differences).containsExactlyInAnyOrderElementsOf(KNOWN);
        assertThat(files).hasSizeGreaterThanOrEqualTo(100);
        assertThat(records).isGreaterThanOrEqualTo(122);
    }

    private static void compare(
            String name, JsonNode ours, JsonNode wanted, List<String> differences) {
        if (ours.isObject() && wanted.isObject()) {
            assertThat(List.copyOf(ours.propertyNames()))
                    .containsExactlyElementsOf(wanted.propertyNames());
            for (String key : ours.propertyNames()) {
                compare(key, ours.get(key), wanted.get(key), differences);
            }
        } else if (!ours.equals(wanted)) {
            differences.add(name + ": " + wanted.asString());
        }
    }

    private static List<JsonNode> wanted(Path file) throws IOException {
        Path json = Path.of(file.toString().substring(0, file.toString().length() - 4) + "json");
        try (MappingIterator<JsonNode> all =
                JsonMapper.shared().readerFor(JsonNode.class).readValues(json.toFile())) {
            return all.readAll();
        }
    }

    @Test
    void libevtxWritesTheSameXml() throws IOException, InterruptedException {
        assumeTrue(installed(), "evtxexport (libevtx-utils) is not installed");
        for (Path file : outside()) {
            String ours = String.join("\n\n", Read.xml(Files.readAllBytes(file)).records());
            assertThat(ours.replace("&#13;", "\r")).as("XML of %s", file).isEqualTo(libevtx(file));
        }
    }

    private static boolean installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "evtxexport")));
    }

    /** Its events; numbers in hexadecimal without the zeros that it puts before them. */
    private static String libevtx(Path file) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("evtxexport", "-f", "xml", file.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return all.substring(all.indexOf("<Event"))
                .strip()
                .replaceAll(">0x0+([0-9a-f]+<)", ">0x$1");
    }

    private static List<Path> outside() throws IOException {
        String named = System.getenv("QALXAN_OUTSIDE_DATA");
        Path folder =
                Path.of(named == null ? "../../../shared/data" : named, "sigma/regression_data");
        assumeTrue(
                Files.isDirectory(folder),
                "outside data is absent; set QALXAN_OUTSIDE_DATA to its folder to compare");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".evtx")).sorted().toList();
        }
    }
}
