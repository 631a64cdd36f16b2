package az.qalxan.engines.caseontology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With shapes of our own that have the faults of the published ones. */
class CaseShapesTest {

    private static final String CONTEXT =
            """
            {"@context": {"e": "https://e.example/", "x": "http://www.w3.org/2001/XMLSchema#"},
             "@graph": [%s]}
            """;

    private static final String SHAPES =
            """
            @prefix e: <https://e.example/> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            <https://e.example> a owl:Ontology ; owl:versionIRI <https://e.example/7> .
            e:Thing a owl:Class, sh:NodeShape ; sh:targetClass e:Thing ;
                sh:property [ sh:path e:number ; sh:datatype xsd:positiveInteger ; sh:maxCount 1 ] ,
                    [ sh:path e:advice ; sh:maxCount 0 ; sh:severity sh:Info ] ;
                sh:sparql [ a sh:SPARQLConstraint ; sh:message "nameless" ; sh:select
                    "SELECT $this WHERE { $this a/rdfs:subClassOf* e:Thing . FILTER isBlank($this) }"
                ] .
            e:Box a owl:Class, sh:NodeShape ; rdfs:subClassOf e:Thing ; sh:targetClass e:Box ;
                sh:sparql [ a sh:SPARQLConstraint ; sh:message "twice" ; sh:select
                    "SELECT $this ?value WHERE { $this e:holds/e:key ?value } GROUP BY ?value HAVING (COUNT(?value) > 1)"
                ] .
            e:holds a owl:ObjectProperty .
            e:number a owl:DatatypeProperty .
            e:advice a owl:DatatypeProperty .
            e:holds-shape a sh:PropertyShape ; sh:path e:holds ; sh:targetObjectsOf e:holds ;
                sh:sparql [ a sh:SPARQLConstraint ; sh:message "held twice" ; sh:select
                    "SELECT $this ?value WHERE { ?value e:holds $this . ?o e:holds $this . FILTER (?value != ?o) }"
                ] .
            """;

    @TempDir Path folder;

