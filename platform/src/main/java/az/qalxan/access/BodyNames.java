package az.qalxan.access;

import az.qalxan.web.Language;

/** Says how a body is called; the module that owns the bodies provides it. */
@FunctionalInterface
public interface BodyNames {

    /** The body's short name in that language, for example {@code DİN}. */
    String acronym(BodyCode body, Language language);
}
