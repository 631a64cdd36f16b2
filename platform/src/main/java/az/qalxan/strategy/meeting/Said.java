package az.qalxan.strategy.meeting;

import az.qalxan.jurisdiction.Words;

/** What people write in Azerbaijani and may write in English too. */
final class Said {

    private Said() {}

    /** The words in that language, or in Azerbaijani where there are no others. */
    static String in(Words words, String language) {
        String wanted = words.in(language);
        return wanted.isEmpty() ? words.az() : wanted;
    }
}
