package az.qalxan.access;

import az.qalxan.audit.Actors;
import az.qalxan.jurisdiction.Body;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.Language;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gives the journal the names of accounts and bodies. */
@Component
class JournalActors implements Actors {

    private final AccountNames accounts;
    private final Jurisdiction jurisdiction;

    JournalActors(AccountNames accounts, Jurisdiction jurisdiction) {
        this.accounts = accounts;
        this.jurisdiction = jurisdiction;
    }

    @Override
    public Map<String, String> names(Collection<String> wanted) {
        return accounts.of(wanted);
    }

    @Override
    public List<String> called(String words) {
        return accounts.called(words);
    }

    @Override
    public Map<String, String> bodies(Language language) {
        Map<String, String> acronyms = new LinkedHashMap<>();
        for (Body body : jurisdiction.bodies()) {
            acronyms.put(body.code(), body.acronym());
        }
        return acronyms;
    }
}
