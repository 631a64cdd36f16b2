package az.qalxan.engines.language;

import java.util.Locale;

/** The letters with which somebody typed a message. */
public enum Typed {
    /** The letters of the language's own alphabet; also where no letter could tell. */
    NATIVE,
    /** English letters only: {@code sexs} for {@code şəxs}, {@code privet} for {@code привет}. */
    ASCII,
    /** English letters, two for one: {@code shexs} for {@code şəxs}. */
    DIGRAPH,
    /** Azerbaijani in Cyrillic letters, with or without its own ones ({@code ә ө ү һ ҹ ҝ ғ}). */
    CYRILLIC;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name in small letters. */
    public String code() {
        return code;
    }
}
