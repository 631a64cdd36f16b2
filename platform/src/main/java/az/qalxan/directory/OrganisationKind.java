package az.qalxan.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an organisation is for the others. */
public enum OrganisationKind {
    /** Takes reports or requests by law. */
    COMPETENT_BODY,
    /** Oversees a sector or an activity. */
    SUPERVISOR,
    /** Has measures of the strategy's action plan. */
    EXECUTOR,
    CERT,
    COURT,
    /** Runs networks or information systems that others depend on. */
    OPERATOR,
    /** Keeps money or moves it: a bank, a payment service, an exchange. */
    BANK,
    ASSOCIATION_MEMBER,
    FOREIGN_COUNTERPART;

    /** The name in packs and addresses; message key {@code directory.kind.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that code, if there is one. */
    public static Optional<OrganisationKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
