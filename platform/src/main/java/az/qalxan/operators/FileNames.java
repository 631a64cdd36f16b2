package az.qalxan.operators;

import az.qalxan.reporting.CleanText;

/** Makes the name of a foreign file safe to show and to save. */
final class FileNames {

    private static final int CHARS_MAX = 120;

    private FileNames() {}

    static String clean(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = CleanText.of(last).replaceAll("[\\p{Cntrl}<>:\"|?*%]", "_").strip();
        String kept = plain.substring(Math.max(0, plain.length() - CHARS_MAX));
        return kept.isEmpty() || kept.startsWith(".") ? "file" + kept : kept;
    }
}
