package az.qalxan.access;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Which rules the page shows; an empty field lets everything through. */
record MatrixFilter(String role, String body, String module) {

    MatrixFilter(@Nullable String role, @Nullable String body, @Nullable String module) {
        this.role = Objects.requireNonNullElse(role, "").strip();
        this.body = Objects.requireNonNullElse(body, "").strip();
        this.module = Objects.requireNonNullElse(module, "").strip();
    }

    List<MatrixRule> of(List<MatrixRule> rules) {
        return rules.stream().filter(this::lets).toList();
    }

    private boolean lets(MatrixRule rule) {
        return (role.isEmpty() || rule.role().code().equals(role))
                && (module.isEmpty() || rule.right().module().code().equals(module))
                && (body.isEmpty()
                        || rule.bodies().every()
                        || rule.bodies().codes().contains(body));
    }

    /** The same filter as the query of a download. */
    String query() {
        String query =
                UriComponentsBuilder.newInstance()
                        .queryParam("role", role)
                        .queryParam("body", body)
                        .queryParam("module", module)
                        .encode()
                        .build()
                        .toUriString();
        return query;
    }
}
