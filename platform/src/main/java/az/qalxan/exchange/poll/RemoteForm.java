package az.qalxan.exchange.poll;

import az.qalxan.access.Handling;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody typed about a server of another CERT. */
record RemoteForm(
        @Nullable String title,
        @Nullable String code,
        @Nullable String root,
        @Nullable String collection,
        @Nullable String username,
        @Nullable String password,
        @Nullable String into,
        @Nullable String ceiling,
        @Nullable String overlap,
        @Nullable String every) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,38}");
    private static final Pattern COLLECTION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,199}");
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final int TITLE_CHARS_MAX = 200;
    private static final int ROOT_CHARS_MAX = 500;
    private static final int SECRET_CHARS_MAX = 200;
    private static final int OVERLAP_MINUTES_MAX = 10_080;
    private static final int EVERY_MINUTES_MAX = 1_440;
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    /** A server that can be registered. */
    record Checked(
            String code,
            String title,
            URI root,
            String collection,
            String username,
            UUID into,
            Handling ceiling,
            Duration overlap,
            Duration every) {}

    static RemoteForm usual() {
        return new RemoteForm(
                "", "", "https://", "", "", "", "", Handling.AMBER.label(), "10", "5");
    }

    /** Everything that is wrong with it. */
    List<Violation> violations() {
        List<Violation> wrong = new ArrayList<>();
        check(wrong, "title", !text(title).isEmpty() && text(title).length() <= TITLE_CHARS_MAX);
        check(wrong, "code", CODE.matcher(text(code)).matches());
        check(wrong, "root", address().isPresent());
        check(wrong, "collection", COLLECTION.matcher(text(collection)).matches());
        boolean named = text(username).matches("[^:\\p{Cntrl}]*");
        check(wrong, "username", named && text(username).length() <= SECRET_CHARS_MAX);
        check(wrong, "password", raw(password).length() <= SECRET_CHARS_MAX);
        check(wrong, "into", UUID_FORM.matcher(text(into)).matches());
        check(wrong, "ceiling", marking().isPresent());
        check(wrong, "overlap", number(overlap, OVERLAP_MINUTES_MAX).isPresent());
        check(wrong, "every", number(every, EVERY_MINUTES_MAX).filter(n -> n > 0).isPresent());
        return wrong;
    }

    private static void check(List<Violation> wrong, String field, boolean right) {
        if (!right) {
            wrong.add(Violation.at(field, "remote.wrong." + field));
        }
    }

    /**
     * What may be registered.
     *
     * @throws ProblemFound with all that is wrong
     */
    Checked checked() {
        List<Violation> wrong = violations();
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
        return new Checked(
                text(code),
                text(title),
                address().orElseThrow(),
                text(collection),
                text(username),
                UUID.fromString(text(into)),
                marking().orElseThrow(),
                Duration.ofMinutes(number(overlap, OVERLAP_MINUTES_MAX).orElseThrow()),
                Duration.ofMinutes(number(every, EVERY_MINUTES_MAX).orElseThrow()));
    }

    String secret() {
        return raw(password);
    }

    /** Over TLS, unless it is on this machine. */
    private Optional<URI> address() {
        String text = text(root);
        if (text.length() > ROOT_CHARS_MAX) {
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
            return whole && safe ? Optional.of(uri) : Optional.empty();
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<Handling> marking() {
        return Arrays.stream(Handling.values())
                .filter(one -> one.label().equals(ceiling))
                .findFirst();
    }

    private static Optional<Integer> number(@Nullable String text, int most) {
        return Optional.of(text(text))
                .filter(one -> NUMBER.matcher(one).matches())
                .map(Integer::valueOf)
                .filter(one -> one <= most);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static String raw(@Nullable String value) {
        return value == null ? "" : value;
    }
}
