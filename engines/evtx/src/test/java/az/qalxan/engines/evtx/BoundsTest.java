package az.qalxan.engines.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Hostile binary XML is answered within bounds. */
@NullMarked
class BoundsTest {

    private static String why(byte[] file) {
        Read read = Read.json(file);
        assertThat(read.damages()).isNotEmpty();
        return read.damages().getFirst().why();
    }

    @Test
    void elementsNestedTooDeepAreRefused() {
        Consumer<XmlBytes> deep = xml -> {};
        for (int i = 0; i < 100; i++) {
            Consumer<XmlBytes> inner = deep;
            deep = xml -> xml.element("E", inner);
        }
        Consumer<XmlBytes> all = deep;
        assertThat(why(new EvtxBytes().record(xml -> all.accept(xml.header())).bytes()))
                .startsWith("elements are nested deeper than 64");
    }

    @Test
    void valuesNestedTooDeepAreRefused() {
        Val inner = Val.text("end");
        for (int i = 0; i < 30; i++) {
            Val next = inner;
            int number = i;
            inner =
                    Val.xml(xml ->
                            xml.header()
                                    .instance(
                                            number, x -> x.element("E", y -> y.slot(0, 0x21)), next)
                                    .raw(0));
        }
        Val all = inner;
        assertThat(why(new EvtxBytes().data(10, all).bytes()))
                .startsWith("binary XML is nested deeper than 16");
    }

    @Test
    void aTemplateWithinItsOwnDefinitionIsRefused() {
        byte[] file =
                new EvtxBytes()
                        .record(xml ->
                                xml.header()
                                        .instance(
                                                1,
                                                x -> x.element("E", y -> y.instance(1, z -> {}))))
                        .bytes();
        assertThat(why(file)).startsWith("a template's definition holds an instance");
    }

    @Test
    void aValueThatIsNamedThousandsOfTimesDoesNotFillTheMemory() {
        Consumer<XmlBytes> many =
                xml ->
                        xml.element(
                                "EventData",
                                x -> {
                                    for (int i = 0; i < 5_000; i++) {
                                        x.slot(0, ValueType.STRING);
                                    }
                                });
        byte[] file = new EvtxBytes().event(10, many, Val.text("x".repeat(10_000))).bytes();
        assertThat(why(file)).startsWith("the record becomes longer than 1048576 bytes");
    }

    @Test
    void aChunkThatAsksForEndlessWorkIsCutShort() {
        Consumer<XmlBytes> twice =
                xml ->
                        xml.element(
                                "E",
                                x -> {
                                    for (int i = 0; i < 50; i++) {
                                        x.slot(0, ValueType.BINARY_XML);
                                    }
                                });
        Val inner = Val.xml(xml -> xml.header().instance(50, x -> {}).raw(0));
        for (int i = 0; i < 12; i++) {
            Val next = inner;
            int number = i;
            inner = Val.xml(xml -> xml.header().instance(number, twice, next).raw(0));
        }
        assertThat(why(new EvtxBytes().data(10, inner).bytes()))
                .matches("the (chunk asks for more work|record becomes longer) than .*");
    }

    @Test
    void namesTooLongToBeKeysAreRefused() {
        String rubbish = "x".repeat(2_000);
        byte[] element =
                new EvtxBytes().record(xml -> xml.header().element(rubbish, x -> {})).bytes();
        assertThat(why(element)).startsWith("a name is longer than 1024");
        byte[] data =
                new EvtxBytes()
                        .event(
                                10,
                                xml ->
                                        xml.element(
                                                "EventData",
                                                x ->
                                                        x.element(
                                                                "Data",
                                                                Map.of(
                                                                        "Name",
                                                                        y -> y.text(rubbish)),
                                                                y -> y.text("kept"))))
                        .bytes();
        assertThat(Read.json(data).records().getFirst())
                .endsWith(
                        "{\"Data\":{\"#text\":{\"#attributes\":{\"Name\":\""
                                + rubbish
                                + "\"},\"#text\":\"kept\"}}}}}");
    }

    @Test
    void countsOffsetsAndSizesBeyondTheChunkAreRefused() {
        assertThat(why(new EvtxBytes().record(xml -> instanceAt(xml, 70_000, 0)).bytes()))
                .startsWith("a template lies outside of its chunk");
        assertThat(why(new EvtxBytes().record(xml -> instanceAt(xml, 600, -1)).bytes()))
                .startsWith("a template has 4294967295 values, more than fit");
        assertThat(why(new EvtxBytes().record(xml -> xml.header().raw(1, 0, 0, 0, 0)).bytes()))
                .startsWith("binary XML is cut off");
    }

    private static void instanceAt(XmlBytes xml, int definition, int values) {
        xml.header().raw(0x0c, 1, 0, 0, 0, 0);
        xml.chunk.putInt(definition).putInt(values);
    }

    @Test
    void moreDamagesThanAreKeptAreCounted() throws java.io.IOException {
        EvtxBytes file = new EvtxBytes();
        for (int chunk = 0; chunk < 8; chunk++) {
            file.chunk();
            for (int i = 0; i < 1_500; i++) {
                file.record(xml -> xml.raw(0xff));
            }
        }
        var channel =
                java.nio.channels.Channels.newChannel(
                        new java.io.ByteArrayInputStream(file.bytes()));
        try (EvtxReader reader = EvtxReader.of(channel)) {
            while (reader.next()) {
                assertThat(reader.record().flaw()).isPresent();
            }
            assertThat(reader.damageCount()).isEqualTo(12_000);
            assertThat(reader.damages()).hasSize(EvtxReader.DAMAGES_MAX);
        }
    }
}
