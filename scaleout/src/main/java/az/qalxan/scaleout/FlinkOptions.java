package az.qalxan.scaleout;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Settings of Flink that the command line gives. */
final class FlinkOptions {

    private static final String MUTUAL_TLS = "security.ssl.internal.enabled";

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Settings of Flink, as properties; may hold passwords.")
    @Nullable Path file;

    @Option(
            names = "--flink",
            paramLabel = "KEY=VALUE",
            description = "One setting of Flink; may be repeated.")
    Map<String, String> single = Map.of();

    /** All of them; single ones win. */
    Map<String, String> all() throws IOException {
        Map<String, String> all = file == null ? new HashMap<>() : properties(file);
        all.putAll(single);
        return all;
    }

    static Map<String, String> properties(Path file) throws IOException {
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            read.load(in);
        }
        Map<String, String> all = new HashMap<>();
        read.stringPropertyNames().forEach(key -> all.put(key, read.getProperty(key)));
        return all;
    }

    /**
     * Whoever reaches the ports of a cluster has it run any code, unless its machines prove
     * themselves to each other.
     *
     * @param trusted whether somebody says that nobody else reaches the network
     */
    void guarded(String host, boolean trusted) throws IOException {
        boolean proven = Boolean.parseBoolean(all().get(MUTUAL_TLS));
        if (!proven && !trusted && !InetAddress.getByName(host).isLoopbackAddress()) {
            throw new IOException(
                    "whoever reaches "
                            + host
                            + " could run code; set up mutual TLS (docs/operating/scale-out.md)"
                            + " or say --trust-network");
        }
    }
}
