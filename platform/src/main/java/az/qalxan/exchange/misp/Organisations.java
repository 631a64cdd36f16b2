package az.qalxan.exchange.misp;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.web.Language;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which body of ours stands behind an organisation of MISP. */
@Component
class Organisations {

    private final GroupStore store;
    private final BodyNames names;
    private final Map<String, UUID> usual = new ConcurrentHashMap<>();

    Organisations(GroupStore store, BodyNames names) {
        this.store = store;
        this.names = names;
    }

    /** As which organisation a body appears when it says no other. */
    MispEvent.Organisation of(String body) {
        String name = names.acronym(new BodyCode(body), Language.EN);
        return new MispEvent.Organisation(uuid(body), name);
    }

    private UUID uuid(String body) {
        return usual.computeIfAbsent(body, store::organisation);
    }

    /** Who alone may speak as the organisation; empty when it is nobody's here. */
    Optional<String> speaker(UUID organisation) {
        return store.body(organisation)
                .or(() ->
                        names.all().stream()
                                .map(BodyCode::value)
                                .filter(body -> uuid(body).equals(organisation))
                                .findFirst());
    }

    /**
     * Whether the sender would pose as somebody else: a body speaks for itself only; a server of
     * others may relay for all but those who confirmed here that they speak themselves, and us.
     */
    boolean poses(Sender sender, UUID organisation) {
        Optional<String> confirmed = store.body(organisation);
        if (confirmed.isPresent()) {
            return !confirmed.get().equals(sender.code());
        }
        boolean relays = !sender.code().equals(sender.body());
        return relays
                ? uuid(sender.body()).equals(organisation)
                : speaker(organisation).filter(body -> !body.equals(sender.body())).isPresent();
    }
}
