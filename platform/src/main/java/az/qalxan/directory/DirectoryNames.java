package az.qalxan.directory;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.web.Language;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Gives every page the acronyms; they are kept, because no page changes an organisation's. */
@Component
class DirectoryNames implements BodyNames {

    private final Directory directory;
    private final Map<BodyCode, String> acronyms = new ConcurrentHashMap<>();

    DirectoryNames(Directory directory) {
        this.directory = directory;
    }

    @Override
    public String acronym(BodyCode body, Language language) {
        String known = acronyms.get(body);
        if (known == null) {
            directory.organisations().forEach(one -> acronyms.put(one.code(), one.acronym()));
            known = acronyms.computeIfAbsent(body, code -> code.value().toUpperCase(Locale.ROOT));
        }
        return known;
    }
}
