package az.qalxan.reporting;

import java.util.Locale;
import java.util.Set;

/** Turns the name that a sender gave a file into one that can be shown and saved without harm. */
final class FileName {

    static final int CHARS_MAX = 120;

    /** What an operating system or a browser would run, whatever its content looks like. */
    private static final Set<String> RUNNABLE =
            Set.of(
                    "exe", "com", "scr", "pif", "msi", "dll", "bat", "cmd", "ps1", "vbs", "vbe",
                    "js", "jse", "wsf", "wsh", "hta", "lnk", "url", "jar", "apk", "ipa", "app",
                    "dmg", "sh", "py", "php", "html", "htm", "xhtml", "mht", "svg", "xml", "docm",
                    "xlsm", "dotm", "reg", "iso", "img");

    private FileName() {}

    /** The cleaned name; it ends as files of that type do. */
    static String clean(String given, FileType type) {
        String name = base(given);
        String extension = extension(name);
        boolean fits = type.fits(extension);
        String stem = fits ? name.substring(0, name.length() - extension.length() - 1) : name;
        String end = "." + (fits ? extension.toLowerCase(Locale.ROOT) : type.extension());
        return shortened(stem.isBlank() ? "fayl" : stem.strip(), CHARS_MAX - end.length()) + end;
    }

    static boolean runnable(String given) {
        return RUNNABLE.contains(extension(base(given)).toLowerCase(Locale.ROOT));
    }

    /** The last part of a path, as it may be quoted in a message. */
    static String base(String given) {
        String last =
                given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = CleanText.of(last).replaceAll("[\\s]+", " ").replaceAll("[\"<>|:*?]", "_");
        return shortened(clean.replaceAll("^[. ]+|[. ]+$", ""), CHARS_MAX);
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
