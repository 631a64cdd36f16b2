package az.qalxan.engines.linking.series;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A {@link Placement} as numbers of reports; {@link #NONE} stands for none.
 *
 * @param head the first report of the cluster, by which the series is told
 */
record BatchPlace(int report, int component, int head, int linkedTo, int score, int width) {

    static final int NONE = -1;

    boolean inSeries() {
        return head != NONE;
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(report);
        out.writeInt(component);
        out.writeInt(head);
        out.writeInt(linkedTo);
        out.writeInt(score);
        out.writeByte(width);
    }

    static BatchPlace readFrom(DataInputStream in) throws IOException {
        return new BatchPlace(
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readByte());
    }
}
