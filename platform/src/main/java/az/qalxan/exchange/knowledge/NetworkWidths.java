package az.qalxan.exchange.knowledge;

import az.qalxan.engines.detection.Address;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** How many bits count in the networks of which there are any. */
record NetworkWidths(Set<Integer> four, Set<Integer> six) {

    static final NetworkWidths NONE = new NetworkWidths(Set.of(), Set.of());

    NetworkWidths {
        four = Set.copyOf(four);
        six = Set.copyOf(six);
    }

    /** The networks around an address or a network in its one form, without itself. */
    List<KnownValue> around(String text) {
        Address address = new Address();
        int slash = text.indexOf('/');
        byte[] written = text.getBytes(StandardCharsets.US_ASCII);
        if (!address.read(written, 0, slash < 0 ? written.length : slash)) {
            return List.of();
        }
        int whole = address.isSix() ? 128 : 32;
        int own = slash < 0 ? whole : bits(text);
        return (address.isSix() ? six : four)
                .stream()
                        .filter(bits -> bits < own)
                        .sorted()
                        .map(bits -> new KnownValue(ValueKind.IP, address.shown(bits)))
                        .toList();
    }

    /** The width of a network; -1 for what is an address alone. */
    static int bits(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? -1 : Integer.parseInt(text.substring(slash + 1));
    }
}
