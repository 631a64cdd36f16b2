package az.qalxan.engines.detection.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The names of the kernel's calls, by architecture and number. */
final class Syscalls {

    private static final Map<String, String> NAMES = read();

    private Syscalls() {}

    /** Empty where it is not known. */
    static String name(String architecture, String number) {
        return NAMES.getOrDefault(architecture + ',' + number, "");
    }

    private static Map<String, String> read() {
        Map<String, String> names = new HashMap<>();
        try (InputStream in = Syscalls.class.getResourceAsStream("syscalls.csv");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int comma = line.lastIndexOf(',');
                        names.put(line.substring(0, comma), line.substring(comma + 1));
                    });
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
