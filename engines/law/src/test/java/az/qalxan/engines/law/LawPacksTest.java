package az.qalxan.engines.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Wrong files are refused with file, line and what was allowed; all at once. */
class LawPacksTest {

    private static final String SOURCES = "sources: [{id: S, title: A source}]\n";
    private static final String TREATY =
            """
            instruments:
              - {id: T-1, kind: treaty, name: {az: Bir, en: One}, standing: verified, sources: [S]}
            """;

    @Test
    void aSoundFileIsRead() throws IOException, PackRefused {
        LawFacts facts = LawPacks.read(files(SOURCES + TREATY));
        assertThat(facts.rows()).hasSize(1);
        assertThat(facts.sources()).containsExactly(new Source("S", "A source", ""));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsLine() {
        assertThat(
                        problems(
                                SOURCES
                                        + TREATY
                                        + """
                                        events:
                                          - instrument: T-1
                                            state: Azerbaijan
                                            step: signed
                                            date: 30.06.2008
                                            sources: [S]
                                        """))
                .containsExactly(
                        "a.yaml, line 6: state: Azerbaijan is no state; write two capital letters"
                                + " of ISO 3166-1, as AZ.",
                        "a.yaml, line 7: step: signed is not allowed; allowed: signature, vote,"
                                + " promulgation, deposit, entry-into-force, withdrawal.",
                        "a.yaml, line 8: date: 30.06.2008 is no date; write it as 2026-11-27.",
                        "a.yaml, line 5: standing is missing.");
    }

    @Test
    void aFactWithoutSourceOrStandingIsRefused() {
        assertThat(
                        problems(
                                SOURCES
                                        + "instruments:\n"
                                        + "  - {id: T-1, kind: treaty, name: {az: Bir, en: One}}\n"))
                .anyMatch(one -> one.contains("sources are missing"))
                .anyMatch(one -> one.contains("standing is missing"));
    }

    @Test
    void whatPointsNowhereIsRefused() {
        assertThat(
                        problems(
                                SOURCES
                                        + TREATY
                                        + """
                                        clocks:
                                          - {id: c, kind: floor, clause: "T-2:1", amount: 60, unit: days, start: effect, name: {az: a, en: b}, standing: verified, sources: [S]}
                                        """))
                .containsExactly("a.yaml, line 5: c: there is no instrument T-2; there are T-1.");
        assertThat(problems(SOURCES + TREATY.replace("[S]", "[Z]")))
                .singleElement()
                .asString()
                .startsWith("a.yaml, line 3: there is no source Z");
    }

    @Test
    void unknownKeysMissingLanguagesAndDoublesAreRefused() {
        assertThat(problems(SOURCES + TREATY.replace("kind:", "knid:")))
                .anyMatch(one -> one.contains("the key knid is not known here; allowed: "))
                .anyMatch(one -> one.contains("kind is missing"));
        assertThat(problems(SOURCES + TREATY.replace("az: Bir, ", "")))
                .anyMatch(one -> one.contains("name needs a text in az"));
        assertThat(problems(SOURCES + TREATY + TREATY.replace("instruments:\n", "")))
                .containsExactly("a.yaml, line 4: T-1 stands already in a.yaml, line 3.");
        assertThat(problems("lawz: []\n")).anyMatch(one -> one.contains("the key lawz"));
    }

    @Test
    void identifiersOfInstrumentsAreCapitals() {
        assertThat(problems("instrument: 'a:b'\nprovisions: [{clause: '1'}]\n"))
                .anyMatch(one -> one.contains("line 1: instrument: a:b is no identifier"));
        assertThat(problems("clocks: [{clause: '1'}]\n"))
                .anyMatch(one -> one.contains("clause: 1 names no instrument"));
        assertThat(problems("assessor: ''\n")).anyMatch(one -> one.contains("assessor is empty"));
    }

    @Test
    void yamlThatCanGrowIsRefused() {
        assertThat(problems("a: &x [1]\nb: *x\n")).anyMatch(one -> one.contains("anchors"));
        assertThat(problems("a: !!java.net.URL [x]\n")).anyMatch(one -> one.contains("tags"));
        assertThat(problems("[".repeat(50) + "]".repeat(50)))
                .anyMatch(one -> one.contains("nested deeper"));
        assertThat(problems("a: 1\na: 2\n")).anyMatch(one -> one.contains("stands twice"));
        assertThat(problems("a: [1\n")).anyMatch(one -> one.startsWith("a.yaml, line 2: no YAML"));
        assertThat(problems("---\na: 1\n---\nb: 2\n"))
                .anyMatch(one -> one.contains("one document"));
        assertThat(problems("")).anyMatch(one -> one.contains("empty"));
        assertThat(problems("a: 1\nb: \"\\UFFFFFFFF\"\n")).anyMatch(one -> one.contains("no YAML"));
    }

    @Test
    void aMissingFileAndAPathThatLeadsOutAreRefused() {
        assertThat(refused(Map.of("law.yaml", "files: [b.yaml, ../c.yaml]")))
                .anyMatch(one -> one.contains("there is no file b.yaml"))
                .anyMatch(one -> one.contains("../c.yaml is no path"));
    }

    private static java.util.List<String> problems(String file) {
        return refused(Map.of("law.yaml", "files: [a.yaml]", "a.yaml", file));
    }

    private static java.util.List<String> refused(Map<String, String> files) {
        return catchThrowableOfType(PackRefused.class, () -> LawPacks.read(files(files)))
                .problems();
    }

    private static LawPacks.Files files(String file) {
        return files(Map.of("law.yaml", "files: [a.yaml]", "a.yaml", file));
    }

    private static LawPacks.Files files(Map<String, String> files) {
        return path -> {
            String text = files.get(path);
            return text == null
                    ? null
                    : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        };
    }
}
