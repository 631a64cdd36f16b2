package az.qalxan.evidence.custody;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Colleagues;
import az.qalxan.access.CompartmentEntry;
import az.qalxan.access.CompartmentId;
import az.qalxan.access.Compartments;
import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationKind;
import az.qalxan.evidence.ExhibitStanding;
import az.qalxan.web.ProblemFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may be asked to take exhibits: a colleague by name, or another body, of which whoever signs
 * takes them. Of a restricted case only people who stand inside.
 */
@Component
class ReceiverChoice {

    private static final String ACCOUNT = "account:";
    private static final String BODY = "body:";

    /** Bodies whose people may come to hold evidence. */
    private static final Set<OrganisationKind> KINDS =
            Set.of(
                    OrganisationKind.COMPETENT_BODY,
                    OrganisationKind.COURT,
                    OrganisationKind.CERT,
                    OrganisationKind.SUPERVISOR,
                    OrganisationKind.EXECUTOR);

    private final Colleagues colleagues;
    private final Directory directory;
    private final Compartments compartments;
    private final Clock clock;

    ReceiverChoice(
            Colleagues colleagues, Directory directory, Compartments compartments, Clock clock) {
        this.colleagues = colleagues;
        this.directory = directory;
        this.compartments = compartments;
        this.clock = clock;
    }

    /** Someone to choose. */
    record Choice(String value, String name) {}

    List<Choice> people(Caller caller, ExhibitStanding standing) {
        @Nullable CompartmentId compartment = standing.compartment();
        @Nullable Set<String> inside = compartment == null ? null : inside(compartment);
        return colleagues.ofCaller().stream()
                .filter(one -> !one.account().equals(caller.account()))
                .filter(one -> inside == null || inside.contains(one.account().toString()))
                .map(one -> new Choice(ACCOUNT + one.account(), one.name()))
                .toList();
    }

    private Set<String> inside(CompartmentId compartment) {
        Instant now = clock.instant();
        return compartments.entries(List.of(compartment)).stream()
                .filter(one -> one.endedAt() == null)
                .filter(one -> one.until() == null || one.until().isAfter(now))
                .map(CompartmentEntry::account)
                .collect(Collectors.toSet());
    }

    /** Other bodies; none for a restricted case. */
    List<Choice> bodies(Caller caller, ExhibitStanding standing) {
        return standing.compartment() != null
                ? List.of()
                : others(caller)
                        .map(one -> new Choice(BODY + one.code().value(), one.acronym()))
                        .sorted(Comparator.comparing(Choice::name))
                        .toList();
    }

    private Stream<Organisation> others(Caller caller) {
        return directory.organisations().stream()
                .filter(one -> one.kinds().stream().anyMatch(KINDS::contains))
                .filter(one -> !one.code().equals(caller.body()));
    }

    /** The receiver of that choice; empty when there is none such. */
    Optional<Side> of(String value, Caller caller, ExhibitStanding standing) {
        if (value.startsWith(BODY)) {
            if (standing.compartment() != null) {
                throw ProblemFound.of(CustodyProblem.RECEIVER_OUTSIDE);
            }
            return others(caller)
                    .filter(one -> value.equals(BODY + one.code().value()))
                    .findFirst()
                    .map(one -> new Side("", "", one.code()));
        }
        return people(caller, standing).stream()
                .filter(one -> one.value().equals(value))
                .findFirst()
                .map(one -> side(one, caller.body()));
    }

    private static Side side(Choice choice, BodyCode body) {
        return new Side(choice.value().substring(ACCOUNT.length()), choice.name(), body);
    }
}
