package az.qalxan.audit;

import az.qalxan.web.Language;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Says how accounts and bodies of records are called; the module that owns accounts provides it.
 */
public interface Actors {

    /** Names by account, of those that the reader of the journal may see. */
    Map<String, String> names(Collection<String> accounts);

    /** The accounts that are called so. */
    List<String> called(String words);

    /** Acronyms by body code, in the order of a list. */
    Map<String, String> bodies(Language language);
}
