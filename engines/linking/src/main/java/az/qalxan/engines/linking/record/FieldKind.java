package az.qalxan.engines.linking.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a field holds, and so how two of its cells are compared. */
public enum FieldKind {
    GIVEN_NAME("given-name", Scope.PERSON, new NameComparison()),
    FAMILY_NAME("family-name", Scope.FAMILY, new NameComparison()),
    DATE("date", Scope.PERSON, new DateComparison()),
    NATIONAL_ID("national-id", Scope.PERSON, new NationalIdComparison()),
    PHONE("phone", Scope.FAMILY, new PhoneComparison()),
    EMAIL("email", Scope.PERSON, new EmailComparison()),
    STREET_NUMBER("street-number", Scope.HOME, new StreetNumberComparison()),
    STREET("street", Scope.HOME, new PlaceComparison()),
    SUBURB("suburb", Scope.PLACE, new PlaceComparison()),
    POSTCODE("postcode", Scope.PLACE, new CodeComparison(true)),
    STATE("state", Scope.PLACE, new CodeComparison(false)),
    CODE("code", Scope.PERSON, new CodeComparison(false)),
    TEXT("text", Scope.PERSON, new TextComparison());

    private final String code;
    private final Scope scope;
    private final Comparison comparison;

    FieldKind(String code, Scope scope, Comparison comparison) {
        this.code = code;
        this.scope = scope;
        this.comparison = comparison;
    }

    /** The name by which a schema calls the kind. */
    public String code() {
        return code;
    }

    /** The kind of that name. */
    public static Optional<FieldKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** The names of all kinds. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(FieldKind::code).toList();
    }

    /** Whether cells of both kinds are compared alike, so that people can exchange them. */
    public boolean comparableWith(FieldKind other) {
        return comparison.getClass() == other.comparison.getClass();
    }

    Scope scope() {
        return scope;
    }

    Comparison comparison() {
        return comparison;
    }
}
