package az.qalxan.engines.threatintel.csaf;

import java.util.List;

/** The languages of a document. */
final class LanguageTests {

    private LanguageTests() {}

    static void register(Tests tests) {
        tests.both("6.1.12", (d, f) -> each(d, lang -> exists(lang, f)));
        tests.both("6.1.15", LanguageTests::translator);
        tests.both("6.1.28", LanguageTests::translation);
        tests.both("6.2.12", LanguageTests::missing);
        tests.both("6.2.14", (d, f) -> each(d, lang -> privateUse(lang, f)));
        tests.both("6.2.15", (d, f) -> each(d, lang -> isDefault(lang, f)));
    }

    private static void each(Document d, java.util.function.Consumer<At> judge) {
        for (String member : List.of("lang", "source_lang")) {
            if (d.document().has(member)) {
                judge.accept(d.document().at(member));
            }
        }
    }

    private static void exists(At lang, Findings f) {
        if (!Languages.exists(lang.text())) {
            f.add(lang, "no such language is registered: " + lang.text());
        }
    }

    private static void translator(Document d, Findings f) {
        boolean isTranslator = d.document().at("publisher").text("category").equals("translator");
        At source = d.document().at("source_lang");
        if (isTranslator && source.text().isEmpty()) {
            f.add(
                    source,
                    source.isThere() ? "has no value" : "a translator names the source's language");
        }
    }

    private static void translation(Document d, Findings f) {
        At source = d.document().at("source_lang");
        if (!source.text().isEmpty() && source.text().equalsIgnoreCase(d.document().text("lang"))) {
            f.add(source, "the same as the document's language");
        }
    }

    private static void missing(Document d, Findings f) {
        At lang = d.document().at("lang");
        if (lang.text().isEmpty()) {
            f.add(lang, lang.isThere() ? "has no value" : "the language is not told");
        }
    }

    private static void privateUse(At lang, Findings f) {
        if (Languages.hasPrivateUse(lang.text())) {
            f.add(lang, "has a subtag for private use");
        }
    }

    private static void isDefault(At lang, Findings f) {
        if (lang.text().equalsIgnoreCase("i-default")) {
            f.add(lang, "names no language");
        }
    }
}
