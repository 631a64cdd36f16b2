package az.qalxan.engines.image;

import java.io.IOException;
import java.util.Arrays;

/**
 * A section of an EWF segment.
 *
 * @param start where its description begins
 * @param end where the next section begins, or the file ends
 */
record EwfSection(ImagePart part, String type, long start, long end) {

    /** The length of a description. */
    static final int HEAD_BYTES = 76;

    private static final int TYPE_BYTES = 16;
    private static final int SUMMED_BYTES = 72;

    /** A description as it stands, sound or not. */
    record Head(String type, long next, boolean sound) {

        static Head of(byte[] bytes, int at) {
            Fields fields = new Fields(Arrays.copyOfRange(bytes, at, at + HEAD_BYTES));
            return new Head(
                    fields.text(0, TYPE_BYTES),
                    fields.wide(TYPE_BYTES),
                    fields.checked(0, SUMMED_BYTES));
        }

        boolean last() {
            return type.equals("next") || type.equals("done");
        }
    }

    long contentStart() {
        return start + HEAD_BYTES;
    }

    long contentBytes() {
        return Math.max(0, end - contentStart());
    }

    /** Its content, or the beginning of it. */
    byte[] content(int most) throws IOException {
        return part.read(contentStart(), (int) Math.min(contentBytes(), most));
    }

    ImageFinding finding(ImageFinding.Kind kind) {
        return new ImageFinding(kind, part.name(), start, MediaRange.NONE);
    }
}
