package az.qalxan.engines.warrants;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The standard's schemas and examples, which are never part of the repository. */
@NullMarked
final class Outside {

    private Outside() {}

    static Path folder() {
        String named = System.getenv("QALXAN_OUTSIDE_DATA");
        Path folder = Path.of(named == null ? "../../../shared/data" : named, "etsi");
        assumeTrue(
                Files.isDirectory(folder),
                "outside data is absent; set QALXAN_OUTSIDE_DATA to its folder to read TS 103 120");
        return folder;
    }

    /** With the schema of XML signatures that xmlsec carries. */
    static SchemaCheck schemas() {
        Path folder = folder();
        try {
            Path all = Files.createTempDirectory("etsi-schemas");
            for (String name : List.of("TS_103_280_01.xsd", "schema.zip")) {
                Files.copy(folder.resolve(name), all.resolve(name));
            }
            try (InputStream in = signatureSchema()) {
                Files.copy(in, all.resolve("xmldsig-core-schema.xsd"));
            }
            return SchemaCheck.of(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream signatureSchema() {
        return Objects.requireNonNull(
                org.apache.xml.security.Init.class.getResourceAsStream(
                        "/bindings/schemas/xmldsig-core-schema.xsd"),
                "xmlsec has the schema of XML signatures");
    }

    static List<Path> examples() {
        try (Stream<Path> files = Files.list(folder().resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
