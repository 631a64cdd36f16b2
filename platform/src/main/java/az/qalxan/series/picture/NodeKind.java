package az.qalxan.series.picture;

import java.util.Locale;

/** What a node of the graph is. */
public enum NodeKind {
    REPORT,
    PHONE,
    IBAN,
    CARD,
    WALLET,
    DOMAIN,
    URL,
    EMAIL,
    IP,
    HANDLE,
    /** A story that several reports tell in nearly the same words. */
    STORY,
    /** The domain behind an e-mail address. */
    MAIL_HOST,
    /** A kind that this picture has no sign of its own for. */
    OTHER;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The kind's name in files and interfaces; message key {@code picture.kind.<code>}. */
    public String code() {
        return code;
    }

    /** The kind of that code; {@link #OTHER} when there is none. */
    public static NodeKind of(String code) {
        for (NodeKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        return OTHER;
    }
}
