package az.qalxan.operators;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.directory.Directory;
import az.qalxan.directory.NewOrganisations;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationKind;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of operators and of who answers for them. */
@Component
public class Register {

    private static final int REVIEW_DAYS = 180;

    private final ProviderStore store;
    private final Directory directory;
    private final NewOrganisations organisations;
    private final OperatorsPack pack;
    private final AuditLog audit;
    private final Clock clock;

    Register(
            ProviderStore store,
            Directory directory,
            NewOrganisations organisations,
            OperatorsPack pack,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.directory = directory;
        this.organisations = organisations;
        this.pack = pack;
        this.audit = audit;
        this.clock = clock;
    }

    /** When an entry that is checked today should be checked again. */
    LocalDate nextReview() {
        return today().plusDays(REVIEW_DAYS);
    }

    LocalDate today() {
        return clock.instant().atZone(pack.zone()).toLocalDate();
    }

    /** Organisations that could be entered: operators and banks of the directory not yet there. */
    List<Organisation> candidates() {
        Set<String> entered = store.all().stream().map(Provider::code).collect(Collectors.toSet());
        return directory.organisations().stream()
                .filter(one -> one.kinds().contains(OrganisationKind.OPERATOR))
                .filter(one -> !entered.contains(one.code().value()))
                .toList();
    }

    /** The organisations' names by code. */
    Map<String, Organisation> names() {
        return directory.organisations().stream()
                .collect(Collectors.toMap(one -> one.code().value(), one -> one));
    }

    /** Makes an organisation known that no pack names, and enters it as an operator. */
    @Transactional
    public void introduce(Organisation organisation, List<String> services) {
        organisations.introduce(organisation);
        String code = organisation.code().value();
        if (store.find(code).isEmpty()) {
            Provider one = new Provider(code, services, pack.country(), code, "", nextReview(), 0);
            store.insert(one, "", clock.instant());
            audit.record(OperatorsAct.PROVIDER_ENTERED, AuditSubject.of("operator", code));
        }
    }

    @Transactional
    void enter(Provider one, Caller caller) {
        boolean known =
                directory
                        .organisation(new BodyCode(one.code()))
                        .filter(body -> body.kinds().contains(OrganisationKind.OPERATOR))
                        .isPresent();
        if (!known) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        try {
            if (!store.insert(one, caller.name(), clock.instant())) {
                throw ProblemFound.of(OperatorsProblem.PROVIDER_KNOWN);
            }
        } catch (DuplicateKeyException e) {
            throw ProblemFound.of(OperatorsProblem.PROVIDER_KNOWN);
        }
        audit.record(OperatorsAct.PROVIDER_ENTERED, AuditSubject.of("operator", one.code()));
    }

    @Transactional
    void change(Provider one) {
        try {
            if (!store.change(one)) {
                throw ProblemFound.of(OperatorsProblem.ORDER_CHANGED);
            }
        } catch (DuplicateKeyException e) {
            throw ProblemFound.of(OperatorsProblem.PROVIDER_KNOWN);
        }
        audit.record(OperatorsAct.PROVIDER_CHANGED, AuditSubject.of("operator", one.code()));
    }

    @Transactional
    void end(String code) {
        if (!store.end(require(code).code(), clock.instant())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(OperatorsAct.PROVIDER_ENDED, AuditSubject.of("operator", code));
    }

    @Transactional(readOnly = true)
    Provider require(String code) {
        return store.find(code).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    @Transactional
    void enter(Provider.Contact contact) {
        require(contact.provider());
        store.insert(contact, clock.instant());
        audit.record(
                OperatorsAct.CONTACT_ENTERED,
                AuditSubject.of("operator", contact.provider()),
                Map.of("contact", contact.id().toString()));
    }

    @Transactional
    void verify(String provider, UUID contact, Caller caller) {
        known(provider, contact);
        store.verify(contact, caller.name(), clock.instant(), nextReview());
        audit.record(
                OperatorsAct.CONTACT_VERIFIED,
                AuditSubject.of("operator", provider),
                Map.of("contact", contact.toString()));
    }

    @Transactional
    void endContact(String provider, UUID contact) {
        known(provider, contact);
        store.endContact(contact, clock.instant());
        audit.record(
                OperatorsAct.CONTACT_ENDED,
                AuditSubject.of("operator", provider),
                Map.of("contact", contact.toString()));
    }

    private void known(String provider, UUID contact) {
        if (store.contacts(provider).stream().noneMatch(one -> one.id().equals(contact))) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
    }
}
