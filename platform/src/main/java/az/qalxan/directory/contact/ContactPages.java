package az.qalxan.directory.contact;

import az.qalxan.access.AccountNames;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.directory.contact.ForeignContact.Check;
import az.qalxan.directory.contact.ForeignContact.Standing;
import az.qalxan.engines.language.Folding;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** Gathers what the pages of the points of contact show. */
@Component
class ContactPages {

    static final int WORDS_MAX = 100;

    private final ContactStore store;
    private final ContactRights rights;
    private final AccountNames names;
    private final AuditLog audit;
    private final Clock clock;

    ContactPages(
            ContactStore store,
            ContactRights rights,
            AccountNames names,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.rights = rights;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param standing a code of {@link Standing}; empty for all
     */
    record Asked(String words, String standing) {

        Asked {
            words = words.strip().substring(0, Math.min(words.strip().length(), WORDS_MAX));
        }

        Asked with(String other) {
            return new Asked(words, other);
        }

        String address(String path) {
            return UriComponentsBuilder.fromPath(path)
                    .queryParam("q", "{q}")
                    .queryParam("standing", "{standing}")
                    .encode()
                    .buildAndExpand(words, standing)
                    .toUriString();
        }
    }

    /** The list of points with the filter that made it. */
    record ListPage(
            List<ForeignContact> found,
            List<ForeignContact> all,
            Asked asked,
            Instant now,
            boolean writer) {

        ListPage {
            found = List.copyOf(found);
            all = List.copyOf(all);
        }

        long of(Standing standing) {
            return all.stream().filter(one -> one.standing(now) == standing).count();
        }
    }

    /** A point with its history. */
    record ContactPage(
            ForeignContact contact,
            List<ForeignContact> versions,
            List<Check> checks,
            Map<String, String> names,
            Instant now,
            boolean writer,
            boolean trier) {

        ContactPage {
            versions = List.copyOf(versions);
            checks = List.copyOf(checks);
            names = Map.copyOf(names);
        }

        String who(String account) {
            return names.getOrDefault(account, "");
        }
    }

    @Transactional(readOnly = true)
    public ListPage list(Asked asked) {
        rights.reader();
        Instant now = clock.instant();
        List<ForeignContact> named =
                store.contacts().stream().filter(one -> matches(one, asked.words())).toList();
        List<ForeignContact> found =
                named.stream()
                        .filter(one ->
                                asked.standing().isEmpty()
                                        || one.standing(now).code().equals(asked.standing()))
                        .toList();
        return new ListPage(found, named, asked, now, rights.mayWrite());
    }

    /** The point of that address; the look is recorded, because its channels are not public. */
    @Transactional
    public ContactPage contact(UUID id) {
        rights.reader();
        ForeignContact contact =
                store.contact(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        List<ForeignContact> versions = store.versions(id);
        List<Check> checks = store.checks(id);
        Set<String> accounts = new HashSet<>();
        versions.forEach(one -> accounts.add(one.changedBy()));
        checks.forEach(one -> accounts.add(one.by()));
        audit.record(
                ContactAct.VIEWED,
                AuditSubject.of("contact", id),
                Map.of("state", contact.facts().state()));
        return new ContactPage(
                contact,
                versions,
                checks,
                names.of(accounts),
                clock.instant(),
                rights.mayWrite(),
                rights.mayTry());
    }

    private static boolean matches(ForeignContact one, String words) {
        if (words.isEmpty()) {
            return true;
        }
        ContactFacts facts = one.facts();
        List<String> texts = new ArrayList<>(List.of(facts.state(), one.code()));
        texts.addAll(List.of(facts.name().az(), facts.name().en()));
        texts.add(country(facts.state(), "az"));
        texts.add(country(facts.state(), "en"));
        facts.channels().forEach(channel -> texts.add(channel.value()));
        facts.keys().forEach(key -> texts.add(key.fingerprint()));
        String haystack = Folding.fold(String.join("\n", texts));
        return Arrays.stream(Folding.fold(words).split("\\s+")).allMatch(haystack::contains);
    }

    /** How a state is called in that language. */
    static String country(String state, String language) {
        return Locale.of("", state).getDisplayCountry(Locale.of(language));
    }

    /** How a language is called in that language. */
    static String languageName(String code, String language) {
        return Locale.of(code).getDisplayLanguage(Locale.of(language));
    }
}
