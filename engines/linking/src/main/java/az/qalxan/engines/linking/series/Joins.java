package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.List;

/** Clusters that grow by joins, except where a person said that two reports are not the same. */
final class Joins {

    private final Forest forest;
    private final List<List<Integer>> members = new ArrayList<>();
    private final List<int[]> apart;

    /** {@code apart} are pairs of numbers that must never be together. */
    Joins(int count, List<int[]> apart) {
        this.forest = new Forest(count);
        this.apart = apart;
        for (int i = 0; i < count; i++) {
            members.add(List.of(i));
        }
    }

    int cluster(int of) {
        return forest.root(of);
    }

    boolean constrained() {
        return !apart.isEmpty();
    }

    /** Whether nobody said that one of these is not the same as one of those. */
    boolean allowed(int one, int other) {
        int a = cluster(one);
        int b = cluster(other);
        for (int[] pair : apart) {
            int c = cluster(pair[0]);
            int d = cluster(pair[1]);
            if (c == a && d == b || c == b && d == a) {
                return false;
            }
        }
        return true;
    }

    /** Whether they are together afterwards. */
    boolean join(int one, int other) {
        int a = cluster(one);
        int b = cluster(other);
        if (a == b || !allowed(a, b)) {
            return a == b;
        }
        List<Integer> all = merged(members.get(a), members.get(b));
        forest.join(a, b);
        members.set(Math.max(a, b), List.of());
        members.set(Math.min(a, b), all);
        return true;
    }

    private static List<Integer> merged(List<Integer> one, List<Integer> other) {
        List<Integer> larger = one.size() >= other.size() ? one : other;
        List<Integer> smaller = larger == one ? other : one;
        List<Integer> all = larger instanceof ArrayList ? larger : new ArrayList<>(larger);
        all.addAll(smaller);
        return all;
    }

    int size(int of) {
        return members.get(cluster(of)).size();
    }

    /** The members of the cluster in which it is, in no order. */
    List<Integer> members(int of) {
        return members.get(cluster(of));
    }
}
