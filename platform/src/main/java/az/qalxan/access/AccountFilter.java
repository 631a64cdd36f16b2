package az.qalxan.access;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which accounts are listed; an empty field lets everything through.
 *
 * @param words part of the user name or the name
 * @param after the user name that the page begins after
 */
record AccountFilter(String words, String role, String body, String state, String after) {

    AccountFilter(
            @Nullable String words,
            @Nullable String role,
            @Nullable String body,
            @Nullable String state,
            @Nullable String after) {
        this.words = text(words);
        this.role = text(role);
        this.body = text(body);
        this.state = text(state);
        this.after = text(after);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    String like() {
        return "%" + words.replaceAll("([!%_])", "!$1") + "%";
    }

    /** The address of the page that begins after that user name. */
    String pathAfter(String username) {
        return UriComponentsBuilder.fromPath("/access/accounts")
                .queryParam("words", words)
                .queryParam("role", role)
                .queryParam("body", body)
                .queryParam("state", state)
                .queryParam("after", username)
                .encode()
                .build()
                .toUriString();
    }
}
