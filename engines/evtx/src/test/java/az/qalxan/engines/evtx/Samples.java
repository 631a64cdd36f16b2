package az.qalxan.engines.evtx;

import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;

/** Files with every kind of content, made by the test writer. */
@NullMarked
final class Samples {

    private static final String SID =
            "01 05 000000000005 15000000 01000000 02000000 03000000 f4010000";
    private static final String GUID = "0102030405060708 090a0b0c0d0e0f10";

    private Samples() {}

    static Val[] everyType() {
        return new Val[] {
            Val.none(),
            Val.text("a \"quoted\" \\path\\ <tag> & Əlavə \ud83d\ude00\tend"),
            new Val(ValueType.ANSI_STRING, new byte[] {'A', (byte) 0xe9, 0}),
            Val.number(ValueType.INT_8, 1, -5),
            Val.u8(250),
            Val.number(ValueType.INT_16, 2, -500),
            Val.u16(65_000),
            Val.number(ValueType.INT_32, 4, -70_000),
            Val.u32(4_000_000_000L),
            Val.number(ValueType.INT_64, 8, Long.MIN_VALUE),
            Val.u64(-1),
            Val.number(ValueType.REAL_32, 4, Float.floatToIntBits(1.5f)),
            Val.number(ValueType.REAL_64, 8, Double.doubleToLongBits(-0.25)),
            Val.number(ValueType.BOOL, 4, 1),
            Val.hex(ValueType.BINARY, "00 ff 10"),
            Val.hex(ValueType.GUID, GUID),
            Val.number(ValueType.SIZE, 8, 0x1234),
            Val.number(ValueType.FILE_TIME, 8, EvtxBytes.TIME),
            Val.hex(ValueType.SYSTEM_TIME, "ea07 0b00 0500 1b00 0800 0900 0a00 7b00"),
            Val.hex(ValueType.SID, SID),
            Val.number(ValueType.HEX_32, 4, 0xbeef),
            Val.number(ValueType.HEX_64, 8, 0x1_0000_0000L)
        };
    }

    static Val[] everyArray() {
        return new Val[] {
            Val.texts("one", "", "three"),
            Val.texts("alone"),
            new Val(ValueType.STRING | 0x80, new byte[0]),
            Val.hex(ValueType.UINT_8 | 0x80, "01 02 ff"),
            Val.hex(ValueType.INT_16 | 0x80, "ffff 0200"),
            Val.hex(ValueType.UINT_32 | 0x80, "01000000 02000000"),
            Val.hex(ValueType.GUID | 0x80, GUID + GUID),
            Val.hex(ValueType.SID | 0x80, SID + SID),
            Val.hex(ValueType.HEX_32 | 0x80, "01000000 ef000000"),
            Val.hex(ValueType.BOOL | 0x80, "01000000 00000000")
        };
    }

    static EvtxBytes all() {
        EvtxBytes file = new EvtxBytes();
        file.data(10, everyType());
        file.data(11, everyArray());
        file.event(12, Samples::unnamed, Val.texts("a", "b"), Val.text("c"), Val.none());
        file.event(13, Samples::mixed, Val.u32(7), Val.none(), Val.text("text"));
        file.event(14, Samples::userData, Val.text("h1"), Val.text("h2"));
        file.record(Samples::withoutTemplate);
        file.record(Samples::dependentWithoutTemplate);
        return file;
    }

    /** Many records in several chunks. */
    static EvtxBytes large(int chunks) {
        EvtxBytes file = new EvtxBytes();
        for (int chunk = 0; chunk < chunks; chunk++) {
            file.chunk();
            IntStream.range(0, 40)
                    .forEach(i -> file.data(20 + i % 3, Val.u32(i), Val.text("v" + i)));
        }
        return file;
    }

    private static void unnamed(XmlBytes xml) {
        xml.element(
                "EventData",
                data -> {
                    data.element("Data", x -> x.slot(0, ValueType.STRING | 0x80));
                    data.element("Data", x -> x.slot(1, ValueType.STRING));
                    data.element("Binary", x -> x.optional(2, ValueType.BINARY));
                });
    }

    private static void mixed(XmlBytes xml) {
        xml.element(
                "EventData",
                Map.of("Name", x -> x.text("Mixed")),
                data -> {
                    data.element(
                            "Data",
                            Map.of("Name", x -> x.text("same")),
                            x -> x.text("n = ").slot(0, ValueType.UINT_32));
                    data.element(
                            "Data",
                            Map.of("Name", x -> x.text("same")),
                            x -> x.slot(2, ValueType.STRING));
                    data.element("Gone", x -> x.optional(1, ValueType.UINT_8));
                    data.element("Empty", x -> x.slot(1, ValueType.UINT_8));
                    data.element(
                            "Inner", x -> x.element("Deep", y -> y.slot(0, ValueType.UINT_32)));
                    data.element(
                            "Both",
                            Map.of("at", x -> x.slot(0, ValueType.UINT_32)),
                            x -> x.slot(2, ValueType.STRING));
                });
    }

    private static void userData(XmlBytes xml) {
        xml.element(
                "UserData",
                data ->
                        data.element(
                                "Headers",
                                Map.of("xmlns", x -> x.text("urn:h")),
                                headers -> {
                                    headers.element("Header", x -> x.slot(0, ValueType.STRING));
                                    headers.element("Header", x -> x.slot(1, ValueType.STRING));
                                }));
    }

    static void dependentWithoutTemplate(XmlBytes xml) {
        xml.dependent = true;
        withoutTemplate(xml);
        xml.dependent = false;
    }

    static void withoutTemplate(XmlBytes xml) {
        xml.header();
        xml.element(
                "Event",
                event -> event.element("System", s -> s.element("EventID", x -> x.text("15"))));
        xml.raw(0);
    }
}
