package az.qalxan.engines.detection.correlation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How many of the rules found something (Sigma 2.1.0, temporal). The last event of each is all that
 * has to be known, so that many findings of one rule push out none of another.
 */
final class Latest implements Reckoning {

    private final @Nullable Node[] last;
    private final boolean keeps;

    /**
     * @param keeps whether it has to be known when the window's first event happened
     */
    Latest(int rules, boolean keeps) {
        last = new Node[rules];
        this.keeps = keeps;
    }

    @Override
    public void add(Entry entry) {
        Node node = null;
        for (int rule = 0; rule < last.length; rule++) {
            Node before = last[rule];
            if ((entry.mask >>> rule & 1) != 0 && (before == null || before.at() < entry.at)) {
                node = node == null ? Node.of(entry) : node;
                last[rule] = node;
            }
        }
    }

    @Override
    public void remove(Entry entry) {}

    @Override
    public void clear() {
        Arrays.fill(last, null);
    }

    @Override
    public BigDecimal value(long from) {
        return BigDecimal.valueOf(count(from));
    }

    @Override
    public long count(long from) {
        long count = 0;
        for (Node node : last) {
            count += node != null && node.at() >= from ? 1 : 0;
        }
        return count;
    }

    @Override
    public boolean keeps() {
        return keeps;
    }

    @Override
    public void gather(long from, Gathered gathered) {
        int each = Math.max(1, CorrelationFinding.EVENTS_MAX / last.length);
        Arrays.stream(last)
                .filter(node -> node != null && node.at() >= from)
                .sorted(Comparator.comparingLong(Node::at).thenComparing(Node::ref).reversed())
                .forEach(node -> gathered.add(node, each));
    }

    @Override
    public void write(Writing out) {
        for (Node node : last) {
            Node.write(node, out);
        }
    }

    @Override
    public void read(Reading in) throws BadState {
        for (int rule = 0; rule < last.length; rule++) {
            last[rule] = Node.read(in);
        }
    }
}
