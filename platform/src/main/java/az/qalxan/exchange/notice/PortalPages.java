package az.qalxan.exchange.notice;

import az.qalxan.access.Caller;
import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import az.qalxan.web.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what the owner's page shows beside networks and contacts. */
@Component
class PortalPages {

    private final OwnerRuleStore rules;
    private final DelegationStore delegations;
    private final Directory directory;
    private final NoticePack pack;

    PortalPages(
            OwnerRuleStore rules,
            DelegationStore delegations,
            Directory directory,
            NoticePack pack) {
        this.rules = rules;
        this.delegations = delegations;
        this.directory = directory;
        this.pack = pack;
    }

    /**
     * The owner's own side.
     *
     * @param own whether the caller speaks for the owner; whoever handles a part does not
     */
    record Portal(
            boolean own,
            OwnerRule rule,
            List<Delegation> delegations,
            List<Organisation> bodies,
            Map<String, String> acronyms,
            Taxonomy taxonomy) {

        Portal {
            delegations = List.copyOf(delegations);
            bodies = List.copyOf(bodies);
            acronyms = Map.copyOf(acronyms);
        }

        String body(Delegation one) {
            return acronyms.getOrDefault(one.toBody(), one.toBody());
        }

        /** The value of what is handled, without its kind; empty for everything. */
        static String value(Delegation one) {
            return one.held().substring(one.held().indexOf(' ') + 1);
        }

        String type(Taxonomy.Type type, Text text) {
            return type.name().in(text.language().code());
        }

        boolean quietAt(String end, int hour) {
            OwnerRule.Quiet quiet = rule.quiet();
            return quiet != null && (end.equals("from") ? quiet.from() : quiet.until()) == hour;
        }

        long running(Instant now) {
            return delegations.stream().filter(one -> one.holds(now)).count();
        }
    }

    Portal of(Caller caller, Owner owner) {
        List<Organisation> bodies = directory.organisations();
        UUID id = owner.id();
        boolean own = PortalDesk.speaksFor(caller, owner);
        return new Portal(
                own,
                own ? rules.of(id) : OwnerRule.USUAL,
                delegations.of(id),
                own ? bodies : List.of(),
                bodies.stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.code().value(),
                                        Organisation::acronym,
                                        (one, same) -> one)),
                pack.taxonomy());
    }
}
