package az.qalxan.engines.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Writes EVTX files for tests, with all checksums. */
@NullMarked
final class EvtxBytes {

    /** 2026-11-27T08:00:00.1234567Z. */
    static final long TIME = 134_247_960_001_234_567L;

    private static final int CHUNK = 65_536;
    private static final int RECORDS = 512;

    private final List<ByteBuffer> chunks = new ArrayList<>();
    private @Nullable XmlBytes xml;
    private long nextId = 1;
    int flags;

    EvtxBytes chunk() {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put("ElfChnk\0".getBytes(StandardCharsets.US_ASCII));
        chunk.putLong(8, nextId)
                .putLong(24, nextId)
                .putInt(40, 128)
                .putInt(48, RECORDS)
                .position(RECORDS);
        chunks.add(chunk);
        xml = new XmlBytes(chunk);
        return this;
    }

    /** A record whose binary XML, header included, is written by the caller. */
    EvtxBytes record(Consumer<XmlBytes> content) {
        if (xml == null) {
            chunk();
        }
        ByteBuffer chunk = chunks.getLast();
        int at = chunk.position();
        chunk.putInt(0x2a2a).putInt(0).putLong(nextId).putLong(TIME + nextId);
        content.accept(Objects.requireNonNull(xml));
        while ((chunk.position() - at) % 8 != 4) {
            chunk.put((byte) 0);
        }
        int size = chunk.position() + 4 - at;
        chunk.putInt(size).putInt(at + 4, size);
        chunk.putLong(16, nextId).putLong(32, nextId).putInt(44, at).putInt(48, chunk.position());
        nextId++;
        return this;
    }

    /** An event as Windows logs them: a template of a system part, and one of data within. */
    EvtxBytes event(int eventId, Consumer<XmlBytes> data, Val... values) {
        return record(xml ->
                xml.header()
                        .instance(
                                1,
                                EvtxBytes::system,
                                Val.u16(eventId),
                                Val.number(ValueType.FILE_TIME, 8, TIME),
                                Val.u64(nextId),
                                Val.xml(inner ->
                                        inner.header().instance(eventId, data, values).raw(0)))
                        .raw(0));
    }

    private static void system(XmlBytes xml) {
        xml.element(
                "Event",
                Map.of("xmlns", x -> x.text("urn:e")),
                event -> {
                    event.element("System", EvtxBytes::systemFields);
                    event.optional(3, ValueType.BINARY_XML);
                });
    }

    private static void systemFields(XmlBytes xml) {
        xml.element("Provider", Map.of("Name", x -> x.text("Tester")), x -> {});
        xml.element("EventID", x -> x.optional(0, ValueType.UINT_16));
        xml.element(
                "TimeCreated",
                Map.of("SystemTime", x -> x.optional(1, ValueType.FILE_TIME)),
                x -> {});
        xml.element("EventRecordID", x -> x.optional(2, ValueType.UINT_64));
        xml.element("Channel", x -> x.text("Security"));
        xml.element("Computer", x -> x.text("host"));
    }

    /** An event whose data are these values, by the names data0, data1 and so on. */
    EvtxBytes data(int eventId, Val... values) {
        return event(eventId, xml -> xml.element("EventData", x -> named(x, values)), values);
    }

    private static void named(XmlBytes xml, Val... values) {
        for (int i = 0; i < values.length; i++) {
            String name = "data" + i;
            int index = i;
            xml.element(
                    "Data",
                    Map.of("Name", x -> x.text(name)),
                    x -> x.slot(index, values[index].type()));
        }
    }

    byte[] bytes() {
        ByteBuffer file = ByteBuffer.allocate(4096 + CHUNK * chunks.size());
        file.order(ByteOrder.LITTLE_ENDIAN);
        file.put("ElfFile\0".getBytes(StandardCharsets.US_ASCII));
        file.putLong(16, Math.max(0, chunks.size() - 1)).putLong(24, nextId);
        file.putInt(32, 128).putShort(36, (short) 1).putShort(38, (short) 3);
        file.putShort(40, (short) 4096).putShort(42, (short) chunks.size()).putInt(120, flags);
        file.putInt(124, (int) sum(file.array(), 0, 120));
        file.position(4096);
        for (ByteBuffer chunk : chunks) {
            file.put(summed(chunk.array()));
        }
        return file.array();
    }

    private static byte[] summed(byte[] chunk) {
        ByteBuffer bytes = ByteBuffer.wrap(chunk.clone()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(52, (int) sum(chunk, RECORDS, bytes.getInt(48) - RECORDS));
        CRC32 header = new CRC32();
        header.update(bytes.array(), 0, 120);
        header.update(bytes.array(), 128, 384);
        return bytes.putInt(124, (int) header.getValue()).array();
    }

    private static long sum(byte[] bytes, int from, int count) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, count);
        return sum.getValue();
    }
}
