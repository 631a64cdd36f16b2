package az.qalxan.engines.language;

/** Questions about folded letters. */
final class Letters {

    private Letters() {}

    /** Whether the folded letter is a vowel. */
    static boolean isVowel(char letter) {
        return switch (letter) {
            case 'a', 'e', 'i', 'o', 'u' -> true;
            default -> false;
        };
    }

    /** Number of vowels, which is the number of syllables of an Azerbaijani word. */
    static int vowels(CharSequence letters) {
        return (int) letters.chars().filter(letter -> isVowel((char) letter)).count();
    }
}
