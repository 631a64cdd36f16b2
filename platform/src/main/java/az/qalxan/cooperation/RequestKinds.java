package az.qalxan.cooperation;

import az.qalxan.engines.law.RequestKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of requests that this module runs, by the names they have in addresses and tables. */
final class RequestKinds {

    /** Every kind between states; requests to operators belong to the module of operators. */
    static final List<RequestKind> ALL =
            Arrays.stream(RequestKind.values())
                    .filter(kind -> kind != RequestKind.OPERATOR_REQUEST)
                    .toList();

    private RequestKinds() {}

    /** The name in the database; message key {@code duty.kind.<code>}. */
    static String code(RequestKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<RequestKind> find(String code) {
        return ALL.stream().filter(kind -> code(kind).equals(code)).findAny();
    }

    /**
     * The kind of that name.
     *
     * @throws IllegalStateException when there is none: the table is broken
     */
    static RequestKind of(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalStateException("an unknown kind is stored: " + code));
    }

    /** Kinds that are about life and limb, so that minutes count from the first. */
    static boolean urgent(RequestKind kind) {
        return kind == RequestKind.EMERGENCY_DISCLOSURE || kind == RequestKind.EMERGENCY_ASSISTANCE;
    }
}
