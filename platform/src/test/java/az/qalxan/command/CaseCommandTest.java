package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./qalxan case} as people and programs use it. */
class CaseCommandTest {

    @TempDir Path folder;

    private static Ran run(Object... words) {
        return Ran.of(new CaseCommand(), words);
    }

    @BeforeEach
    void shapesAndGraphs() throws IOException {
        Files.createDirectories(folder.resolve("shapes"));
        Files.writeString(
                folder.resolve("shapes/e.ttl"),
                """
                @prefix e: <https://e.example/> .
                @prefix sh: <http://www.w3.org/ns/shacl#> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                e:Record-shape a sh:NodeShape ; sh:targetClass e:Record ;
                    sh:property [ sh:path e:number ; sh:datatype xsd:string ] .
                """);
        String graph =
                """
                {"@id": "https://e.example/a", "@type": "https://e.example/Record",
                 "https://e.example/number": %s}
                """;
        Files.writeString(folder.resolve("good.json"), graph.formatted("\"1\""));
        Files.writeString(folder.resolve("bad.json"), graph.formatted("1"));
    }

    @Test
    void aValidGraphIsValid() {
        Ran ran =
                run("validate", folder.resolve("good.json"), "--shapes", folder.resolve("shapes"));
        assertThat(ran.error()).isEmpty();
        assertThat(ran.out()).endsWith("good.json: valid, statements: 2\n");
        assertThat(ran.code()).isZero();
    }

    @Test
    void aViolationHasNodePathAndShape() {
        Ran ran =
                run(
                        "validate",
                        folder.resolve("good.json"),
                        folder.resolve("bad.json"),
                        "--shapes",
                        folder.resolve("shapes"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("bad.json: not valid, violations: 1\n")
                .contains("  https://e.example/a <https://e.example/number> = \"1\"^^integer: ")
                .contains("[https://e.example/Record-shape, DatatypeConstraintComponent]");
    }

    @Test
    void shapesOfADataFolderAreTaken() {
        Path data = folder.resolve("data");
        Ran taken = run("shapes", folder.resolve("shapes"), "--data", data);
        assertThat(taken.out()).contains("1 files lie in " + data.resolve("case-shapes"));
        Ran ran = run("validate", folder.resolve("bad.json"), "--data", data, "--json");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.json().at("/valid").asBoolean(true)).isFalse();
        assertThat(ran.json().at("/violations/0/node").asString()).isEqualTo("https://e.example/a");
    }

    @Test
    void whatCannotBeJudgedIsSaid() {
        Ran nothing =
                run("validate", folder.resolve("absent"), "--shapes", folder.resolve("shapes"));
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.out()).contains("refused, cannot be read");
        Ran unshaped =
                run("validate", folder.resolve("good.json"), "--shapes", folder.resolve("x"));
        assertThat(unshaped.code()).isEqualTo(2);
        assertThat(unshaped.error()).contains("is no folder");
        assertThat(run("shapes", folder.resolve("x"), "--data", folder).code()).isEqualTo(1);
    }
}
