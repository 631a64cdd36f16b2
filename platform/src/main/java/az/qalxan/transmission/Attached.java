package az.qalxan.transmission;

import java.util.regex.Pattern;

/**
 * A file that travels with a message. The array is shared, not copied: nobody writes to it.
 *
 * @param name its name without a path, 1 to {@link #NAME_CHARS_MAX} characters
 * @param mediaType its media type as the sender declares it
 */
public record Attached(String name, String mediaType, byte[] content) {

    static final int NAME_CHARS_MAX = 200;
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]{1,60}/[\\w.+-]{1,100}");

    /**
     * @throws IllegalArgumentException when the name is empty, long, a path or has control
     *     characters, or the media type has another form
     */
    public Attached {
        if (name.isBlank() || name.length() > NAME_CHARS_MAX || !plain(name)) {
            throw new IllegalArgumentException("not the name of a file: " + name);
        }
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("not a media type: " + mediaType);
        }
    }

    private static boolean plain(String name) {
        return name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }
}
