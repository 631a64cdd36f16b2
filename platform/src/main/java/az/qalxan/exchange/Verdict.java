package az.qalxan.exchange;

import java.util.regex.Pattern;

/**
 * What became of an object that was sent.
 *
 * @param id its id, or its place in the envelope where it has none
 * @param version empty where it has none
 * @param fault why it was not taken; empty when it was, or was there before
 */
public record Verdict(String id, String version, String fault) {

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");

    public Verdict {
        fault = printable(fault);
    }

    /** Without characters that texts of a database cannot hold, or that change what a line says. */
    static String printable(String words) {
        return UNPRINTABLE.matcher(words).replaceAll("\uFFFD");
    }

    static Verdict taken(String id, String version) {
        return new Verdict(id, version, "");
    }

    public boolean taken() {
        return fault.isEmpty();
    }
}
