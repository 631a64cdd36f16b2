package az.qalxan.monitoring.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The catalogue of ATT&CK: whole in itself, and knowing what published rules name. */
class AttackTest {

    private static final Pattern TAG = Pattern.compile("(?m)^\\s+- (attack\\.[a-z0-9.-]+)");
    private static final Pattern NEITHER = Pattern.compile("attack\\.(g|s|ds)[0-9]{4}");
    private final Attack attack = new Attack();

    @Test
    void everyTechniqueStandsUnderATacticThatExists() {
        assertThat(attack.tactics()).hasSize(15);
        assertThat(attack.techniques()).hasSize(222);
        for (Attack.Technique technique : attack.techniques()) {
            assertThat(technique.tactics()).as(technique.id()).isNotEmpty();
            assertThat(technique.tactics())
                    .allMatch(code -> attack.tactic(code).isPresent(), technique.id());
        }
        assertThat(
                        attack.techniques().stream()
                                .filter(one -> one.tactics().contains("defense-impairment")))
                .as("as many as MITRE's page of the tactic lists")
                .hasSize(18);
    }

    @Test
    void tagsAreReadAsSigmaWritesThem() {
        List<String> tags =
                List.of("attack.t1059.001", "attack.T1003", "attack.lateral_movement", "cve.2021");
        assertThat(Attack.techniquesIn(tags)).containsExactly("T1003", "T1059");
        assertThat(attack.tacticsIn(tags)).containsExactly("lateral-movement");
        assertThat(attack.tacticsIn(List.of("attack.defense-evasion"))).isEmpty();
    }

    /** Of the published rules, where they are at hand. */
    @Test
    void knowsEveryTechniqueAndTacticThatPublishedRulesName() throws IOException {
        @Nullable String outside = System.getenv("QALXAN_OUTSIDE_DATA");
        assumeTrue(outside != null, "QALXAN_OUTSIDE_DATA is not set");
        Set<String> unknown = new TreeSet<>();
        for (String folder : List.of("rules", "rules-emerging-threats", "rules-threat-hunting")) {
            try (Stream<Path> files = Files.walk(Path.of(outside, "sigma", folder))) {
                for (Path file : files.filter(one -> one.toString().endsWith(".yml")).toList()) {
                    Matcher tags = TAG.matcher(Files.readString(file, StandardCharsets.UTF_8));
                    while (tags.find()) {
                        note(tags.group(1), unknown);
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private void note(String tag, Set<String> unknown) {
        List<String> one = List.of(tag);
        boolean known =
                !attack.tacticsIn(one).isEmpty()
                        || Attack.techniquesIn(one).stream()
                                .anyMatch(id -> attack.technique(id).isPresent())
                        || NEITHER.matcher(tag).matches();
        if (!known) {
            unknown.add(tag);
        }
    }
}
