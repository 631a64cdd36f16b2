package az.qalxan.access;

import az.qalxan.web.Language;
import java.util.List;
import java.util.Locale;

/** Says how a body is called; the module that owns the bodies provides it. */
@FunctionalInterface
public interface BodyNames {

    /** The body's short name in that language, for example {@code DİN}. */
    String acronym(BodyCode body, Language language);

    /** Every body there is, for lists to choose from. */
    default List<BodyCode> all() {
        return List.of();
    }

    /** Where nobody owns bodies: their codes. */
    BodyNames NONE = (body, language) -> body.value().toUpperCase(Locale.ROOT);
}
