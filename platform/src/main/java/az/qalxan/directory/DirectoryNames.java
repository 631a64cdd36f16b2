package az.qalxan.directory;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.Language;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Gives every page the acronyms; they are kept for a day or until an organisation is renamed. */
@Component
class DirectoryNames implements BodyNames {

    private final Directory directory;
    private final Jurisdiction jurisdiction;
    private final Clock clock;
    private volatile Kept kept = new Kept(LocalDate.MIN, Map.of());

    /** The acronyms of a day. */
    private record Kept(LocalDate day, Map<BodyCode, String> acronyms) {}

    DirectoryNames(Directory directory, Jurisdiction jurisdiction, Clock clock) {
        this.directory = directory;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    @Override
    public String acronym(BodyCode body, Language language) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
        Kept known = kept;
        if (!known.day().equals(today) || !known.acronyms().containsKey(body)) {
            Map<BodyCode, String> read = new ConcurrentHashMap<>();
            directory.organisations().forEach(one -> read.put(one.code(), one.acronym()));
            read.putIfAbsent(body, body.value().toUpperCase(Locale.ROOT));
            known = new Kept(today, read);
            kept = known;
        }
        return known.acronyms().getOrDefault(body, body.value());
    }

    @Override
    public List<BodyCode> all() {
        return directory.organisations().stream().map(Organisation::code).toList();
    }

    /** Forgets what is kept when an organisation is called otherwise. */
    @TransactionalEventListener
    void forget(OrganisationNamed named) {
        kept = new Kept(LocalDate.MIN, Map.of());
    }
}
