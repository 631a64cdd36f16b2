package az.qalxan.exchange.notice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an answer of a registry's directory says (RDAP, RFC 9083) about a network, an autonomous
 * system or a domain: what is held, by whom, since when, and where its abuse desk is reached.
 *
 * @param holder the registrant's name, or what the object itself is called
 * @param held what of the net it is; a range of version 4 may be several blocks
 * @param since when it was registered; null when it says not
 * @param mails of the abuse desk, then of the technical one; unverified
 */
record Rdap(
        String holder,
        String country,
        List<Held> held,
        @Nullable Instant since,
        List<String> mails) {

    /** One answer is some kilobytes. */
    static final int BYTES_MAX = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BLOCKS_MAX = 64;
    private static final int DEPTH_MAX = 4;
    private static final int NAME_CHARS_MAX = 200;
    private static final long SYSTEMS_MAX = 1_000;

    /** A part of the net. */
    record Held(ClaimKind kind, String value) {}

    Rdap {
        held = List.copyOf(held);
        mails = List.copyOf(mails);
    }

    /** Empty when it is no such answer, or says nothing that can be held. */
    static Optional<Rdap> read(byte[] content) {
        if (content.length > BYTES_MAX) {
            return Optional.empty();
        }
        try {
            JsonNode tree = JSON.readTree(content);
            List<Held> held = tree.isObject() ? held(tree) : List.of();
            String holder = holder(tree);
            return held.isEmpty() || holder.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Rdap(holder, country(tree), held, since(tree), mails(tree)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static List<Held> held(JsonNode tree) {
        return switch (text(tree, "objectClassName")) {
            case "ip network" -> network(tree);
            case "autnum" -> systems(tree);
            case "domain" ->
                    ClaimKind.DOMAIN
                            .canonical(text(tree, "ldhName"))
                            .map(one -> List.of(new Held(ClaimKind.DOMAIN, one)))
                            .orElse(List.of());
            default -> List.of();
        };
    }

    /** By the blocks of the extension {@code cidr0}, otherwise by the first and last address. */
    private static List<Held> network(JsonNode tree) {
        List<Held> blocks = new ArrayList<>();
        for (JsonNode one : tree.path("cidr0_cidrs")) {
            String prefix = text(one, "v4prefix") + text(one, "v6prefix");
            ClaimKind.PREFIX
                    .canonical(prefix + "/" + one.path("length").asInt(-1))
                    .filter(value -> blocks.size() < BLOCKS_MAX)
                    .ifPresent(value -> blocks.add(new Held(ClaimKind.PREFIX, value)));
        }
        return blocks.isEmpty()
                ? between(text(tree, "startAddress"), text(tree, "endAddress"))
                : blocks;
    }

    private static List<Held> between(String first, String last) {
        Optional<IpAddress> begin = IpAddress.read(first.split("/", 2)[0]);
        Optional<IpAddress> end = IpAddress.read(last.split("/", 2)[0]);
        if (begin.isEmpty() || end.isEmpty() || begin.get().isV4() != end.get().isV4()) {
            return List.of();
        }
        return begin.get().isV4() ? blocks(begin.get(), end.get()) : block(begin.get(), end.get());
    }

    private static List<Held> blocks(IpAddress begin, IpAddress end) {
        List<Held> blocks = new ArrayList<>();
        long at = begin.low() & 0xFFFF_FFFFL;
        long left = (end.low() & 0xFFFF_FFFFL) - at + 1;
        while (left > 0 && blocks.size() < BLOCKS_MAX) {
            long size =
                    Math.min(at == 0 ? 1L << 32 : Long.lowestOneBit(at), Long.highestOneBit(left));
            String value = IpAddress.v4(at) + "/" + (32 - Long.numberOfTrailingZeros(size));
            blocks.add(new Held(ClaimKind.PREFIX, value));
            at += size;
            left -= size;
        }
        return left > 0 ? List.of() : blocks;
    }

    /** The one block of version 6 with that first and last address, if there is one. */
    private static List<Held> block(IpAddress begin, IpAddress end) {
        for (int length = 0; length <= 128; length++) {
            Prefix prefix = Prefix.around(begin, length);
            if (prefix.first().equals(begin) && last(prefix).equals(end)) {
                return List.of(new Held(ClaimKind.PREFIX, prefix.toString()));
            }
        }
        return List.of();
    }

    private static IpAddress last(Prefix prefix) {
        int length = prefix.length();
        long high = length >= 64 ? 0 : -1L >>> length;
        long low = length <= 64 ? -1L : length == 128 ? 0 : -1L >>> (length - 64);
        return new IpAddress(prefix.first().high() | high, prefix.first().low() | low);
    }

    private static List<Held> systems(JsonNode tree) {
        long first = tree.path("startAutnum").asLong(0);
        long last = tree.path("endAutnum").asLong(first);
        List<Held> systems = new ArrayList<>();
        if (last < first || last - first >= SYSTEMS_MAX) {
            return systems;
        }
        for (long one = first; one <= last; one++) {
            ClaimKind.ASN
                    .canonical(Long.toString(one))
                    .ifPresent(value -> systems.add(new Held(ClaimKind.ASN, value)));
        }
        return systems;
    }

    private static String country(JsonNode tree) {
        String code = text(tree, "country").toUpperCase(Locale.ROOT);
        return code.matches("[A-Z]{2}") ? code : "";
    }

    private static @Nullable Instant since(JsonNode tree) {
        for (JsonNode one : tree.path("events")) {
            if (text(one, "eventAction").equals("registration")) {
                try {
                    return OffsetDateTime.parse(text(one, "eventDate")).toInstant();
                } catch (DateTimeException e) {
                    return null;
                }
            }
        }
        return null;
    }

    private static String holder(JsonNode tree) {
        List<String> names = new ArrayList<>();
        entities(tree, "registrant", 0).forEach(one -> names.addAll(card(one, "fn")));
        names.add(text(tree, "name"));
        names.add(text(tree, "ldhName"));
        return names.stream()
                .map(one -> one.replaceAll("\\p{Cntrl}+", " ").strip())
                .filter(one -> one.length() >= 2 && one.length() <= NAME_CHARS_MAX)
                .findFirst()
                .orElse("");
    }

    private static List<String> mails(JsonNode tree) {
        Set<String> mails = new LinkedHashSet<>();
        for (String role : List.of("abuse", "technical")) {
            entities(tree, role, 0).forEach(one -> mails.addAll(card(one, "email")));
        }
        return mails.stream().filter(one -> new Owners.Reach("mail", one).fits()).limit(5).toList();
    }

    /** Entities of that role, also those within others. */
    private static List<JsonNode> entities(JsonNode tree, String role, int depth) {
        List<JsonNode> found = new ArrayList<>();
        if (depth == DEPTH_MAX) {
            return found;
        }
        for (JsonNode one : tree.path("entities")) {
            for (JsonNode is : one.path("roles")) {
                if (is.asString("").equals(role)) {
                    found.add(one);
                }
            }
            found.addAll(entities(one, role, depth + 1));
        }
        return found;
    }

    /** Values of a jCard (RFC 7095): {@code ["vcard", [[name, {…}, type, value], …]]}. */
    private static List<String> card(JsonNode entity, String property) {
        List<String> values = new ArrayList<>();
        for (JsonNode one : entity.path("vcardArray").path(1)) {
            if (one.path(0).asString("").equals(property) && one.path(3).isString()) {
                values.add(one.path(3).asString());
            }
        }
        return values;
    }

    private static String text(JsonNode tree, String name) {
        JsonNode value = tree.path(name);
        return value.isString() ? value.asString() : "";
    }
}
