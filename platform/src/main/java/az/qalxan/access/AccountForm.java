package az.qalxan.access;

import az.qalxan.web.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody typed about an account; anything may be wrong with it. */
record AccountForm(String username, String name, String body, List<String> roles) {

    static final AccountForm EMPTY = new AccountForm("", "", "", List.of());

    AccountForm(
            @Nullable String username,
            @Nullable String name,
            @Nullable String body,
            @Nullable List<String> roles) {
        this.username = Objects.requireNonNullElse(username, "").strip();
        this.name = Objects.requireNonNullElse(name, "").strip();
        this.body = Objects.requireNonNullElse(body, "").strip();
        this.roles = roles == null ? List.of() : List.copyOf(roles);
    }

    static AccountForm of(Account account) {
        return new AccountForm(
                account.username().value(),
                account.displayName(),
                account.body().value(),
                account.roles().stream().map(Role::code).sorted().toList());
    }

    /** Everything that is wrong. */
    List<Violation> violations() {
        List<Violation> wrong = new ArrayList<>();
        if (!UserName.fits(username)) {
            wrong.add(Violation.at("username", "access.account.username-wrong", username));
        }
        if (name.isEmpty() || name.length() > NewAccount.DISPLAY_NAME_CHARS_MAX) {
            wrong.add(
                    Violation.at(
                            "name",
                            "access.account.name-wrong",
                            name.length(),
                            NewAccount.DISPLAY_NAME_CHARS_MAX));
        }
        check(wrong, "body", body, BodyCode::new);
        if (roles.isEmpty()) {
            wrong.add(Violation.at("roles", "access.account.roles-none"));
        }
        roles.forEach(role -> check(wrong, "roles", role, Role::of));
        return wrong;
    }

    private static void check(
            List<Violation> wrong, String field, String value, Consumer<String> reading) {
        try {
            reading.accept(value);
        } catch (IllegalArgumentException e) {
            wrong.add(Violation.at(field, "access.account." + field + "-wrong", value));
        }
    }

    boolean has(Role role) {
        return roles.contains(role.code());
    }

    /** The account that is wanted. Only for a form without violations. */
    NewAccount account() {
        return new NewAccount(new UserName(username), name, new BodyCode(body), roleSet());
    }

    Set<Role> roleSet() {
        return roles.stream().map(Role::of).collect(Collectors.toUnmodifiableSet());
    }
}
