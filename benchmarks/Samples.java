import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** In which methods a piece of work spends its time, by samples of Java's flight recorder. */
final class Samples {

    private static final int SHOWN = 15;

    private Samples() {}

    /** Runs the work and adds the methods that it was met in most often as a table. */
    static void take(Outcome outcome, String title, Path folder, Runnable work) throws IOException {
        Path file = folder.resolve("samples.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        Map<String, Integer> met = new HashMap<>();
        int all = 0;
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (event.getStackTrace() != null && !event.getStackTrace().getFrames().isEmpty()) {
                met.merge(name(event.getStackTrace().getFrames().getFirst()), 1, Integer::sum);
                all++;
            }
        }
        Files.delete(file);
        List<Map.Entry<String, Integer>> most =
                met.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(SHOWN)
                        .toList();
        for (Map.Entry<String, Integer> one : most) {
            Map<String, Object> cells = new LinkedHashMap<>();
            double share = 100.0 * one.getValue() / all;
            cells.put("of %d samples".formatted(all), "%.1f %%".formatted(share));
            cells.put("method", one.getKey());
            outcome.row(title, cells);
        }
    }

    private static String name(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethod().getName();
    }
}
