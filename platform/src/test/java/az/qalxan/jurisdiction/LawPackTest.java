package az.qalxan.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.Repository;
import az.qalxan.engines.law.LawFacts;
import az.qalxan.engines.law.LawPacks;
import az.qalxan.engines.law.PackRefused;
import az.qalxan.engines.law.Power;
import az.qalxan.engines.law.Provision;
import az.qalxan.engines.law.StateCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packs' law in the program: complete, and of one mind with the rest of the pack. */
class LawPackTest {

    /** Bodies that no longer are, and roles that are no body of the directory. */
    private static final Set<String> NO_BODIES = Set.of("mtn", "proceedings", "operator");

    /** Read by the platform's own module beside the facts of the engine. */
    private static final Set<String> NO_FACTS = Set.of("treaties/counterparts.yaml");

    private static LawFacts law() throws IOException, PackRefused {
        return LawPacks.read(path -> LawPackTest.class.getResourceAsStream("/packs/" + path));
    }

    @Test
    void everyLawFileIsNamedInTheIndex() {
        Path packs = Repository.root().resolve("packs").normalize();
        String index = Repository.read(packs.resolve("law.yaml"));
        List<String> files =
                Repository.files("packs", ".yaml").stream()
                        .map(file -> packs.relativize(file.normalize()).toString())
                        .filter(file -> file.contains("/law/") || file.startsWith("treaties/"))
                        .filter(file -> !NO_FACTS.contains(file))
                        .toList();
        assertThat(files).hasSizeGreaterThan(15);
        assertThat(
                        index.lines()
                                .filter(line -> line.startsWith("  - "))
                                .map(line -> line.substring(4))
                                .toList())
                .containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void competentBodiesOfThePackStandInItsDirectory() throws IOException, PackRefused {
        Set<String> known = new HashSet<>(NO_BODIES);
        PackFiles.of("az").bodies().forEach(one -> known.add(one.code()));
        assertThat(law().of(Power.class))
                .filteredOn(one -> one.state().equals(new StateCode("AZ")))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(known).contains(one.body()));
    }

    @Test
    void articlesHaveTheTitlesThatCasesUse() throws IOException, PackRefused {
        Set<String> titles =
                law().of(Provision.class).stream()
                        .filter(one -> one.clause().instrument().equals("CC-AZ"))
                        .map(one -> one.clause().article() + " " + one.title().az())
                        .collect(Collectors.toSet());
        for (Article one : PackFiles.of("az").articles()) {
            if (one.article().startsWith("27")) {
                assertThat(titles).contains(one.article() + " " + one.title().az());
            }
        }
    }
}
