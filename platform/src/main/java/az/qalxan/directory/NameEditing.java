package az.qalxan.directory;

import az.qalxan.access.BodyCode;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.Words;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says from which day on an organisation is called otherwise, or is no more. */
@Component
class NameEditing {

    private static final int ACRONYM_MAX = 40;
    private static final int NAME_MIN = 2;
    private static final int NAME_MAX = 300;

    private final NameStore names;
    private final DirectoryStore organisations;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NameEditing(
            NameStore names,
            DirectoryStore organisations,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.names = names;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void rename(Organisation organisation, LocalDate since, String acronym, Words name) {
        List<Violation> wrong = new ArrayList<>();
        length(wrong, "acronym", acronym, 1, ACRONYM_MAX);
        length(wrong, "nameAz", name.az(), NAME_MIN, NAME_MAX);
        length(wrong, "nameEn", name.en(), NAME_MIN, NAME_MAX);
        refuse(wrong);
        String code = organisation.code().value();
        DatedName one = new DatedName(UUID.randomUUID(), code, since, acronym, name);
        if (!names.insert(one, clock.instant())) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(Violation.at("since", "directory.wrong.name-day", since)));
        }
        told(
                DirectoryAct.RENAMED,
                organisation.code(),
                Map.of("since", since.toString(), "acronym", acronym));
    }

    @Transactional
    public void withdrawName(Organisation organisation, UUID id) {
        if (!names.withdrawName(id, organisation.code().value(), clock.instant())) {
            throw ProblemFound.of(DirectoryProblem.ENTRY_ENDED);
        }
        told(DirectoryAct.NAME_WITHDRAWN, organisation.code(), Map.of("name", id.toString()));
    }

    @Transactional
    public void dissolve(Organisation organisation, LocalDate since, @Nullable BodyCode successor) {
        List<Violation> wrong = new ArrayList<>();
        if (successor != null
                && (successor.equals(organisation.code())
                        || organisations.organisation(successor).isEmpty())) {
            wrong.add(Violation.at("successor", "directory.wrong.successor", successor));
        }
        refuse(wrong);
        Dissolution end = new Dissolution(UUID.randomUUID(), organisation.code(), since, successor);
        if (!names.insert(end, clock.instant())) {
            throw ProblemFound.of(DirectoryProblem.ENTRY_ENDED);
        }
        told(DirectoryAct.DISSOLVED, organisation.code(), Map.of("since", since.toString()));
    }

    @Transactional
    public void withdrawEnd(Organisation organisation) {
        if (!names.withdrawEnd(organisation.code().value(), clock.instant())) {
            throw ProblemFound.of(DirectoryProblem.ENTRY_ENDED);
        }
        told(DirectoryAct.DISSOLUTION_WITHDRAWN, organisation.code(), Map.of());
    }

    private void told(DirectoryAct act, BodyCode organisation, Map<String, String> how) {
        audit.record(act, AuditSubject.of("organisation", organisation), how);
        events.publishEvent(new OrganisationNamed(organisation));
    }

    private static void length(
            List<Violation> wrong, String field, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            wrong.add(Violation.at(field, "directory.wrong.name", text.length(), least, most));
        }
    }

    private static void refuse(List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
    }
}
