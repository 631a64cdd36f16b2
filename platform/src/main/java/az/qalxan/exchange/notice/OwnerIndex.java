package az.qalxan.exchange.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whose an address was at a moment. Approved claims go before what a registry says; among each the
 * narrowest block, then the autonomous system. A name's owner is told beside the address's.
 */
final class OwnerIndex {

    private final Side claimed = new Side();
    private final Side registered = new Side();

    OwnerIndex(List<Holding> holdings) {
        holdings.forEach(one -> (one.registry() ? registered : claimed).add(one));
    }

    /** Everybody whose part of the net that was then, each once. */
    List<Holding> of(Where where, Instant moment) {
        List<Holding> found = new ArrayList<>(2);
        address(where, moment).ifPresent(found::add);
        name(where.domain(), moment)
                .filter(one -> found.stream().noneMatch(had -> had.owner().equals(one.owner())))
                .ifPresent(found::add);
        return found;
    }

    private Optional<Holding> address(Where where, Instant moment) {
        return claimed.block(where.ip(), moment)
                .or(() -> claimed.system(where.asn(), moment))
                .or(() -> registered.block(where.ip(), moment))
                .or(() -> registered.system(where.asn(), moment));
    }

    private Optional<Holding> name(String domain, Instant moment) {
        return claimed.name(domain, moment).or(() -> registered.name(domain, moment));
    }

    /** Holdings by what they hold; the narrowest lengths come first. */
    private static final class Side {

        private final TreeMap<Integer, Map<IpAddress, List<Holding>>> blocks =
                new TreeMap<>(java.util.Comparator.reverseOrder());
        private final Map<String, List<Holding>> systems = new HashMap<>();
        private final Map<String, List<Holding>> names = new HashMap<>();

        void add(Holding one) {
            switch (one.kind()) {
                case PREFIX -> {
                    Prefix prefix = Prefix.read(one.value()).orElseThrow();
                    put(
                            blocks.computeIfAbsent(prefix.length(), length -> new HashMap<>()),
                            prefix.first(),
                            one);
                }
                case ASN -> put(systems, one.value(), one);
                case DOMAIN -> put(names, one.value(), one);
            }
        }

        private static <K> void put(Map<K, List<Holding>> map, K key, Holding one) {
            map.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(one);
        }

        Optional<Holding> block(@Nullable IpAddress ip, Instant moment) {
            if (ip == null) {
                return Optional.empty();
            }
            for (var length : blocks.entrySet()) {
                Optional<Holding> held =
                        then(
                                length.getValue().get(Prefix.around(ip, length.getKey()).first()),
                                moment);
                if (held.isPresent()) {
                    return held;
                }
            }
            return Optional.empty();
        }

        Optional<Holding> system(long asn, Instant moment) {
            return asn == 0 ? Optional.empty() : then(systems.get(Long.toString(asn)), moment);
        }

        Optional<Holding> name(String domain, Instant moment) {
            String rest = domain;
            while (!rest.isEmpty()) {
                Optional<Holding> held = then(names.get(rest), moment);
                if (held.isPresent()) {
                    return held;
                }
                int dot = rest.indexOf('.');
                rest = dot < 0 ? "" : rest.substring(dot + 1);
            }
            return Optional.empty();
        }

        private static Optional<Holding> then(@Nullable List<Holding> held, Instant moment) {
            return held == null
                    ? Optional.empty()
                    : held.stream().filter(one -> one.heldAt(moment)).findFirst();
        }
    }
}
