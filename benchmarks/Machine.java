import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The machine a figure was measured on. */
final class Machine {

    private Machine() {}

    static Map<String, Object> describe(Path data) throws IOException {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("cpu", line("/proc/cpuinfo", "model name"));
        machine.put("memory", line("/proc/meminfo", "MemTotal"));
        machine.put("disk", "%s, %d GB free".formatted(
                Files.getFileStore(data).type(),
                Files.getFileStore(data).getUsableSpace() >> 30));
        machine.put("flushMicros", flushMicros(data));
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("java", Runtime.version().toString());
        machine.put("loadBefore", load());
        return machine;
    }

    /** Median microseconds of writing 8 kB and fsync: what a commit costs at least. */
    private static long flushMicros(Path data) throws IOException {
        Path file = Files.createTempFile(data, "flush", "");
        long[] times = new long[200];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < times.length; i++) {
                long begin = System.nanoTime();
                channel.write(ByteBuffer.allocate(8192), i * 8192L);
                channel.force(false);
                times[i] = (System.nanoTime() - begin) / 1000;
            }
        } finally {
            Files.delete(file);
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String line(String file, String start) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(start))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
