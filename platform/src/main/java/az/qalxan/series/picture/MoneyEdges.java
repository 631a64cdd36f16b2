package az.qalxan.series.picture;

import az.qalxan.series.picture.MoneyTrail.Flow;
import az.qalxan.series.picture.MoneyTrail.Stop;
import az.qalxan.series.picture.MoneyTrail.StopKind;
import az.qalxan.series.picture.SeriesGraph.Edge;
import az.qalxan.series.picture.SeriesGraph.EdgeKind;
import az.qalxan.series.picture.SeriesGraph.Mark;
import az.qalxan.series.picture.SeriesGraph.Node;
import az.qalxan.web.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays the paths of money into the graph: from reports to accounts, from account to account. */
final class MoneyEdges {

    private static final int VERIFIED = 100;
    private static final int SAID = 60;

    private MoneyEdges() {}

    static void add(GraphDraft draft, MoneyTrail trail, Text text) {
        Map<String, String> nodes = new HashMap<>();
        for (Stop stop : trail.stops()) {
            @Nullable String node = node(draft, trail, stop);
            if (node != null) {
                nodes.put(stop.id(), node);
                mark(draft, node, stop);
            }
        }
        for (Flow flow : trail.flows()) {
            @Nullable String from = nodes.get(flow.from());
            @Nullable String to = nodes.get(flow.to());
            if (from != null && to != null && !from.equals(to)) {
                draft.add(
                        new Edge(
                                from,
                                to,
                                EdgeKind.MONEY,
                                flow.verified() ? VERIFIED : SAID,
                                flow.first(),
                                reason(flow, text),
                                Set.of()));
            }
        }
    }

    /** The node of a stop; a new one when nobody stated it; none for victims of other reports. */
    private static @Nullable String node(GraphDraft draft, MoneyTrail trail, Stop stop) {
        if (stop.kind() == StopKind.VICTIM) {
            return draft.holds(stop.report()) ? stop.report() : null;
        }
        NodeKind kind = kind(stop.kind());
        return draft.find(kind, stop.label())
                .map(Node::id)
                .orElseGet(() -> {
                    String id = "money:" + stop.id();
                    draft.add(
                            new Node(
                                    id,
                                    kind,
                                    stop.label(),
                                    trail.flows().stream()
                                            .filter(flow -> flow.to().equals(stop.id()))
                                            .map(Flow::first)
                                            .min(java.time.Instant::compareTo)
                                            .orElse(null),
                                    SAID,
                                    Set.of(),
                                    null));
                    return id;
                });
    }

    private static NodeKind kind(StopKind kind) {
        return switch (kind) {
            case ACCOUNT -> NodeKind.IBAN;
            case CARD -> NodeKind.CARD;
            case WALLET -> NodeKind.WALLET;
            case E_WALLET -> NodeKind.PHONE;
            case VICTIM, CASH_DESK -> NodeKind.OTHER;
        };
    }

    private static void mark(GraphDraft draft, String node, Stop stop) {
        if (stop.sums().stream().anyMatch(sum -> sum.frozen().signum() > 0)) {
            draft.mark(node, Mark.FROZEN);
        }
        if (stop.sums().stream().anyMatch(sum -> sum.returned().signum() > 0)) {
            draft.mark(node, Mark.RETURNED);
        }
    }

    private static String reason(Flow flow, Text text) {
        String key = flow.verified() ? "picture.why.money" : "picture.why.money-said";
        return text.of(key, text.money(flow.sent(), flow.sentIn()), text.number(flow.transfers()));
    }
}
