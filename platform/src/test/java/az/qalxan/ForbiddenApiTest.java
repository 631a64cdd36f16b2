package az.qalxan;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What no code of ours may call, throw, catch or ask the database. */
class ForbiddenApiTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("az.qalxan");
    private static final Pattern GENERIC =
            Pattern.compile(
                    "(?:catch \\(|throw new |throws .*\\b)(?:Exception|RuntimeException|Throwable)\\b");
    private static final Set<String> EDGES =
            Set.of(
                    "ProblemAdvice.java",
                    "Qalxan.java",
                    "ActingAs.java",
                    "PartEdge.java",
                    "Confinement.java",
                    "FlinkEdge.java");
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|join|into|update) +([a-z_]+)\\.([a-z_]+)\\b");

    @Test
    void timeComesFromAClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time comes from an injected Clock")
                .check(CLASSES);
    }

    @Test
    void serialisationAndLombokStayOut() {
        noClasses()
                .that(not(simpleNameEndingWith("Generated")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("lombok..", "jakarta.persistence..", "java.rmi..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(CLASSES);
    }

    @Test
    void genericExceptionsAreHandledAtTheEdgeOnly() {
        List<String> found = new ArrayList<>();
        for (Path source : Repository.mainSources()) {
            if (!EDGES.contains(source.getFileName().toString())
                    && GENERIC.matcher(Repository.read(source)).find()) {
                found.add(source.getFileName().toString());
            }
        }
        Assertions.assertThat(found).isEmpty();
    }

    @Test
    void sqlTouchesItsOwnSchemaOnly() {
        List<String> foreign = new ArrayList<>();
        for (Path source : Repository.files("platform/src/main/java/az/qalxan", ".java")) {
            String module =
                    Repository.root()
                            .resolve("platform/src/main/java/az/qalxan")
                            .relativize(source)
                            .getName(0)
                            .toString();
            TABLE.matcher(Repository.read(source))
                    .results()
                    .filter(table -> SCHEMAS.contains(table.group(1)))
                    .filter(table -> !table.group(1).equals(module))
                    .forEach(table -> foreign.add(source.getFileName() + ": " + table.group()));
        }
        Assertions.assertThat(foreign).isEmpty();
    }

    private static final Set<String> SCHEMAS =
            Set.of(
                    "audit",
                    "ledger",
                    "access",
                    "directory",
                    "transmission",
                    "reporting",
                    "deconfliction",
                    "series",
                    "casework",
                    "assets",
                    "cooperation",
                    "operators",
                    "statistics");
}
