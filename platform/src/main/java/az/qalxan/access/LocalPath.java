package az.qalxan.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path of this installation to go on to; anything that could lead elsewhere becomes home. */
final class LocalPath {

    private static final Pattern LOCAL =
            Pattern.compile("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
    private static final int CHARS_MAX = 1000;

    private LocalPath() {}

    static String of(@Nullable String wanted) {
        return wanted != null && wanted.length() <= CHARS_MAX && LOCAL.matcher(wanted).matches()
                ? wanted
                : "/";
    }
}
