package az.qalxan.engines.content;

import java.util.Locale;

/** What happened at a moment, with the words that plaso has for it. */
public enum MomentKind {
    CREATED("Creation Time", "...B", "FILE"),
    MODIFIED("Content Modification Time", "M...", "FILE"),
    ACCESSED("Last Access Time", ".A..", "FILE"),
    CHANGED("Metadata Modification Time", "..C.", "FILE"),
    DELETED("Content Deletion Time", "....", "FILE"),
    TAKEN("Content Creation Time", "...B", "META"),
    SENT("Sent Time", "....", "EMAIL"),
    RELAYED("Received Time", "....", "EMAIL"),
    VISITED("Last Visited Time", ".A..", "WEBHIST"),
    DOWNLOADED("File Downloaded", "...B", "WEBHIST"),
    COOKIE("Creation Time", "...B", "WEBHIST"),
    BOOKMARKED("Added Time", "...B", "WEBHIST"),
    SIGNED_IN("Last Used Time", ".A..", "WEBHIST"),
    MESSAGE("Sent Time", "....", "MSG"),
    CALLED("Start Time", "....", "MSG"),
    RUN("Last Time Executed", ".A..", "LOG"),
    RECORDED("Recorded Time", "....", "EVT"),
    USED("Start Time", ".A..", "LOG");

    private final String plaso;
    private final String macb;
    private final String source;

    MomentKind(String plaso, String macb, String source) {
        this.plaso = plaso;
        this.macb = macb;
        this.source = source;
    }

    /** The name in message keys, such as {@code signed-in}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The moment kind of this code. */
    public static MomentKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String plaso() {
        return plaso;
    }

    String macb() {
        return macb;
    }

    String source() {
        return source;
    }
}
