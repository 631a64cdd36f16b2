package az.qalxan.exchange.notice;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads files of registries into the register. What they say holds until an approved claim says
 * otherwise; a file that was cut off changes nothing, for what it does not name ends.
 */
@Component
class RegistryDesk {

    /** So many may end with one file without anybody having said that it is meant. */
    private static final int ENDING_MAX = 20;

    private final OwnerStore store;
    private final RegistryStore claims;
    private final AuditLog audit;
    private final Clock clock;

    RegistryDesk(OwnerStore store, RegistryStore claims, AuditLog audit, Clock clock) {
        this.store = store;
        this.claims = claims;
        this.audit = audit;
        this.clock = clock;
    }

    /** What reading a registry's file did. */
    record Done(int holders, int held, int changed, int unclear) {}

    /**
     * Reads a registry's file of that country; what it does not name any more ends.
     *
     * @param shrinks whether it is meant that more than half of what was held ends
     */
    @Transactional
    public Done read(Caller caller, List<String> lines, String country, boolean shrinks) {
        RegistryFile.Read file = RegistryFile.read(lines, country);
        if (!file.whole()) {
            throw wrong("notice.wrong.registry-cut", file.announced(), file.counted());
        }
        if (file.held().isEmpty()) {
            throw wrong("notice.wrong.registry");
        }
        Instant now = clock.instant();
        Map<String, String> countries = new LinkedHashMap<>();
        file.held().forEach(one -> countries.put(one.holder(), one.country()));
        Map<String, UUID> ids = store.ofRegistry(countries, caller.name(), now);
        List<UUID> owners = new ArrayList<>();
        file.held().forEach(one -> owners.add(Objects.requireNonNull(ids.get(one.holder()))));
        RegistryStore.Change change = claims.registered(file.held(), owners, now);
        if (!shrinks && change.ended() > ENDING_MAX && 2 * change.ended() > change.before()) {
            throw wrong("notice.wrong.registry-shrinks", change.ended(), change.before());
        }
        int changed = change.ended() + change.begun();
        audit.record(
                NoticeAct.REGISTRY_READ,
                AuditSubject.of("registry", country.isEmpty() ? "every" : country),
                Map.of("held", "" + file.held().size(), "changed", "" + changed));
        return new Done(countries.size(), file.held().size(), changed, file.unclear());
    }

    private static ProblemFound wrong(String key, Object... arguments) {
        return ProblemFound.with(
                WebProblem.INVALID_INPUT, List.of(Violation.at("file", key, arguments)));
    }
}
