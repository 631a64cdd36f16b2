package az.qalxan.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes the pages of rule sets. */
@Component
class RulePages {

    private final RuleStore store;
    private final BackTestStore tests;
    private final FindingStore findings;

    RulePages(RuleStore store, BackTestStore tests, FindingStore findings) {
        this.store = store;
        this.tests = tests;
        this.findings = findings;
    }

    /**
     * A set with what is in force, what is tried, and what is newest; each null where there is
     * none.
     */
    record SetLine(
            RuleStore.Set set,
            @Nullable RuleVersion active,
            @Nullable RuleVersion trial,
            @Nullable RuleVersion newest) {}

    @Transactional(readOnly = true)
    List<SetLine> sets() {
        List<RuleVersion> versions = store.ofSets();
        List<SetLine> lines = new ArrayList<>();
        for (RuleStore.Set set : store.sets()) {
            List<RuleVersion> own =
                    versions.stream().filter(one -> one.of().set().equals(set.id())).toList();
            lines.add(
                    new SetLine(
                            set,
                            first(own, "active"),
                            first(own, "trial"),
                            own.isEmpty() ? null : own.getFirst()));
        }
        return lines;
    }

    private static @Nullable RuleVersion first(List<RuleVersion> versions, String state) {
        return versions.stream().filter(one -> one.is(state)).findFirst().orElse(null);
    }

    @Transactional(readOnly = true)
    List<RuleVersion> versions(UUID set) {
        return store.versions(set);
    }

    /**
     * The back-tests of a version.
     *
     * @param budget the noise budget that they are held against
     */
    record TestsPage(UUID version, int budget, List<BackTest> tests) {

        TestsPage {
            tests = List.copyOf(tests);
        }

        boolean goesOn() {
            return tests.stream().anyMatch(one -> one.is("waiting") || one.is("running"));
        }

        boolean tried() {
            return tests.stream().anyMatch(one -> one.is("done"));
        }
    }

    @Transactional(readOnly = true)
    TestsPage tests(RuleVersion version) {
        return new TestsPage(version.id(), version.of().budget(), tests.of(version.id()));
    }

    /**
     * A version.
     *
     * @param next the states to which it may go
     * @param found by rule what it has found
     * @param own whether the viewer's body keeps it
     * @param days over how many days a back-test usually looks
     */
    record VersionPage(
            RuleVersion version,
            RuleCheck.Report report,
            List<KeptRule> rules,
            List<RuleStore.Step> steps,
            TestsPage tests,
            List<String> next,
            Map<String, Integer> found,
            boolean own,
            int days) {

        VersionPage {
            rules = List.copyOf(rules);
            steps = List.copyOf(steps);
            next = List.copyOf(next);
            found = Map.copyOf(found);
        }

        /**
         * Whether it is told how the version was tried. Back-tests are not shown to every body that
         * it judges: what is not shown is not told to be missing.
         */
        boolean toldOfTests() {
            return own || !tests.tests().isEmpty();
        }

        int found(KeptRule rule) {
            return found.getOrDefault(rule.head().id(), 0);
        }
    }

    @Transactional(readOnly = true)
    VersionPage version(UUID id, boolean own, int days) {
        RuleVersion version = store.version(id).orElseThrow();
        return new VersionPage(
                version,
                RuleCheck.report(store.flaws(id)),
                store.rules(id),
                store.steps(id),
                tests(version),
                own ? RuleDesk.next(version) : List.of(),
                findings.byRule(id),
                own,
                days);
    }

    @Transactional(readOnly = true)
    Map<String, Integer> found(UUID version) {
        return findings.byRule(version);
    }

    /** A rule with the file that it stands in. */
    record Written(KeptRule rule, byte[] file) {}

    @Transactional(readOnly = true)
    Optional<Written> rule(UUID version, String id) {
        return store.rule(version, id)
                .flatMap(rule ->
                        store.file(version, rule.path()).map(file -> new Written(rule, file)));
    }
}
