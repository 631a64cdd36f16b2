package az.qalxan.engines.detection.correlation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many of the rules found something in their order (Sigma 2.1.0, temporal_ordered). Of all
 * chains that are as long and end with the same rule only the one that began last can matter.
 * Events of one instant cannot be told apart and stand in any order.
 */
final class Chains implements Reckoning {

    private final int rules;
    private final boolean whole;
    private final boolean keeps;

    /** By length less one, then by the rule that it ends with. */
    private final @Nullable Link[][] best;

    /** Of each rule the first event of the instant that is not settled. */
    private final @Nullable Node[] now;

    /** A chain: its end and the chain before. */
    private record Link(long from, Node node, @Nullable Link before) {}

    /**
     * @param whole whether only chains of all rules matter
     * @param keeps whether it has to be known when the window's first event happened
     */
    Chains(int rules, boolean whole, boolean keeps) {
        this.rules = rules;
        this.whole = whole;
        this.keeps = keeps;
        best = new Link[rules][rules];
        now = new Node[rules];
    }

    @Override
    public void add(Entry entry) {
        Node node = null;
        for (int rule = 0; rule < rules; rule++) {
            if ((entry.mask >>> rule & 1) != 0 && now[rule] == null) {
                node = node == null ? Node.of(entry) : node;
                now[rule] = node;
            }
        }
    }

    @Override
    public void settle() {
        for (int rule = 0; rule < rules; rule++) {
            Node node = now[rule];
            if (node != null) {
                now[rule] = null;
                for (int length = whole ? rule : 0; length <= rule; length++) {
                    extend(length, rule, node);
                }
            }
        }
    }

    private void extend(int length, int rule, Node node) {
        Link made = null;
        if (length == 0) {
            made = new Link(node.at(), node, null);
        } else {
            for (int end = whole ? rule - 1 : length - 1; end < rule; end++) {
                Link before = best[length - 1][end];
                if (before != null && (made == null || before.from > made.from)) {
                    made = new Link(before.from, node, before);
                }
            }
        }
        Link held = best[length][rule];
        if (made != null && (held == null || made.from > held.from)) {
            best[length][rule] = made;
        }
    }

    @Override
    public void remove(Entry entry) {}

    @Override
    public void clear() {
        for (Link[] links : best) {
            Arrays.fill(links, null);
        }
    }

    private @Nullable Link longest(long from) {
        for (int length = rules - 1; length >= 0; length--) {
            Link longest = null;
            for (Link link : best[length]) {
                if (link != null
                        && link.from >= from
                        && (longest == null || link.from > longest.from)) {
                    longest = link;
                }
            }
            if (longest != null) {
                return longest;
            }
        }
        return null;
    }

    @Override
    public BigDecimal value(long from) {
        return BigDecimal.valueOf(count(from));
    }

    @Override
    public long count(long from) {
        long count = 0;
        for (Link link = longest(from); link != null; link = link.before) {
            count++;
        }
        return count;
    }

    @Override
    public boolean keeps() {
        return keeps;
    }

    @Override
    public void gather(long from, Gathered gathered) {
        int each = Math.max(1, CorrelationFinding.EVENTS_MAX / rules);
        for (Link link = longest(from); link != null; link = link.before) {
            gathered.add(link.node, each);
        }
    }

    /** Every chain once, those before it first; told by its number from 1. */
    @Override
    public void write(Writing out) {
        IdentityHashMap<Link, Integer> numbers = new IdentityHashMap<>();
        List<Link> order = new ArrayList<>();
        for (Link[] links : best) {
            for (Link link : links) {
                number(link, numbers, order);
            }
        }
        out.number(order.size());
        for (Link link : order) {
            out.number(link.from);
            Node.write(link.node, out);
            out.number(number(link.before, numbers, order));
        }
        for (Link[] links : best) {
            for (Link link : links) {
                out.number(number(link, numbers, order));
            }
        }
    }

    private static int number(
            @Nullable Link link, IdentityHashMap<Link, Integer> numbers, List<Link> order) {
        if (link == null) {
            return 0;
        }
        Integer known = numbers.get(link);
        if (known != null) {
            return known;
        }
        number(link.before, numbers, order);
        order.add(link);
        numbers.put(link, order.size());
        return order.size();
    }

    @Override
    public void read(Reading in) throws BadState {
        int size = in.size();
        List<Link> order = new ArrayList<>(Math.min(size, 1_000));
        for (int i = 0; i < size; i++) {
            long from = in.number();
            Node node = Node.read(in);
            if (node == null) {
                throw new BadState("a chain has no end");
            }
            order.add(new Link(from, node, link(in, order)));
        }
        for (int length = 0; length < rules; length++) {
            for (int rule = 0; rule < rules; rule++) {
                best[length][rule] = link(in, order);
            }
        }
    }

    private static @Nullable Link link(Reading in, List<Link> order) throws BadState {
        int number = in.number(order.size());
        return number == 0 ? null : order.get(number - 1);
    }
}
