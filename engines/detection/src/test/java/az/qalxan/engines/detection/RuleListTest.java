package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/sigma-rules.md} true where the published rules are; {@code
 * -Dqalxan.rewrite=true} writes it anew.
 */
class RuleListTest {

    private static final Path SIGMA = Rules.outside().resolve("sigma");
    private static final Path LIST = Path.of("../../docs/sigma-rules.md");

    /** How many rules of a folder there are, and how many of them are used. */
    private static final class Count {
        int documents;
        int loaded;
    }

    @Test
    void theListOfRulesIsTrue() throws IOException {
        assumeTrue(Files.isDirectory(SIGMA), "outside data is absent");
        String list = list();
        if (Boolean.getBoolean("qalxan.rewrite")) {
            Files.writeString(LIST, list);
        }
        assertThat(Files.readString(LIST)).isEqualTo(list);
    }

    private static String list() throws IOException {
        List<RulesRead> read = new ArrayList<>();
        Map<String, Count> counts = new TreeMap<>();
        for (Path file : files()) {
            String name = SIGMA.relativize(file).toString();
            RulesRead one = RuleReader.read(name, Files.readAllBytes(file), Placeholders.NONE);
            read.add(one);
            counts.computeIfAbsent(folder(name), _ -> new Count()).documents += one.documents();
        }
        RuleSet set = RuleSet.of(read);
        for (DetectionRule rule : set.rules()) {
            counts.get(folder(rule.header().place().file())).loaded++;
        }
        return text(counts, refusals(read, set));
    }

    /** The first two folders. */
    private static String folder(String file) {
        String[] parts = file.split("/");
        return parts.length > 2 ? parts[0] + "/" + parts[1] : parts[0];
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(SIGMA)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .filter(file -> SIGMA.relativize(file).toString().startsWith("rules"))
                    .sorted()
                    .toList();
        }
    }

    /** Id, title and reason of every rule that cannot be used. */
    private static List<String> refusals(List<RulesRead> read, RuleSet set) throws IOException {
        List<String> refusals = new ArrayList<>();
        for (RulesRead file : read) {
            for (RuleFlaw flaw : set.flaws().getOrDefault(file.file(), List.of())) {
                if (!flaw.code().warning()) {
                    String title = title(SIGMA.resolve(file.file()));
                    refusals.add(
                            "| `%s` | %s | %s; %s |"
                                    .formatted(flaw.rule(), title, flaw.words(), flaw.remedy()));
                }
            }
        }
        return refusals;
    }

    private static String title(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("title:"))
                .map(line -> line.substring("title:".length()).strip().replace("|", "\\|"))
                .findFirst()
                .orElse("");
    }

    private static String text(Map<String, Count> counts, List<String> refusals) {
        StringBuilder text = new StringBuilder();
        text.append(
                """
                # Published rules, read

                Every active rule that SigmaHQ publishes (commit 8eaafff: `rules`, `rules-emerging-threats`, `rules-threat-hunting`) as this engine takes it. Written by `RuleListTest` with `-Dqalxan.rewrite=true`, and held true by it where the rules are; no text of a rule is repeated here. `./qalxan sigma check FOLDER` says the same of any folder.

                | folder | rules | loaded | refused |
                |---|---|---|---|
                """);
        int documents = 0;
        int loaded = 0;
        for (Map.Entry<String, Count> one : counts.entrySet()) {
            Count count = one.getValue();
            documents += count.documents;
            loaded += count.loaded;
            text.append(row(one.getKey(), count.documents, count.loaded));
        }
        text.append(row("together", documents, loaded)).append("\n## Refused\n\n");
        if (refusals.isEmpty()) {
            return text.append("None.\n").toString();
        }
        text.append("| id | title | reason and remedy |\n|---|---|---|\n");
        refusals.forEach(one -> text.append(one).append('\n'));
        return text.toString();
    }

    private static String row(String name, int documents, int loaded) {
        return "| %s | %d | %d | %d |%n".formatted(name, documents, loaded, documents - loaded);
    }
}
