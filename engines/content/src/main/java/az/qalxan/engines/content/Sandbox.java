package az.qalxan.engines.content;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Reads files of evidence in a Java process of their own: small memory, limited time, no network,
 * no writing. The process gets the bytes through a pipe, so they never lie in the clear on a disk.
 * What kills it costs the part at which it was, not the rest.
 */
public final class Sandbox {

    private static final int RESTARTS_MAX = 4;
    private static final int OUT_OF_MEMORY = 3;
    private static final List<String> LIBRARIES =
            List.of(
                    "az.qalxan.engines.content.SandboxMain",
                    "az.qalxan.engines.evtx.EvtxReader",
                    "org.apache.james.mime4j.parser.MimeStreamParser",
                    "org.apache.commons.compress.archivers.zip.ZipFile",
                    "org.tukaani.xz.XZInputStream",
                    "org.apache.tika.mime.MimeTypes",
                    "org.snakeyaml.engine.v2.api.Load",
                    "org.apache.poi.poifs.filesystem.POIFSFileSystem",
                    "org.apache.poi.hsmf.MAPIMessage",
                    "com.drew.imaging.ImageMetadataReader",
                    "com.adobe.internal.xmp.XMPMetaFactory",
                    "org.apache.pdfbox.Loader",
                    "org.apache.pdfbox.io.RandomAccessRead",
                    "org.apache.fontbox.ttf.TrueTypeFont",
                    "org.apache.commons.logging.LogFactory",
                    "org.apache.commons.io.IOUtils",
                    "org.apache.commons.codec.binary.Hex",
                    "org.apache.commons.lang3.StringUtils",
                    "org.apache.commons.math3.util.FastMath",
                    "org.apache.commons.collections4.Bag",
                    "org.apache.logging.log4j.LogManager",
                    "org.slf4j.LoggerFactory");

    private final ContentLimits limits;
    private final ZoneId zone;
    private final List<String> command;

    /**
     * A sandbox.
     *
     * @param zone what wall-clock times without a zone are supposed to mean
     */
    public Sandbox(ContentLimits limits, ZoneId zone) {
        this.limits = limits;
        this.zone = zone;
        this.command = command(limits);
    }

    private static List<String> command(ContentLimits limits) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.heapMegabytes() + "m",
                "-XX:MaxMetaspaceSize=160m",
                "-XX:MaxDirectMemorySize=32m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisplayVMOutputToStderr",
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC",
                "-Dlog4j2.disable.jmx=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "az.qalxan.engines.content.SandboxMain");
    }

    /** Only the libraries that read; nothing else of the program is within reach. */
    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (String library : LIBRARIES) {
            try {
                Class<?> type = Class.forName(library, false, Sandbox.class.getClassLoader());
                CodeSource source = type.getProtectionDomain().getCodeSource();
                if (source != null && source.getLocation() != null) {
                    places.add(Path.of(source.getLocation().toURI()).toString());
                }
            } catch (ClassNotFoundException | URISyntaxException e) {
                throw new IllegalStateException(library + " is missing from the program.", e);
            }
        }
        return String.join(System.getProperty("path.separator"), places);
    }

    /** Reads a file. The channel stays open; what the sink throws ends the reading. */
    public Ending read(SeekableByteChannel bytes, String name, ContentSink sink)
            throws IOException {
        Followed followed = new Followed(sink);
        Set<Integer> skipped = new LinkedHashSet<>();
        boolean confined = true;
        for (int run = 0; run <= RESTARTS_MAX; run++) {
            followed.again();
            Run one = new Run(bytes, name, skipped, followed);
            boolean ended = one.go();
            confined &= one.confined;
            if (ended) {
                return new Ending(skipped.isEmpty(), confined, run);
            }
            followed.stopped(one.flaw);
            if (!skipped.add(followed.current())) {
                break;
            }
        }
        followed.abandon();
        return new Ending(false, confined, RESTARTS_MAX);
    }

    /** One process from its start to its end. */
    private final class Run {

        private final SeekableByteChannel bytes;
        private final String name;
        private final Set<Integer> skipped;
        private final Followed sink;
        private boolean confined;
        private Flaw flaw = Flaw.STOPPED;

        Run(SeekableByteChannel bytes, String name, Set<Integer> skipped, Followed sink) {
            this.bytes = bytes;
            this.name = name;
            this.skipped = skipped;
            this.sink = sink;
        }

        /** True if the process read to the end. */
        boolean go() throws IOException {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
            builder.environment().clear();
            Process process = builder.start();
            Thread watch = watch(process, limits.time());
            try {
                return follow(process);
            } finally {
                process.destroyForcibly();
                watch.interrupt();
            }
        }

        private Thread watch(Process process, Duration time) {
            return Thread.ofVirtual()
                    .start(() -> {
                        try {
                            if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                                flaw = Flaw.TIME_OVER;
                                process.destroyForcibly();
                            }
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
        }

        private boolean follow(Process process) throws IOException {
            DataOutputStream to =
                    new DataOutputStream(
                            new BufferedOutputStream(process.getOutputStream(), 1 << 16));
            DataInputStream from =
                    new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
            try {
                order(to);
                while (true) {
                    char what = (char) from.readByte();
                    if (what == Wire.END) {
                        return true;
                    }
                    take(what, from, to);
                }
            } catch (SinkFailed e) {
                throw e;
            } catch (EOFException e) {
                reason(process);
                return false;
            } catch (IOException e) {
                process.destroyForcibly();
                reason(process);
                return false;
            }
        }

        private void reason(Process process) {
            try {
                if (process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == OUT_OF_MEMORY) {
                    flaw = Flaw.MEMORY_OVER;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void order(DataOutputStream to) throws IOException {
            Wire.limits(to, limits);
            Wire.text(to, zone.getId());
            Wire.text(to, Texts.line(name, 300));
            to.writeLong(bytes.size());
            to.writeInt(skipped.size());
            for (int number : skipped) {
                to.writeInt(number);
            }
            to.flush();
        }

        private void take(char what, DataInputStream from, DataOutputStream to) throws IOException {
            switch (what) {
                case Wire.BYTES -> serve(from.readLong(), from.readInt(), to);
                case Wire.BEGUN -> sink.begun(from.readInt(), Wire.text(from, 8_192));
                case Wire.PART -> sink.part(Wire.part(from));
                case Wire.MOMENT -> sink.moment(Wire.moment(from));
                case Wire.THUMBNAIL -> sink.thumbnail(from.readInt(), Wire.picture(from));
                case Wire.CONFINED -> confined = from.readBoolean();
                default -> throw new IOException("a word that is none");
            }
        }

        private void serve(long position, int length, DataOutputStream to) throws IOException {
            if (position < 0
                    || length <= 0
                    || length > Wire.BYTES_MAX
                    || position + length > bytes.size()) {
                throw new IOException("bytes that the file does not have");
            }
            byte[] stretch;
            try {
                stretch = Source.of(bytes).read(position, length);
            } catch (IOException e) {
                throw new SinkFailed(e);
            }
            if (stretch.length < length) {
                throw new SinkFailed(new EOFException("The file became shorter while read."));
            }
            to.write(stretch);
            to.flush();
        }
    }

    /** How the process is started; for tests. */
    List<String> command() {
        return new ArrayList<>(command);
    }
}
