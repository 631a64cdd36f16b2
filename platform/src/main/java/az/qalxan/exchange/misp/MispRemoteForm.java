package az.qalxan.exchange.misp;

import az.qalxan.access.Handling;
import az.qalxan.web.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody typed about a MISP server or feed of another CERT. */
record MispRemoteForm(
        @Nullable String title,
        @Nullable String code,
        @Nullable String kind,
        @Nullable String address,
        @Nullable String key,
        @Nullable String into,
        @Nullable String ceiling,
        @Nullable String way,
        @Nullable String every) {

    private static final String FOLDER = "folder:[a-z0-9][a-z0-9-]{0,62}";
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final int EVERY_MINUTES_MAX = 1_440;

    /** A remote that can be registered. */
    record Checked(
            String code,
            String title,
            boolean feed,
            String address,
            UUID into,
            Handling ceiling,
            boolean pulls,
            boolean pushes,
            Duration every) {}

    static MispRemoteForm usual() {
        return new MispRemoteForm(
                "", "", "server", "https://", "", "", Handling.GREEN.label(), "pull", "15");
    }

    /** Everything that is wrong with it. */
    List<Violation> violations() {
        List<Violation> wrong = new ArrayList<>();
        check(wrong, "title", !text(title).isEmpty() && text(title).length() <= 200);
        check(wrong, "code", text(code).matches("[a-z][a-z0-9-]{1,38}"));
        check(wrong, "kind", List.of("server", "feed").contains(text(kind)));
        check(wrong, "address", place().isPresent());
        check(wrong, "key", secret().matches("[\\x21-\\x7e]{0,200}"));
        check(wrong, "into", Flaws.uuid(text(into)).isPresent());
        check(wrong, "ceiling", marking().isPresent());
        boolean ways = List.of("pull", "push", "both").contains(text(way));
        check(wrong, "way", ways && (text(way).equals("pull") || !feed()));
        check(wrong, "every", minutes().isPresent());
        return wrong;
    }

    private static void check(List<Violation> wrong, String field, boolean right) {
        if (!right) {
            wrong.add(Violation.at(field, "mispremote.wrong." + field));
        }
    }

    /** What may be registered; only when nothing is wrong. */
    Checked checked() {
        return new Checked(
                text(code),
                text(title),
                feed(),
                place().orElseThrow(),
                Flaws.uuid(text(into)).orElseThrow(),
                marking().orElseThrow(),
                !text(way).equals("push"),
                !text(way).equals("pull"),
                Duration.ofMinutes(minutes().orElseThrow()));
    }

    String secret() {
        return key == null ? "" : key.strip();
    }

    private boolean feed() {
        return text(kind).equals("feed");
    }

    /** Over TLS, unless it is on this machine; of a feed also a folder. */
    private Optional<String> place() {
        String text = text(address);
        if (feed() && text.matches(FOLDER)) {
            return Optional.of(text);
        }
        if (text.length() > 490) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.endsWith("/") ? text : text + "/");
            boolean whole =
                    uri.getHost() != null
                            && uri.getUserInfo() == null
                            && uri.getQuery() == null
                            && uri.getFragment() == null;
            boolean safe =
                    "https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
            return whole && safe ? Optional.of(uri.toString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<Handling> marking() {
        return Arrays.stream(Handling.values())
                .filter(one -> one.label().equals(ceiling))
                .findFirst();
    }

    private Optional<Integer> minutes() {
        return Optional.of(text(every))
                .filter(one -> one.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .filter(one -> one > 0 && one <= EVERY_MINUTES_MAX);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
