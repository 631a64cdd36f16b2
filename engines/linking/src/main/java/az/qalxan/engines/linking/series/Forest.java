package az.qalxan.engines.linking.series;

/** Disjoint sets of numbers; the smallest number of a set names it, whatever the order of joins. */
final class Forest {

    private final int[] parent;

    Forest(int count) {
        parent = new int[count];
        for (int i = 0; i < count; i++) {
            parent[i] = i;
        }
    }

    int root(int of) {
        int at = of;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Whether the two were apart before. */
    boolean join(int one, int other) {
        int a = root(one);
        int b = root(other);
        if (a == b) {
            return false;
        }
        parent[Math.max(a, b)] = Math.min(a, b);
        return true;
    }
}
