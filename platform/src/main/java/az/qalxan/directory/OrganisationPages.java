package az.qalxan.directory;

import az.qalxan.access.AccountNames;
import az.qalxan.access.BodyCode;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the caller may see of an organisation, and records that people were shown. */
@Component
class OrganisationPages {

    private final DirectoryStore organisations;
    private final PostStore posts;
    private final ChannelStore channels;
    private final AccountNames names;
    private final DirectoryRights rights;
    private final AuditLog audit;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    OrganisationPages(
            DirectoryStore organisations,
            PostStore posts,
            ChannelStore channels,
            AccountNames names,
            DirectoryRights rights,
            AuditLog audit,
            Jurisdiction jurisdiction,
            Clock clock) {
        this.organisations = organisations;
        this.posts = posts;
        this.channels = channels;
        this.names = names;
        this.rights = rights;
        this.audit = audit;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** The organisation of an address; what is none leads nowhere. */
    @Transactional(readOnly = true)
    public Organisation known(String code) {
        return find(code);
    }

    @Transactional
    public OrganisationPage of(String code) {
        Organisation organisation = find(code);
        boolean trusted = rights.mayRead();
        List<Person> people = trusted ? posts.people(code) : List.of();
        if (!people.isEmpty()) {
            audit.record(
                    DirectoryAct.PEOPLE_VIEWED,
                    AuditSubject.of("organisation", code),
                    Map.of("people", String.valueOf(people.size())));
        }
        List<Channel> reached = channels.channels(code);
        return new OrganisationPage(
                organisation,
                posts.posts(code),
                people,
                reached,
                trusted ? checkers(reached) : Map.of(),
                trusted,
                rights.mayUpdate(organisation.code()),
                LocalDate.ofInstant(clock.instant(), jurisdiction.zone()),
                organisations.names());
    }

    private Map<String, String> checkers(List<Channel> channels) {
        return names.of(
                channels.stream()
                        .map(Channel::checkedBy)
                        .filter(account -> !account.isEmpty())
                        .collect(Collectors.toSet()));
    }

    private Organisation find(String code) {
        try {
            return organisations
                    .organisation(new BodyCode(code))
                    .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
    }
}