    private CaseShapes shapes;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("e.ttl"), SHAPES);
        Files.writeString(
                folder.resolve("report.ttl"),
                "@prefix sh: <http://www.w3.org/ns/shacl#> . [] a sh:ValidationReport .");
        shapes = CaseShapes.load(folder);
    }

    @Test
    void namesWhatItRead() throws IOException {
        assertThat(shapes.files()).containsExactly(folder.resolve("e.ttl"));
        assertThat(shapes.ontologies()).containsExactly("https://e.example/7");
        assertThat(CaseShapes.load(folder).digest()).isEqualTo(shapes.digest());
    }

    @Test
    void aCopyTakesThePlaceOfWhatWasThere() throws IOException {
        Path data = folder.resolve("data");
        Path other = data.resolve("case-shapes");
        shapes.copyTo(other);
        Files.writeString(other.resolve("old.ttl"), "");
        shapes.copyTo(other);
        assertThat(CaseShapes.load(other).digest()).isEqualTo(shapes.digest());
        assertThat(other).isDirectoryNotContaining("glob:**old.ttl");
        assertThat(data).isDirectoryContaining(one -> one.equals(other));
        assertThat(data.toFile().list()).hasSize(1);
    }

    @Test
    void aClassIsExplainedByTheOntology() {
        assertThat(messages("{\"@type\": \"e:Box\"}")).containsExactly("nameless");
        assertThat(messages("{\"@id\": \"e:a\", \"@type\": \"e:Box\"}")).isEmpty();
    }

    @Test
    void aQueryThatGroupsByItsValueAloneIsAsked() {
        String box =
                """
                {"@id": "e:a", "@type": "e:Box", "e:holds": [
                    {"@id": "e:b", "e:key": "%s"}, {"@id": "e:c", "e:key": "2"}]}
                """;
        assertThat(messages(box.formatted("2"))).containsExactly("twice");
        assertThat(messages(box.formatted("1"))).isEmpty();
    }

    @Test
    void aQueryOfAPropertyIsAskedWhereItHasNoValue() {
        assertThat(
                        messages(
                                """
                                {"@id": "e:a", "e:holds": {"@id": "e:c"}},
                                {"@id": "e:b", "e:holds": {"@id": "e:c"}}
                                """))
                .containsExactly("held twice", "held twice");
    }

    @Test
    void findingsTellNodePathValueAndShape() {
        assertThat(
                        shapes.validate(
                                graph(
                                        "{\"@id\": \"e:a\", \"@type\": \"e:Thing\", \"e:number\": \"x\"}")))
                .isInstanceOfSatisfying(
                        CaseVerdict.Invalid.class,
                        invalid ->
                                assertThat(invalid.violations())
                                        .singleElement()
                                        .satisfies(one -> {
                                            assertThat(one.node()).isEqualTo("https://e.example/a");
                                            assertThat(one.path())
                                                    .isEqualTo("<https://e.example/number>");
                                            assertThat(one.value()).isEqualTo("\"x\"^^string");
                                            assertThat(one.shape())
                                                    .isEqualTo("https://e.example/Thing");
                                        }));
    }

    @Test
    void outOfRangeAndAdviceAreRemarks() {
        assertThat(
                        shapes.validate(
                                graph(
                                        """
                                        {"@id": "e:a", "@type": "e:Thing", "e:advice": "x",
                                         "e:number": {"@type": "x:positiveInteger", "@value": "0"}}
                                        """)))
                .isInstanceOfSatisfying(
                        CaseVerdict.Valid.class, valid -> assertThat(valid.remarks()).hasSize(2));
    }

    @Test
    void nothingIsFetched() {
        assertThat(refusal("{\"@context\": \"https://e.example/context.json\", \"@id\": \"e:a\"}"))
                .contains("lies outside of the file");
    }

    @Test
    void whatIsNoJsonLdIsRefused() {
        assertThat(List.of("", "nothing", "{", "[1", "{\"@id\": 7, \"@type\": {}}", "\u0000"))
                .allSatisfy(text -> assertThat(refusal(text)).startsWith("no JSON-LD"));
    }

    @Test
    void depthAndNumbersAreBounded() {
        assertThat(refusal("[".repeat(100_000))).contains("64 deep");
        assertThat(refusal("{\"https://e.example/n\": 1e999999999}")).contains("too long");
        assertThat(refusal("{\"https://e.example/n\": " + "9".repeat(1_000) + "}"))
                .contains("too long");
    }

    @Test
    void sizesAreBounded() throws IOException {
        String many = "{\"@id\": \"e:a\", \"e:advice\": [\"1\", \"2\", \"3\", \"4\"]}";
        assertThat(limited(new Limits(20, 9, 9, 9, Duration.ofMinutes(1)), many))
                .contains("20 bytes");
        assertThat(limited(new Limits(9_999, 9, 3, 9, Duration.ofMinutes(1)), many))
                .contains("3 statements");
    }

    @Test
    void aSlowGraphIsGivenUp() {
        long[] now = {0};
        Deadline deadline = new Deadline(() -> now[0], Duration.ofSeconds(1));
        deadline.check();
        now[0] = 1_000_000_001L;
        assertThatThrownBy(deadline::check).isInstanceOf(TooMuch.class);
    }

    @Test
    void manyFindingsEndTheJudging() throws IOException {
        Limits two = new Limits(99_999, 9, 999, 2, Duration.ofMinutes(1));
        assertThat(
                        CaseShapes.load(folder, two)
                                .validate(graph("{\"@type\": \"e:Box\"},".repeat(9) + "{}")))
                .isInstanceOfSatisfying(
                        CaseVerdict.Invalid.class,
                        invalid -> {
                            assertThat(invalid.violations()).hasSize(2);
                            assertThat(invalid.more()).isTrue();
                        });
    }

    @Test
    void aFolderWithoutShapesIsNoFolderOfShapes() {
        assertThatThrownBy(() -> CaseShapes.load(folder.resolve("absent")))
                .isInstanceOf(IOException.class);
    }

    private String limited(Limits limits, String text) throws IOException {
        return ((CaseVerdict.Refused) CaseShapes.load(folder, limits).validate(graph(text)))
                .sentence();
    }

    private String refusal(String text) {
        return shapes.validate(text.getBytes(UTF_8)) instanceof CaseVerdict.Refused refused
                ? refused.sentence()
                : "not refused";
    }

    private List<String> messages(String nodes) {
        return shapes.validate(graph(nodes)) instanceof CaseVerdict.Invalid invalid
                ? invalid.violations().stream().map(Finding::message).toList()
                : List.of();
    }

    private static byte[] graph(String nodes) {
        return CONTEXT.formatted(nodes).getBytes(UTF_8);
    }
}
