package az.qalxan.scaleout;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes groups into checkpoints: the timer, a length, and the bytes that the engine gives. */
final class KeptGroupSerializer extends TypeSerializerSingleton<KeptGroup> {

    static final KeptGroupSerializer INSTANCE = new KeptGroupSerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public KeptGroup createInstance() {
        return new KeptGroup(new byte[0], KeptGroup.UNTIMED);
    }

    @Override
    public KeptGroup copy(KeptGroup group) {
        return group.copy();
    }

    @Override
    public KeptGroup copy(KeptGroup group, KeptGroup reused) {
        return group.copy();
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(KeptGroup group, DataOutputView out) throws IOException {
        byte[] bytes = group.bytes();
        out.writeLong(group.timer());
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public KeptGroup deserialize(DataInputView in) throws IOException {
        long timer = in.readLong();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new KeptGroup(bytes, timer);
    }

    @Override
    public KeptGroup deserialize(KeptGroup reused, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    @Override
    public TypeSerializerSnapshot<KeptGroup> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a checkpoint says about how it was written. Public for Flink. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<KeptGroup> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
