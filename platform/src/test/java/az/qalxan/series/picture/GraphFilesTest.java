package az.qalxan.series.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import az.qalxan.reporting.Loss;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportReference;
import az.qalxan.reporting.ReportRow;
import az.qalxan.series.SeriesMember;
import az.qalxan.series.SeriesNumber;
import az.qalxan.series.SeriesTotals;
import az.qalxan.series.SeriesView;
import az.qalxan.series.picture.SeriesGraph.Edge;
import az.qalxan.series.picture.SeriesGraph.EdgeKind;
import az.qalxan.series.picture.SeriesGraph.Facts;
import az.qalxan.series.picture.SeriesGraph.Node;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CSV, GraphML and JSON of a series' graph. */
class GraphFilesTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    private static final UUID FIRST = new UUID(1, 1);

    private static Drawing drawing(SeriesGraph graph) {
        ReportRow row =
                new ReportRow(
                        new ReportId(FIRST),
                        new ReportReference("M-2026-1"),
                        "waiting",
                        "phone-fraud",
                        "baku",
                        "web",
                        AT,
                        3,
                        new Loss(BigDecimal.TEN, "AZN", ""),
                        "",
                        0,
                        1);
        SeriesMember member = new SeriesMember(row, "din");
        SeriesTotals totals =
                new SeriesTotals(1, 1, AT, AT, Map.of(), Map.of(), Map.of(), Map.of());
        SeriesView view =
                new SeriesView(
                        new SeriesNumber("S-2026-1"),
                        List.of(member),
                        List.of(),
                        List.of(),
                        totals,
                        true);
        return new Drawing(view, List.of(member), graph, 0);
    }

    /** What a hostile reporter would write to hurt whoever opens the file. */
    private static SeriesGraph hostile() {
        Node report =
                new Node(
                        "report:" + FIRST,
                        NodeKind.REPORT,
                        "M-2026-1",
                        AT,
                        0,
                        Set.of(),
                        new Facts(
                                "Telefon fırıldağı",
                                "baku",
                                "DİN",
                                3,
                                new BigDecimal("1250.50"),
                                "AZN",
                                "/reports/1"));
        Node phone =
                new Node(
                        "phone:a1",
                        NodeKind.PHONE,
                        "+994501112233",
                        AT,
                        80,
                        Set.of(SeriesGraph.Mark.HUB),
                        null);
        Node formula =
                new Node(
                        "handle:ff",
                        NodeKind.HANDLE,
                        "=cmd|'/C calc'!A0<b>&\u0001\"",
                        AT,
                        50,
                        Set.of(),
                        null);
        return new SeriesGraph(
                List.of(report, phone, formula),
                List.of(
                        new Edge(
                                report.id(),
                                phone.id(),
                                EdgeKind.STATED,
                                80,
                                AT,
                                "Müraciətdə göstərilib.",
                                Set.of()),
                        new Edge(
                                report.id(),
                                formula.id(),
                                EdgeKind.MONEY,
                                60,
                                AT,
                                "@SUM(1)",
                                Set.of())));
    }

    @Test
    void noCellOfACsvFileIsAFormula() {
        for (String file :
                List.of(
                        GraphFiles.nodesCsv(drawing(hostile())),
                        GraphFiles.edgesCsv(drawing(hostile())))) {
            List<CSVRecord> rows = rows(file);
            assertThat(rows).hasSizeGreaterThan(1);
            for (CSVRecord row : rows) {
                assertThat(row.toList())
                        .noneMatch(cell -> !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0);
            }
        }
    }

    private static List<CSVRecord> rows(String file) {
        try {
            return CSVFormat.RFC4180.parse(new StringReader(file.substring(1))).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyRowOfACsvFileNamesSeriesAndMarking() {
        List<CSVRecord> rows = rows(GraphFiles.nodesCsv(drawing(hostile())));
        assertThat(rows).hasSize(4);
        for (CSVRecord row : rows.subList(1, rows.size())) {
            assertThat(row.get(row.size() - 2)).isEqualTo("S-2026-1");
            assertThat(row.get(row.size() - 1)).isEqualTo("TLP:AMBER+STRICT");
        }
        assertThat(rows.getFirst().toList()).contains("id", "kind", "label", "handling", "loss");
    }

    @Test
    void theGraphmlFileFollowsItsSchema() throws Exception {
        Schema schema = schema();
        for (SeriesGraph graph :
                List.of(
                        hostile(),
                        InventedSeries.of(7, 50),
                        new SeriesGraph(List.of(), List.of()))) {
            String file = GraphMl.of(drawing(graph));
            assertThatCode(() ->
                            schema.newValidator()
                                    .validate(new StreamSource(new StringReader(file))))
                    .doesNotThrowAnyException();
        }
    }

    /** The published schema, with the one that it imports beside it; nothing is fetched. */
    private static Schema schema() throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        DOMImplementationLS documents =
                (DOMImplementationLS)
                        DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
            LSInput input = documents.createLSInput();
            String name = Objects.requireNonNull(systemId).replaceAll(".*/", "");
            try {
                input.setByteStream(resource(name).openStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            input.setSystemId(systemId);
            return input;
        });
        return factory.newSchema(new StreamSource(resource("graphml.xsd").toString()));
    }

    private static URL resource(String name) {
        @Nullable URL found = GraphFilesTest.class.getClassLoader().getResource(name);
        return Objects.requireNonNull(found, name);
    }

    @Test
    void graphmlAttributesAreTypedAndNothingIsLost() throws Exception {
        Element root = parsed(GraphMl.of(drawing(hostile())));
        NodeList keys = root.getElementsByTagName("key");
        assertThat(
                        IntStream.range(0, keys.getLength())
                                .mapToObj(i -> (Element) keys.item(i))
                                .map(key ->
                                        key.getAttribute("attr.name")
                                                + ":"
                                                + key.getAttribute("attr.type")))
                .contains("weight:int", "loss:double", "label:string", "whole:boolean");
        assertThat(root.getElementsByTagName("node").getLength()).isEqualTo(3);
        assertThat(root.getElementsByTagName("edge").getLength()).isEqualTo(2);
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("TLP:AMBER+STRICT S-2026-1");
        assertThat(root.getTextContent()).contains("=cmd|'/C calc'!A0<b>&\uFFFD\"");
    }

    private static Element parsed(String file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        try {
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(file)))
                    .getDocumentElement();
        } catch (SAXException e) {
            throw new AssertionError(file, e);
        }
    }

    @Test
    void theJsonFileNamesEverything() {
        JsonNode json = JsonMapper.shared().valueToTree(GraphFiles.json(drawing(hostile()), AT));
        assertThat(json.get("series").asString()).isEqualTo("S-2026-1");
        assertThat(json.get("marking").asString()).isEqualTo("TLP:AMBER+STRICT");
        assertThat(json.get("nodes").size()).isEqualTo(3);
        assertThat(json.get("nodes").get(0).get("report").get("marking").asString())
                .isEqualTo("TLP:AMBER+STRICT");
        assertThat(json.get("edges").get(0).propertyNames())
                .containsExactlyInAnyOrder("from", "to", "kind", "weight", "at", "reason", "marks");
    }

    /** What static/qalxan/picture reads; a field that is renamed there must be renamed here. */
    @Test
    void theMessageForTheBrowserKeepsItsForm() {
        Picture picture = Picture.of(hostile(), Detail.OVERVIEW);
        JsonNode json =
                JsonMapper.shared()
                        .valueToTree(
                                PictureMessage.of(
                                        new PictureMessage.SeriesGlance(
                                                "S-2026-1", "TLP:RED", true),
                                        Map.of("baku", "Bakı"),
                                        picture));
        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder(
                        "series",
                        "regions",
                        "nodes",
                        "edges",
                        "reasons",
                        "places",
                        "ties",
                        "bounds",
                        "unshared",
                        "weak");
        assertThat(json.get("nodes").get(0).propertyNames())
                .contains(
                        "id", "kind", "label", "shorter", "at", "marks", "region", "loss", "path");
        assertThat(json.get("edges").get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "from", "to", "kind", "weight", "at", "reason", "silent", "marks");
        assertThat(json.get("places").get(0).propertyNames())
                .containsExactlyInAnyOrder("fold", "members", "hub", "x", "y", "r", "box");
        assertThat(json.get("ties").get(0).propertyNames())
                .containsExactlyInAnyOrder("from", "to", "kind", "count", "weight");
        assertThat(json.get("bounds").size()).isEqualTo(4);
    }
}
