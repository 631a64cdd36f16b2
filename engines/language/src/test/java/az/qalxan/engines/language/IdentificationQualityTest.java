package az.qalxan.engines.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How often the language is right, beside Lingua on the same messages. */
class IdentificationQualityTest {

    private static final List<Language> KNOWN =
            List.of(Language.AZ, Language.TR, Language.RU, Language.EN);

    /** A folder with sentences.txt, word-pairs.txt, single-words.txt; the README says whence. */
    private static final String DATA = System.getProperty("qalxan.lingua-testdata", "");

    private static final LanguageDetector LINGUA =
            LanguageDetectorBuilder.fromIsoCodes639_1(
                            com.github.pemistahl.lingua.api.IsoCode639_1.AZ,
                            com.github.pemistahl.lingua.api.IsoCode639_1.TR,
                            com.github.pemistahl.lingua.api.IsoCode639_1.RU,
                            com.github.pemistahl.lingua.api.IsoCode639_1.EN)
                    .build();

    /** Shares of right answers in percent. */
    private record Shares(double ours, double linguas) {}

    @BeforeAll
    static void warm() {
        LINGUA.detectLanguageOf("salam");
    }

    @Test
    void ownMessagesInEveryTyping() throws IOException {
        System.out.println("own messages: right in percent, Lingua beside");
        for (Language language : KNOWN) {
            List<String> messages = lines(language.code() + ".txt");
            assertThat(messages).hasSizeGreaterThanOrEqualTo(300);
            typings(language)
                    .forEach((name, typing) -> {
                        Shares shares = shares(language, messages.stream().map(typing).toList());
                        print(name, messages.size(), shares);
                        assertThat(shares.ours()).as(name).isGreaterThan(93);
                        assertThat(shares.ours()).as(name).isGreaterThan(shares.linguas() - 3);
                    });
        }
    }

    @Test
    void howItWasTypedIsSeen() throws IOException {
        List<String> messages = lines("az.txt");
        Map<String, Typed> expected =
                Map.of(
                        "az native", Typed.NATIVE,
                        "az ascii", Typed.ASCII,
                        "az cyrillic", Typed.CYRILLIC,
                        "az on Russian keys", Typed.CYRILLIC);
        typings(Language.AZ)
                .forEach((name, typing) -> {
                    @Nullable Typed typed = expected.get(name);
                    long seen =
                            messages.stream()
                                    .map(typing)
                                    .map(LanguageIdentifier::identify)
                                    .filter(one ->
                                            one.language() == Language.AZ && one.typed() == typed)
                                    .count();
                    if (typed != null) {
                        double share = 100.0 * seen / messages.size();
                        System.out.printf(Locale.ROOT, "typing seen, %-22s %5.1f%n", name, share);
                        assertThat(share).as(name).isGreaterThan(90);
                    }
                });
    }

    @Test
    void mixedMessagesHaveTheirMainLanguage() throws IOException {
        List<String> rows = lines("mixed.tsv");
        long right =
                rows.stream()
                        .map(row -> row.split("\t", 2))
                        .filter(row -> ours(row[1]).code().equals(row[0]))
                        .count();
        long linguas =
                rows.stream()
                        .map(row -> row.split("\t", 2))
                        .filter(row -> linguas(row[1]).equals(row[0]))
                        .count();
        print(
                "mixed languages",
                rows.size(),
                new Shares(100.0 * right / rows.size(), 100.0 * linguas / rows.size()));
        assertThat(100.0 * right / rows.size()).isGreaterThan(85);
    }

    @Test
    void whatIsNoneOfThemIsUnknown() throws IOException {
        List<String> messages = lines("unknown.txt");
        List<String> named =
                messages.stream().filter(one -> ours(one) != Language.UNKNOWN).toList();
        double share = 100.0 * (messages.size() - named.size()) / messages.size();
        System.out.printf(
                Locale.ROOT,
                "none of the four: unknown %.1f of %d, named %s%n",
                share,
                messages.size(),
                named);
        assertThat(share).isGreaterThan(85);
    }

    @Test
    void publishedTestDataOfLingua() throws IOException {
        assumeTrue(!DATA.isEmpty(), "set -Dqalxan.lingua-testdata=FOLDER, see the README");
        for (String set : List.of("sentences", "word-pairs", "single-words")) {
            List<String> all = Files.readAllLines(Path.of(DATA, set + ".txt"));
            for (Language language : KNOWN) {
                List<String> texts =
                        all.stream()
                                .filter(one -> one.startsWith(language.code() + "\t"))
                                .map(one -> one.substring(3))
                                .toList();
                published(set, language, texts);
            }
        }
    }

    private static void published(String set, Language language, List<String> texts) {
        typings(language)
                .forEach((name, typing) -> {
                    Shares shares = shares(language, texts.stream().map(typing).toList());
                    print(set + ", " + name, texts.size(), shares);
                    if (set.equals("sentences")) {
                        assertThat(shares.ours()).as(name).isGreaterThan(99);
                    }
                });
    }

    private static Map<String, UnaryOperator<String>> typings(Language language) {
        Map<String, UnaryOperator<String>> typings = new LinkedHashMap<>();
        typings.put(language.code() + " native", text -> text);
        if (language == Language.AZ) {
            Random random = new Random(20261127);
            typings.put("az ascii", text -> Typist.ascii(Folding.lower(text)));
            typings.put("az digraph", text -> Typist.digraphs(Folding.lower(text)));
            typings.put("az cyrillic", text -> Typist.cyrillic(Folding.lower(text)));
            typings.put(
                    "az on Russian keys", text -> Typist.russianKeys(Folding.lower(text), random));
        }
        if (language == Language.TR) {
            typings.put("tr ascii", text -> Typist.ascii(Folding.lower(text)));
        }
        return typings;
    }

    private static Shares shares(Language language, List<String> messages) {
        long ours = messages.stream().filter(one -> ours(one) == language).count();
        long linguas =
                messages.stream().filter(one -> linguas(one).equals(language.code())).count();
        return new Shares(100.0 * ours / messages.size(), 100.0 * linguas / messages.size());
    }

    private static Language ours(String message) {
        return LanguageIdentifier.identify(message).language();
    }

    private static String linguas(String message) {
        return LINGUA.detectLanguageOf(message).getIsoCode639_1().toString();
    }

    private static void print(String what, int size, Shares shares) {
        System.out.printf(
                Locale.ROOT,
                "%-34s %5d  %5.1f  %5.1f%n",
                what,
                size,
                shares.ours(),
                shares.linguas());
    }

    private static List<String> lines(String file) throws IOException {
        String path = "/identification/" + file;
        try (@Nullable InputStream in = IdentificationQualityTest.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
