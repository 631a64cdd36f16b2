package az.qalxan.access;

import az.qalxan.web.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody typed about a program that is to have a token. */
record ClientForm(String name, String body, List<String> roles, int days) {

    static final int DAYS_USUAL = 365;

    ClientForm(
            @Nullable String name,
            @Nullable String body,
            @Nullable List<String> roles,
            @Nullable Integer days) {
        this(
                Objects.requireNonNullElse(name, "").strip(),
                Objects.requireNonNullElse(body, "").strip(),
                roles == null ? List.of() : List.copyOf(roles),
                days == null ? 0 : days.intValue());
    }

    /** Everything that is wrong. */
    List<Violation> violations() {
        AccountForm like = new AccountForm("program", name, body, roles);
        List<Violation> wrong = new ArrayList<>(like.violations());
        if (days < 1 || days > NewApiClient.DAYS_MAX) {
            wrong.add(
                    Violation.at("days", "access.client.days-wrong", days, NewApiClient.DAYS_MAX));
        }
        return wrong;
    }

    boolean has(Role role) {
        return roles.contains(role.code());
    }

    /** The program that is wanted. Only for a form without violations. */
    NewApiClient client() {
        Set<Role> wanted = roles.stream().map(Role::of).collect(Collectors.toUnmodifiableSet());
        return new NewApiClient(name, new BodyCode(body), wanted, Duration.ofDays(days));
    }
}
