package az.qalxan.cooperation.paper;

import az.qalxan.web.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words that papers print, in Azerbaijani, English and, for the receiver, a third language:
 * {@code messages/paper_<language>.properties}.
 */
final class PaperWords {

    private static final Map<String, Properties> FILES = new ConcurrentHashMap<>();

    private final List<Properties> languages;
    private final List<String> codes;

    private PaperWords(List<String> codes) {
        this.codes = List.copyOf(codes);
        this.languages = codes.stream().map(PaperWords::file).toList();
    }

    static PaperWords with(PaperLanguage third) {
        List<String> codes = new ArrayList<>(List.of("az", "en"));
        if (third != PaperLanguage.NONE) {
            codes.add(third.code());
        }
        return new PaperWords(codes);
    }

    /** A wording in one language. */
    record Said(String language, String text) {}

    /** The sentence in each language, Azerbaijani first. */
    List<Said> of(String key) {
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            said.add(new Said(codes.get(i), sentence(languages.get(i), key)));
        }
        return said;
    }

    /** What is wrong in a paper, in English, for the command line. */
    static String english(Violation flaw) {
        String sentence = sentence(file("en"), flaw.key());
        for (int i = 0; i < flaw.arguments().size(); i++) {
            sentence = sentence.replace("{" + i + "}", String.valueOf(flaw.arguments().get(i)));
        }
        return sentence;
    }

    private static String sentence(Properties file, String key) {
        @Nullable String sentence = file.getProperty(key);
        if (sentence == null) {
            throw new IllegalStateException("papers have no words for " + key);
        }
        return sentence;
    }

    static Properties file(String language) {
        return FILES.computeIfAbsent(language, PaperWords::load);
    }

    private static Properties load(String language) {
        Properties words = new Properties();
        try (InputStream in =
                PaperWords.class.getResourceAsStream(
                        "/messages/paper_" + language + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("papers have no words in " + language);
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                words.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the words of papers in " + language, e);
        }
        return words;
    }
}
