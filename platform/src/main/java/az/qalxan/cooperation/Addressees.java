package az.qalxan.cooperation;

import az.qalxan.access.Account;
import az.qalxan.access.Accounts;
import az.qalxan.access.BodyCode;
import az.qalxan.access.CompartmentEntry;
import az.qalxan.access.CompartmentId;
import az.qalxan.access.Compartments;
import az.qalxan.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The people behind a step of a ladder: whoever is on duty, or whoever has the role. Of a request
 * that only named people see, nobody else is told.
 */
@Component
class Addressees {

    private static final int PEOPLE_MAX = 50;

    private final OnDuty roster;
    private final Accounts accounts;
    private final Compartments compartments;

    Addressees(OnDuty roster, Accounts accounts, Compartments compartments) {
        this.roster = roster;
        this.accounts = accounts;
        this.compartments = compartments;
    }

    /** Whom that step tells now; empty when there is nobody. */
    List<OnDuty.Person> of(Sight sight, String to, Instant now) {
        List<OnDuty.Person> people =
                switch (to) {
                    case "officer", "head" -> roster.at(sight.body(), to, now);
                    default -> having(sight.body(), Role.of(to));
                };
        @Nullable UUID compartment = sight.compartment();
        return compartment == null ? people : inside(new CompartmentId(compartment), people, now);
    }

    /** Whoever could act at all: the duty officers of the body, on duty or not. */
    List<OnDuty.Person> lastResort(Sight sight) {
        return sight.compartment() == null ? having(sight.body(), Role.DUTY_OFFICER) : List.of();
    }

    /** Those of them who are inside; when none is, everybody who is. */
    private List<OnDuty.Person> inside(
            CompartmentId compartment, List<OnDuty.Person> people, Instant now) {
        List<CompartmentEntry> entries =
                compartments.entries(List.of(compartment)).stream()
                        .filter(entry -> entry.open(now))
                        .toList();
        Set<String> named =
                entries.stream().map(CompartmentEntry::account).collect(Collectors.toSet());
        List<OnDuty.Person> both =
                people.stream().filter(one -> named.contains(one.account())).toList();
        return both.isEmpty()
                ? entries.stream()
                        .map(entry -> person(entry.account(), entry.name()))
                        .distinct()
                        .limit(PEOPLE_MAX)
                        .toList()
                : both;
    }

    private List<OnDuty.Person> having(BodyCode body, Role role) {
        return accounts.of(body).stream()
                .filter(Account::active)
                .filter(one -> one.roles().contains(role))
                .limit(PEOPLE_MAX)
                .map(one -> person(one.id().toString(), one.displayName()))
                .toList();
    }

    private OnDuty.Person person(String account, String name) {
        return new OnDuty.Person(account, name, roster.address(account), "");
    }
}
