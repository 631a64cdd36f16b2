package az.qalxan.engines.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A dictionary form with inflected forms of it, read from a test list. */
record LemmaForms(String lemma, List<String> forms) {

    static List<LemmaForms> read(String list) {
        return rows(list).stream()
                .map(row -> new LemmaForms(row.getFirst(), row.subList(1, row.size())))
                .toList();
    }

    static List<List<String>> rows(String list) {
        try (InputStream bytes = LemmaForms.class.getResourceAsStream("/stemming/" + list)) {
            String text =
                    new String(
                            Objects.requireNonNull(bytes, list).readAllBytes(),
                            StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
