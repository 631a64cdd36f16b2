package az.qalxan.engines.linking.series;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Disjoint sets of numbers; the smallest number of a set names it, whatever the order of joins. */
final class Forest {

    private final int[] parent;

    Forest(int count) {
        parent = new int[count];
        for (int i = 0; i < count; i++) {
            parent[i] = i;
        }
    }

    private Forest(int[] parent) {
        this.parent = parent;
    }

    /** Reads what {@link #writeTo} wrote. */
    static Forest readFrom(DataInputStream in, int count) throws IOException {
        int[] parent = new int[count];
        for (int i = 0; i < count; i++) {
            parent[i] = in.readInt();
        }
        return new Forest(parent);
    }

    void writeTo(DataOutputStream out) throws IOException {
        for (int i = 0; i < parent.length; i++) {
            out.writeInt(root(i));
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

    /** The root of every number. */
    int[] roots() {
        int[] roots = new int[parent.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = root(i);
        }
        return roots;
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
