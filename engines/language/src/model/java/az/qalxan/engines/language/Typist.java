package az.qalxan.engines.language;

import java.util.random.RandomGenerator;

/** Writes Azerbaijani, Turkish and Russian words in other letters, as people do. */
final class Typist {

    private static final String LATIN = "abcçdeəfgğhxıijkqlmnoöprsştuüvyzâîû";
    private static final String ENGLISH = "abccdeefgghxiijkqlmnooprsstuuvyzaiu";
    private static final String CYRILLIC = "абҹчдеәфҝғһхыижкглмноөпрсштуүвјзаиу";
    private static final String RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private static final String[] TRANSLITERATED = {
        "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r",
        "s", "t", "u", "f", "h", "ts", "ch", "sh", "sh", "", "y", "", "e", "yu", "ya"
    };

    private Typist() {}

    static String ascii(String text) {
        return exchanged(text, LATIN, ENGLISH);
    }

    static String digraphs(String text) {
        return ascii(text.replace("ş", "sh").replace("ç", "ch"));
    }

    /** The alphabet of before 1991. */
    static String cyrillic(String text) {
        return exchanged(text, LATIN, CYRILLIC);
    }

    /** Cyrillic on a Russian keyboard, each typist with habits of their own. */
    static String russianKeys(String text, RandomGenerator random) {
        String typed =
                cyrillic(text)
                        .replace('ә', "еэаяя".charAt(random.nextInt(5)))
                        .replace('ө', "ооё".charAt(random.nextInt(3)))
                        .replace('ү', "ууюю".charAt(random.nextInt(4)))
                        .replace("ҹ", random.nextInt(4) == 0 ? "ж" : "дж")
                        .replace('ғ', 'г')
                        .replace('һ', "ххг".charAt(random.nextInt(3)))
                        .replace('ҝ', "ггк".charAt(random.nextInt(3)))
                        .replace('ј', 'й');
        return random.nextBoolean()
                ? typed.replace("йа", "я").replace("йу", "ю").replace("йо", "ё")
                : typed;
    }

    /** Russian in English letters. */
    static String transliterated(String text) {
        StringBuilder typed = new StringBuilder();
        for (char letter : text.toCharArray()) {
            int index = RUSSIAN.indexOf(letter);
            if (index < 0) {
                typed.append(letter);
            } else {
                typed.append(TRANSLITERATED[index]);
            }
        }
        return typed.toString();
    }

    private static String exchanged(String text, String from, String to) {
        StringBuilder typed = new StringBuilder(text.length());
        for (char letter : text.toCharArray()) {
            int index = from.indexOf(letter);
            typed.append(index < 0 ? letter : to.charAt(index));
        }
        return typed.toString();
    }
}
