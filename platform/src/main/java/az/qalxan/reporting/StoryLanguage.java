package az.qalxan.reporting;

import az.qalxan.engines.language.Language;
import az.qalxan.engines.language.LanguageIdentifier;

/** The language of a story: as the caller says, else as its words show. */
public final class StoryLanguage {

    /** Says that the words are to be asked; so does saying nothing. */
    public static final String AUTO = "auto";

    private StoryLanguage() {}

    /**
     * The code of the story's language.
     *
     * @param said what the caller said; kept unless it is empty or {@link #AUTO}
     * @param otherwise the code where the words show none of az, tr, ru, en
     */
    public static String of(String said, String story, String otherwise) {
        if (!said.isEmpty() && !said.equals(AUTO)) {
            return said;
        }
        Language shown = LanguageIdentifier.identify(story).language();
        return shown == Language.UNKNOWN ? otherwise : shown.code();
    }
}
