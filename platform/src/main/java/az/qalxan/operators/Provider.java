package az.qalxan.operators;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operator or provider of the register.
 *
 * @param code of its organisation in the directory
 * @param endpoint by which ETSI messages name it, within the country
 */
record Provider(
        String code,
        List<String> services,
        String country,
        String endpoint,
        String note,
        LocalDate reviewDue,
        int version) {

    /** The services; message key {@code operators.service.<code>}. */
    static final List<String> SERVICES =
            List.of("mobile", "fixed", "internet", "hosting", "domain", "online", "payment");

    Provider {
        services = List.copyOf(services);
    }

    /**
     * A responsible person.
     *
     * @param verifiedAt when somebody reached the person; absent when nobody has
     */
    record Contact(
            UUID id,
            String provider,
            String name,
            String title,
            String phone,
            String email,
            boolean roundClock,
            @Nullable Instant verifiedAt,
            @Nullable String verifiedBy,
            LocalDate reviewDue) {

        /** Whether the entry was checked and its term is not over. */
        boolean fresh(LocalDate today) {
            return verifiedAt != null && !today.isAfter(reviewDue);
        }
    }
}
