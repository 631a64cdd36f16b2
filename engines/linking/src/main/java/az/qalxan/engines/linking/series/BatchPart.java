package az.qalxan.engines.linking.series;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Part} as the numbers of its reports.
 *
 * @param width which evidence connects them
 * @param groups by ascending heads, each with its reports ascending
 */
record BatchPart(Placement.Width width, List<int[]> groups) {

    private static final Placement.Width[] WIDTHS = Placement.Width.values();

    int size() {
        return groups.stream().mapToInt(group -> group.length).sum();
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeByte(width.ordinal());
        out.writeInt(groups.size());
        for (int[] group : groups) {
            out.writeInt(group.length);
            for (int report : group) {
                out.writeInt(report);
            }
        }
    }

    static BatchPart readFrom(DataInputStream in) throws IOException {
        Placement.Width width = WIDTHS[in.readByte()];
        int count = in.readInt();
        List<int[]> groups = new ArrayList<>(count);
        for (; count > 0; count--) {
            int[] reports = new int[in.readInt()];
            for (int i = 0; i < reports.length; i++) {
                reports[i] = in.readInt();
            }
            groups.add(reports);
        }
        return new BatchPart(width, groups);
    }
}
