package az.qalxan.engines.warrants;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** Spoils a message at one place: an element twice, gone, renamed, moved, or another value. */
@NullMarked
final class Mutation {

    private static final Pattern LEAF = Pattern.compile("<([\\w:]+)>([^<]*)</\\1>");
    private static final List<String> VALUES =
            List.of("", " ", "x", "-1", "true", "V1.1", "AZ", "256.1.1.1", "2026-02-30T00:00:00Z");

    private Mutation() {}

    static String random(String message, RandomGenerator random) {
        List<int[]> leaves = new ArrayList<>();
        // Inside of carried parts the schemas are laxer than anybody could follow.
        int end =
                Math.min(
                        (message + "<Signature").indexOf("<Signature"),
                        (message + "<ds:").indexOf("<ds:"));
        Matcher leaf = LEAF.matcher(message);
        while (leaf.find() && leaf.start() < end) {
            leaves.add(new int[] {leaf.start(), leaf.end(), leaf.start(2), leaf.end(2)});
        }
        int[] at = leaves.get(random.nextInt(leaves.size()));
        String whole = message.substring(at[0], at[1]);
        return switch (random.nextInt(6)) {
            case 0 -> message.substring(0, at[0]) + message.substring(at[1]);
            case 1 -> message.substring(0, at[0]) + whole + message.substring(at[0]);
            case 2 ->
                    message.substring(0, at[2])
                            + VALUES.get(random.nextInt(VALUES.size()))
                            + message.substring(at[3]);
            case 3 -> message.substring(0, at[0]) + "<Odd/>" + message.substring(at[0]);
            case 4 ->
                    message.substring(0, at[0])
                            + whole.replaceFirst(">", " odd=\"1\">")
                            + message.substring(at[1]);
            default -> message.substring(0, at[0]) + "letters" + message.substring(at[0]);
        };
    }
}
