package az.qalxan.engines.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sound file says, in every way of asking. */
@NullMarked
class EvtxReaderTest {

    private static final Path GOLDEN = Path.of("src/test/resources/az/qalxan/engines/evtx");

    @Test
    void everyKindOfContentBecomesJson() throws IOException {
        golden("every-kind.jsonl", String.join("\n", Read.json(Samples.all().bytes()).records()));
    }

    @Test
    void everyKindOfContentBecomesXml() throws IOException {
        golden("every-kind.xml", String.join("\n\n", Read.xml(Samples.all().bytes()).records()));
    }

    private static void golden(String name, String found) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("qalxan.rewrite")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, found + "\n");
        }
        assertThat(found + "\n").isEqualTo(Files.readString(file));
    }

    @Test
    void theCommonFormCutsDigitsBlanksAndWhatStandsBehindAZero() {
        byte[] file =
                new EvtxBytes()
                        .data(
                                10,
                                Val.text("cmd.exe  "),
                                Val.text("a\0b"),
                                Val.number(ValueType.FILE_TIME, 8, EvtxBytes.TIME))
                        .bytes();
        assertThat(Read.json(file, reader -> reader).records().getFirst())
                .endsWith(
                        "{\"data0\":\"cmd.exe\",\"data1\":\"a\","
                                + "\"data2\":\"2026-06-01T14:00:00.123456Z\"}}}");
        assertThat(Read.json(file).records().getFirst())
                .endsWith(
                        "{\"data0\":\"cmd.exe  \",\"data1\":\"a\\u0000b\","
                                + "\"data2\":\"2026-06-01T14:00:00.1234567Z\"}}}");
    }

    @Test
    void aRecordTellsWhatEveryEventHas() {
        byte[] file = new EvtxBytes().data(4624, Val.u32(1)).data(4625, Val.u32(2)).bytes();
        assertThat(
                        Read.each(
                                file,
                                record ->
                                        List.of(
                                                record.id(),
                                                record.written(),
                                                record.provider(),
                                                record.channel(),
                                                record.computer(),
                                                record.eventId().orElse(-1),
                                                record.user().isPresent(),
                                                record.standing())))
                .containsExactly(
                        List.of(
                                1L,
                                Instant.parse("2026-06-01T14:00:00.123456800Z"),
                                "Tester",
                                "Security",
                                "host",
                                4624,
                                false,
                                Standing.IN_PLACE),
                        List.of(
                                2L,
                                Instant.parse("2026-06-01T14:00:00.123456900Z"),
                                "Tester",
                                "Security",
                                "host",
                                4625,
                                false,
                                Standing.IN_PLACE));
    }

    @Test
    void recordsOfManyChunksComeInTheirOrderWithoutDamage(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("log.evtx"), Samples.large(4).bytes());
        try (EvtxReader reader = EvtxReader.open(file)) {
            for (long id = 1; id <= 160; id++) {
                assertThat(reader.next()).isTrue();
                assertThat(reader.record().id()).isEqualTo(id);
            }
            assertThat(reader.next()).isFalse();
            assertThat(reader.chunks()).isEqualTo(4);
            assertThat(reader.damages()).isEmpty();
            assertThat(reader.header().orElseThrow().version()).isEqualTo("3.1");
            assertThat(reader.bytesRead()).isEqualTo(Files.size(file));
        }
    }

    @Test
    void aValueOfAnotherTypeThanItsTemplateSaysIsWrittenAsItIs() {
        byte[] file = new EvtxBytes().data(10, Val.text("x")).data(10, Val.u32(5)).bytes();
        assertThat(Read.json(file).records().get(1)).endsWith("{\"data0\":5}}}");
    }

    @Test
    void numbersShorterOrLongerThanTheirTypeAreRead() {
        byte[] file =
                new EvtxBytes()
                        .data(
                                10,
                                Val.number(ValueType.BOOL, 1, 1),
                                Val.number(ValueType.UINT_32, 2, 7),
                                Val.number(ValueType.INT_32, 1, -1),
                                Val.hex(ValueType.GUID, "0102"),
                                Val.hex(ValueType.SID, "01 ff 000000000005 01000000"))
                        .bytes();
        assertThat(Read.json(file).records().getFirst())
                .endsWith(
                        "{\"data0\":true,\"data1\":7,\"data2\":-1,\"data3\":\"0102\","
                                + "\"data4\":\"S-1-5-1\"}}}");
    }

    @Test
    void halfACharacterBecomesTheReplacementCharacter() {
        byte[] file = new EvtxBytes().data(10, Val.text("a\ud83d!\ude00")).bytes();
        assertThat(Read.json(file).records().getFirst())
                .endsWith("{\"data0\":\"a\ufffd!\ufffd\"}}}");
    }

    @Test
    void fieldsAreGivenByTheirPlaceWithoutJson() {
        byte[] file =
                new EvtxBytes()
                        .data(10, Val.text("cmd.exe "), Val.u32(7), Val.texts("a", "b"))
                        .bytes();
        List<String> fields = new ArrayList<>();
        Read.each(
                file,
                record ->
                        record.fields((path, value) ->
                                fields.add(
                                        path
                                                + "="
                                                + (value.isNumber()
                                                        ? "#" + value.number()
                                                        : value.text()))));
        assertThat(fields)
                .containsExactly(
                        "System/Provider@Name=Tester",
                        "System/EventID=#10",
                        "System/TimeCreated@SystemTime=2026-06-01T14:00:00.1234567Z",
                        "System/EventRecordID=#1",
                        "System/Channel=Security",
                        "System/Computer=host",
                        "EventData/data0=cmd.exe ",
                        "EventData/data1=#7",
                        "EventData/data2=a",
                        "EventData/data2=b");
    }

    @Test
    void theSamePlaceIsTheSameStringInEveryChunk() {
        Map<String, Boolean> places = new IdentityHashMap<>();
        Read.each(
                Samples.large(3).bytes(),
                record -> record.fields((path, value) -> places.put(path, true)));
        assertThat(places).hasSize(8);
    }
}
