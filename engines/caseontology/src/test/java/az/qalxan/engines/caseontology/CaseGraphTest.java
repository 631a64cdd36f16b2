package az.qalxan.engines.caseontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class CaseGraphTest {

    @Test
    void theSameStoryGivesTheSameBytes() {
        assertThat(CaseGraph.of(Stories.plain())).isEqualTo(CaseGraph.of(Stories.plain()));
    }

    @Test
    void exhibitNumbersAreTexts() {
        Graph graph = new GraphReading(Limits.USUAL).read(CaseGraph.of(Stories.plain()));
        Node property =
                NodeFactory.createURI(
                        "https://ontology.caseontology.org/case/investigation/exhibitNumber");
        assertThat(graph.find(Node.ANY, property, Node.ANY).toList())
                .extracting(triple -> triple.getObject().getLiteralValue())
                .containsExactlyInAnyOrder("0042/3", "0042/3-1");
    }

    /** The expected one is by Python's {@code uuid.uuid5(uuid.NAMESPACE_URL, …)}. */
    @Test
    void idsAreUuidsOfVersionFive() {
        assertThat(NameBasedId.of("https://www.example.com/"))
                .hasToString("3d3ed9d2-aa3d-5fa6-90e8-ed662e90f559");
        assertThat(new String(CaseGraph.of(Stories.plain()), StandardCharsets.UTF_8))
                .containsPattern("kb:file-[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-");
    }
}
