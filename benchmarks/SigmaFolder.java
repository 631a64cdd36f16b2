import az.qalxan.engines.detection.Placeholders;
import az.qalxan.engines.detection.RuleReader;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.RulesRead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/** Published rules and recorded events as they lie in a folder; neither comes with the program. */
final class SigmaFolder {

    static final String USUAL = "../shared/data/sigma";
    private static final String EVENTS = "events-otrf-20092.ndjson.xz";

    private SigmaFolder() {}

    /** The folders of rules in the folder, without tests and drafts; or the folder itself. */
    static List<Path> ruleFolders(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> named =
                    all.filter(Files::isDirectory)
                            .filter(one -> one.getFileName().toString().startsWith("rules"))
                            .sorted()
                            .toList();
            return named.isEmpty() ? List.of(folder) : named;
        }
    }

    static RuleSet rules(List<Path> folders) throws IOException {
        List<RulesRead> read = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(SigmaFolder::isRule).sorted().toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    read.add(RuleReader.read(file.toString(), bytes, Placeholders.NONE));
                }
            }
        }
        return RuleSet.of(read);
    }

    private static boolean isRule(Path file) {
        return file.toString().endsWith(".yml");
    }

    /** The file that was named, or the recorded events that lie beside the rules. */
    static Path events(String named, Path folder) {
        return named.isEmpty() ? folder.resolve(EVENTS) : Path.of(named);
    }

    /** The lines of a file, which may be compressed with xz. */
    static List<byte[]> lines(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            boolean packed = file.toString().endsWith(".xz");
            bytes = packed ? new XZInputStream(in).readAllBytes() : in.readAllBytes();
        }
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (i > from) {
                    lines.add(Arrays.copyOfRange(bytes, from, i));
                }
                from = i + 1;
            }
        }
        return lines;
    }
}
