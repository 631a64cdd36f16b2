package az.qalxan.engines.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

/** Reading in a process of its own. */
class SandboxTest {

    private static Ending read(byte[] bytes, String name, ContentLimits limits, ContentSink sink)
            throws IOException {
        return new Sandbox(limits, Collected.BAKU)
                .read(new SeekableInMemoryByteChannel(bytes), name, sink);
    }

    private static ContentLimits limits(Duration time, int heap) {
        ContentLimits small = Collected.SMALL;
        return new ContentLimits(
                small.parts(),
                small.depth(),
                64 << 20,
                1 << 30,
                100_000,
                small.textChars(),
                small.textCharsAll(),
                small.moments(),
                small.thumbnails(),
                time,
                heap);
    }

    @Test
    void sandboxSaysWhatAReadingHereSays() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("m.eml", Samples.mail());
        members.put("p.jpg", Samples.photograph());
        members.put("d.pdf", Seeds.pdf());
        members.put("s.xls", Seeds.sheet());
        byte[] zip = Samples.zip(members);
        Collected here = Collected.read(zip, "x.zip");
        Collected there = new Collected();
        Ending ending = read(zip, "x.zip", Collected.SMALL, there);
        assertThat(ending.whole()).isTrue();
        assertThat(there.parts).isEqualTo(here.parts);
        assertThat(there.moments).isEqualTo(here.moments);
        assertThat(there.thumbnails.keySet()).isEqualTo(here.thumbnails.keySet());
        assertThat(there.named("d.pdf").text()).contains("050 555 01 27");
        assertThat(there.named("s.xls").text()).contains("Salam");
    }

    @Test
    void memoryThatRunsOutCostsOnePart() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("before.txt", Samples.text("əvvəl"));
        members.put("large.txt.gz", Samples.gzip(new byte[40 << 20]));
        members.put("after.txt", Samples.text("sonra"));
        Collected read = new Collected();
        Ending ending =
                read(Samples.zip(members), "x.zip", limits(Duration.ofSeconds(60), 48), read);
        assertThat(ending.whole()).isFalse();
        assertThat(read.named("before.txt").text()).isEqualTo("əvvəl");
        assertThat(read.named("after.txt").text()).isEqualTo("sonra");
        assertThat(read.named("large.txt.gz").flaws()).contains(Flaw.MEMORY_OVER);
        ContentInvariants.check(read);
    }

    @Test
    void timeThatRunsOutEndsTheProcess() throws IOException {
        Collected read = new Collected();
        Ending ending = read(Samples.mail(), "x.eml", limits(Duration.ofMillis(1), 64), read);
        assertThat(ending.whole()).isFalse();
        assertThat(read.parts).isEmpty();
    }

    @Test
    void sandboxHasNoNetworkNoFilesToWriteAndNoPrograms() throws Exception {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        List<String> command =
                new ArrayList<>(new Sandbox(Collected.SMALL, Collected.BAKU).command());
        int path = command.indexOf("-cp") + 1;
        String tests =
                java.nio.file.Path.of(
                                ProbeMain.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                        .toString();
        command.set(path, command.get(path) + ":" + tests);
        command.set(command.size() - 1, ProbeMain.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said.lines())
                .contains(
                        "free: socket true, write true, program true",
                        "confined true",
                        "confined: socket false, write false, program false",
                        "thread false");
    }

    @Test
    void sinkThatCannotTakeEndsTheReading() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        read(
                                Samples.mail(),
                                "x.eml",
                                Collected.SMALL,
                                new ContentSink() {
                                    @Override
                                    public void part(Part part) throws IOException {
                                        throw new IOException("full");
                                    }

                                    @Override
                                    public void moment(Moment moment) {}
                                }))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("full");
    }
}
