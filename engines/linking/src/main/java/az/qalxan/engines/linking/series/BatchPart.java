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
 * @param groups by ascending heads
 */
record BatchPart(Placement.Width width, List<Numbers> groups) {

    private static final Placement.Width[] WIDTHS = Placement.Width.values();

    /**
     * A {@link Group}.
     *
     * @param reports ascending
     * @param script the keys of its script, none for most groups
     */
    record Numbers(int[] reports, long[] script) {

        List<Trait> scriptTraits() {
            List<Trait> traits = new ArrayList<>(script.length);
            for (long key : script) {
                traits.add(ScriptKeys.key(key));
            }
            return traits;
        }
    }

    int size() {
        return groups.stream().mapToInt(group -> group.reports().length).sum();
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeByte(width.ordinal());
        out.writeInt(groups.size());
        for (Numbers group : groups) {
            out.writeInt(group.reports().length);
            for (int report : group.reports()) {
                out.writeInt(report);
            }
            out.writeInt(group.script().length);
            for (long key : group.script()) {
                out.writeLong(key);
            }
        }
    }

    static BatchPart readFrom(DataInputStream in) throws IOException {
        Placement.Width width = WIDTHS[in.readByte()];
        int count = in.readInt();
        List<Numbers> groups = new ArrayList<>(count);
        for (; count > 0; count--) {
            int[] reports = new int[in.readInt()];
            for (int i = 0; i < reports.length; i++) {
                reports[i] = in.readInt();
            }
            long[] script = new long[in.readInt()];
            for (int i = 0; i < script.length; i++) {
                script[i] = in.readLong();
            }
            groups.add(new Numbers(reports, script));
        }
        return new BatchPart(width, groups);
    }
}
