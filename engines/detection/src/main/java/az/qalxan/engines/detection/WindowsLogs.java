package az.qalxan.engines.detection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The table of Windows' logs: from channel and number of an event to Sigma's log sources. */
final class WindowsLogs {

    private static final WindowsLogs TABLE = read();
    private static final int KEPT_MAX = 10_000;

    private final Map<String, List<Line>> byChannel = new HashMap<>();
    private final Map<String, EventSource> known = new ConcurrentHashMap<>();

    private record Line(boolean category, String name, Set<String> events, String product) {}

    private WindowsLogs() {}

    /** What log sources an event of the channel with the number is of. */
    static EventSource source(String channel, String eventId) {
        String key = channel.toLowerCase(Locale.ROOT) + '\n' + eventId;
        EventSource source = TABLE.known.get(key);
        if (source == null) {
            source = TABLE.of(channel.toLowerCase(Locale.ROOT), eventId);
            if (TABLE.known.size() < KEPT_MAX) {
                TABLE.known.put(key, source);
            }
        }
        return source;
    }

    private EventSource of(String channel, String eventId) {
        Set<String> categories = new HashSet<>();
        Set<String> services = new HashSet<>();
        String product = "windows";
        for (Line line : byChannel.getOrDefault(channel, List.of())) {
            if (line.events().isEmpty() || line.events().contains(eventId)) {
                product = line.product();
                (line.category() ? categories : services).add(line.name());
            }
        }
        return new EventSource(product, categories, services);
    }

    private static WindowsLogs read() {
        WindowsLogs logs = new WindowsLogs();
        try (InputStream in = WindowsLogs.class.getResourceAsStream("windows-logs.csv");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(logs::line);
            return logs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String text) {
        String[] cells = text.split(",", -1);
        Set<String> events = cells[3].isEmpty() ? Set.of() : Set.of(cells[3].split(" "));
        String product = cells.length > 4 ? cells[4] : "windows";
        byChannel
                .computeIfAbsent(cells[2].toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .add(new Line(cells[0].equals("category"), cells[1], events, product));
    }
}
