package az.qalxan.engines.detection;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * Events of JSON with something changed, as another writer, a fault or an attacker changes them.
 */
final class MutatedEvents {

    private final Random random;

    MutatedEvents(Random random) {
        this.random = random;
    }

    /** The event changed at a few places; often still JSON. */
    byte[] of(byte[] event, byte[] other) {
        byte[] changed = event;
        for (int i = 0; i <= random.nextInt(6); i++) {
            int at = random.nextInt(changed.length);
            changed =
                    switch (random.nextInt(6)) {
                        case 0, 1 -> written(changed, at, otherCase(changed[at]));
                        case 2 -> written(changed, at, numbered(changed[at]));
                        case 3 -> written(changed, at, alike(changed[at]));
                        case 4 -> spliced(changed, at, random.nextInt(20), new byte[0]);
                        default -> spliced(changed, at, random.nextInt(4), part(other));
                    };
            if (changed.length == 0) {
                return event;
            }
        }
        return changed;
    }

    private static String otherCase(byte b) {
        char c = (char) b;
        return String.valueOf(
                Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
    }

    private static String numbered(byte b) {
        return "\\u%04X".formatted((int) b);
    }

    /**
     * A character beyond ASCII that folds to the same letter, or none that does, or half of one.
     */
    private String alike(byte b) {
        return switch (b) {
            case 'i', 'I' -> random.nextBoolean() ? "ı" : "İ";
            case 's', 'S' -> "ſ";
            case 'k', 'K' -> "\u212a";
            default -> new String[] {"ə", "®", "\\ud83d", "😀", "µ"}[random.nextInt(5)];
        };
    }

    private byte[] part(byte[] other) {
        int from = random.nextInt(other.length);
        int length = Math.min(random.nextInt(40), other.length - from);
        return Arrays.copyOfRange(other, from, from + length);
    }

    private static byte[] written(byte[] event, int at, String text) {
        boolean letter = event[at] > 0 && Character.isLetterOrDigit(event[at]);
        return letter ? spliced(event, at, 1, text.getBytes(StandardCharsets.UTF_8)) : event;
    }

    private static byte[] spliced(byte[] event, int at, int removed, byte[] added) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(event, 0, at);
        changed.writeBytes(added);
        int behind = Math.min(event.length, at + removed);
        changed.write(event, behind, event.length - behind);
        return changed.toByteArray();
    }
}
