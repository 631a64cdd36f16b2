package az.qalxan.exchange.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * A graph as a picture in columns: what is asked about at the left, one step away in the middle,
 * two at the right.
 */
record GraphDrawing(List<Box> boxes, List<Line> lines, int height) {

    static final int WIDTH = 980;

    private static final int COLUMN = 340;
    private static final int BOX_WIDTH = 270;
    private static final int ROW = 40;
    private static final int TOP = 30;
    private static final int BEND = 46;
    private static final int LABEL_CHARS = 32;

    GraphDrawing {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /**
     * A node.
     *
     * @param label cut so that it fits; the whole stands in the node
     */
    record Box(KnowledgeGraph.Node node, int x, int y, String label) {

        int width() {
            return BOX_WIDTH;
        }
    }

    /** An edge as the commands of an SVG path. */
    record Line(String path, String relation) {}

    static GraphDrawing of(KnowledgeGraph graph) {
        int[] inColumn = new int[3];
        for (KnowledgeGraph.Node node : graph.nodes()) {
            inColumn[node.depth()]++;
        }
        int tallest = Math.max(inColumn[0], Math.max(inColumn[1], inColumn[2]));
        int[] next = new int[3];
        List<Box> boxes = new ArrayList<>();
        for (KnowledgeGraph.Node node : graph.nodes()) {
            int column = node.depth();
            int above = (tallest - inColumn[column]) * ROW / 2;
            int y = TOP + above + next[column]++ * ROW;
            boxes.add(new Box(node, 10 + column * COLUMN, y, cut(node.label())));
        }
        List<Line> lines =
                graph.edges().stream()
                        .map(edge -> line(boxes.get(edge.from()), boxes.get(edge.to()), edge))
                        .toList();
        return new GraphDrawing(boxes, lines, TOP + tallest * ROW);
    }

    private static String cut(String label) {
        return label.codePointCount(0, label.length()) <= LABEL_CHARS
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LABEL_CHARS - 1)) + "…";
    }

    private static Line line(Box one, Box other, KnowledgeGraph.Edge edge) {
        Box left = one.x() <= other.x() ? one : other;
        Box right = left == one ? other : one;
        int from = left.x() + BOX_WIDTH;
        boolean same = left.x() == right.x();
        int to = same ? from : right.x();
        int first = from + BEND;
        int second = same ? to + BEND : to - BEND;
        String path =
                "M %d %d C %d %d %d %d %d %d"
                        .formatted(
                                from, left.y(), first, left.y(), second, right.y(), to, right.y());
        return new Line(path, edge.relation());
    }
}
