package az.qalxan.series.picture;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.series.picture.Picture.Place;
import az.qalxan.series.picture.SeriesGraph.Edge;
import az.qalxan.series.picture.SeriesGraph.EdgeKind;
import az.qalxan.series.picture.SeriesGraph.Mark;
import az.qalxan.series.picture.SeriesGraph.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layout of a series' graph, on planted series of the synthetic country. */
class PictureTest {

    private static final long SEED = 7;
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 50, 500})
    void theSameSeriesGivesTheSamePictureInWhateverOrderItWasFound(int reports) {
        SeriesGraph graph = InventedSeries.of(SEED, reports);
        List<Node> nodes = new ArrayList<>(graph.nodes());
        List<Edge> edges = new ArrayList<>(graph.edges());
        Random random = new Random(SEED);
        for (Detail detail : Detail.values()) {
            Collections.shuffle(nodes, random);
            Collections.shuffle(edges, random);
            assertThat(Picture.of(new SeriesGraph(nodes, edges), detail))
                    .as("seed %d, %s", SEED, detail)
                    .isEqualTo(Picture.of(graph, detail));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20, 50, 200, 500, 600})
    void nothingOverlapsAndEverythingIsSomewhere(int reports) {
        for (Detail detail : Detail.values()) {
            check(InventedSeries.of(SEED, reports), detail);
        }
    }

    @Test
    void aSeriesOfTwoThousandReportsIsDrawnWithinItsBudget() {
        SeriesGraph graph = InventedSeries.giant(SEED, 4);
        assertThat(graph.nodes().stream().filter(Node::isReport).count()).isGreaterThan(2_000);
        for (Detail detail : Detail.values()) {
            Picture picture = check(graph, detail);
            assertThat(picture.places().size())
                    .isLessThanOrEqualTo(
                            detail.identifiersMax()
                                    + Math.max(
                                            detail.reportPlacesMax(), detail.identifiersMax() + 1)
                                    + detail.hubsMax());
        }
    }

    private static Picture check(SeriesGraph graph, Detail detail) {
        Picture picture = Picture.of(graph, detail);
        List<Place> places = picture.places();
        for (int i = 0; i < places.size(); i++) {
            assertThat(places.get(i).x()).isFinite();
            assertThat(places.get(i).y()).isFinite();
            for (int j = i + 1; j < places.size(); j++) {
                assertThat(shrunk(places.get(i)).overlaps(shrunk(places.get(j))))
                        .as("%s and %s of %s", i, j, detail)
                        .isFalse();
            }
        }
        List<Integer> drawn = places.stream().flatMap(one -> one.members().stream()).toList();
        assertThat(drawn).doesNotHaveDuplicates();
        assertThat(
                        IntStream.range(0, graph.nodes().size())
                                .filter(i -> graph.nodes().get(i).isReport())
                                .boxed())
                .isSubsetOf(drawn);
        return picture;
    }

    /** Coordinates are rounded to tenths. */
    private static Picture.Box shrunk(Place place) {
        Picture.Box box = place.box();
        return new Picture.Box(
                box.left() + 0.1, box.top() + 0.1, box.right() - 0.1, box.bottom() - 0.1);
    }

    @Test
    void identicalVictimsOfOneNumberAreOneCountedBundle() {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(Node.identifier("phone:a", NodeKind.PHONE, "+994501112233", BEGIN));
        for (int i = 0; i < 80; i++) {
            nodes.add(report(i));
            edges.add(InventedSeries.stated("r" + i, "phone:a", BEGIN));
        }
        Picture picture = Picture.of(new SeriesGraph(nodes, edges), Detail.OVERVIEW);
        assertThat(picture.places()).hasSize(2);
        assertThat(picture.places().getLast().members()).hasSize(80);
        assertThat(picture.places().getLast().fold()).isEqualTo("same");
        assertThat(picture.ties().getFirst().count()).isEqualTo(80);
    }

    private static Node report(int i) {
        return new Node(
                "r" + i,
                NodeKind.REPORT,
                "M-2026-" + i,
                BEGIN.plusSeconds(i),
                0,
                Set.of(),
                new SeriesGraph.Facts("", "", "din", 2, null, "", "/reports/" + i));
    }

    @Test
    void aSmallSeriesIsDrawnNodeByNode() {
        SeriesGraph graph = InventedSeries.of(SEED, 5);
        Picture picture = Picture.of(graph, Detail.OVERVIEW);
        assertThat(picture.places()).hasSize(graph.nodes().size());
        assertThat(picture.unshared()).isZero();
    }

    @Test
    void olderReportsStandOnTheLeft() {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            nodes.add(report(i));
            String id = "phone:" + i;
            nodes.add(Node.identifier(id, NodeKind.PHONE, "+9945000000" + i, BEGIN.plusSeconds(i)));
            edges.add(InventedSeries.stated("r" + i, id, BEGIN));
            if (i > 0) {
                edges.add(InventedSeries.stated("r" + (i - 1), id, BEGIN));
            }
        }
        SeriesGraph graph = new SeriesGraph(nodes, edges);
        Picture picture = Picture.of(graph, Detail.FULL);
        assertThat(x(picture, "r0")).isLessThan(x(picture, "r10"));
        assertThat(x(picture, "r10")).isLessThan(x(picture, "r19"));
    }

    private static double x(Picture picture, String id) {
        List<Node> nodes = picture.graph().nodes();
        return picture.places().stream()
                .filter(one -> nodes.get(one.members().getFirst()).id().equals(id))
                .findFirst()
                .orElseThrow()
                .x();
    }

    @Test
    void whatIsFrozenIsDrawnHoweverManyOthersThereAre() {
        SeriesGraph large = InventedSeries.of(SEED, 500);
        List<Node> nodes = new ArrayList<>(large.nodes());
        nodes.add(
                new Node("iban:held", NodeKind.IBAN, "AZ00", BEGIN, 0, Set.of(Mark.FROZEN), null));
        List<Edge> edges = new ArrayList<>(large.edges());
        edges.add(InventedSeries.stated(firstReport(large), "iban:held", BEGIN));
        SeriesGraph graph = new SeriesGraph(nodes, edges);
        assertThat(drawn(Picture.of(graph, Detail.OVERVIEW))).contains("iban:held");
    }

    private static String firstReport(SeriesGraph graph) {
        return graph.nodes().stream().filter(Node::isReport).findFirst().orElseThrow().id();
    }

    private static Set<String> drawn(Picture picture) {
        return picture.places().stream()
                .flatMap(place -> place.members().stream())
                .map(i -> picture.graph().nodes().get(i).id())
                .collect(Collectors.toSet());
    }

    /** A chain of alike stories has no identifier to fold by; it must not become 2,000 places. */
    @Test
    void reportsThatOnlyLinksJoinAreFoldedToo() {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            nodes.add(report(i));
            if (i > 0) {
                edges.add(
                        new Edge(
                                "r" + (i - 1),
                                "r" + i,
                                EdgeKind.LINK,
                                90,
                                null,
                                "Oxşar hekayə.",
                                Set.of()));
            }
        }
        Picture picture = check(new SeriesGraph(nodes, edges), Detail.OVERVIEW);
        assertThat(picture.places().size()).isLessThanOrEqualTo(Detail.OVERVIEW.reportPlacesMax());
    }

    @Test
    void nothingAndOneReportHaveAPicture() {
        assertThat(Picture.of(new SeriesGraph(List.of(), List.of()), Detail.FULL).places())
                .isEmpty();
        check(new SeriesGraph(List.of(report(1)), List.of()), Detail.FULL);
    }

    @Test
    void whatACommonIdentifierJoinsIsNotJoined() {
        List<Node> nodes = List.of(report(1), report(2), hub());
        List<Edge> edges =
                List.of(
                        InventedSeries.stated("r1", "phone:bank", BEGIN),
                        InventedSeries.stated("r2", "phone:bank", BEGIN));
        Picture picture = Picture.of(new SeriesGraph(nodes, edges), Detail.FULL);
        Place bank = picture.places().stream().filter(Place::hub).findAny().orElseThrow();
        assertThat(picture.places())
                .allSatisfy(place -> assertThat(place.y()).isLessThanOrEqualTo(bank.y()));
    }

    private static Node hub() {
        return new Node("phone:bank", NodeKind.PHONE, "*1234", BEGIN, 0, Set.of(Mark.HUB), null);
    }
}
