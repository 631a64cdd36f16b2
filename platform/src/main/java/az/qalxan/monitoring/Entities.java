package az.qalxan.monitoring;

import az.qalxan.engines.detection.EventValue;
import az.qalxan.engines.detection.LogEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whom and what an event speaks of, by the fields in which the usual logs name it. */
final class Entities {

    /** More of one event are not kept. */
    static final int ENTITIES_MAX = 32;

    private static final int CHARS_MAX = 200;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Set<String> NOBODY =
            Set.of("", "-", "n/a", "(null)", "localhost", "127.0.0.1", "::1", "0.0.0.0");

    private static final Map<String, List<String>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put(
                "host",
                List.of("Computer", "ComputerName", "Hostname", "host.name", "host", "HostName"));
        FIELDS.put(
                "user",
                List.of(
                        "User",
                        "TargetUserName",
                        "SubjectUserName",
                        "AccountName",
                        "user.name",
                        "userIdentity.userName",
                        "cs-username"));
        FIELDS.put(
                "ip",
                List.of(
                        "SourceIp",
                        "DestinationIp",
                        "IpAddress",
                        "SourceAddress",
                        "DestAddress",
                        "src_ip",
                        "dst_ip",
                        "dest_ip",
                        "id.orig_h",
                        "id.resp_h",
                        "c-ip",
                        "source.ip",
                        "destination.ip",
                        "sourceIPAddress"));
        FIELDS.put(
                "domain",
                List.of(
                        "QueryName",
                        "DestinationHostname",
                        "dns.question.name",
                        "query",
                        "cs-host"));
        FIELDS.put("hash", List.of("Hashes", "md5", "sha1", "sha256", "hash", "file.hash.sha256"));
    }

    private Entities() {}

    static List<Entity> of(LogEvent event) {
        Set<Entity> found = new LinkedHashSet<>();
        FIELDS.forEach((kind, fields) -> fields.forEach(field -> add(found, kind, field, event)));
        return found.stream().limit(ENTITIES_MAX).toList();
    }

    private static void add(Set<Entity> found, String kind, String field, LogEvent event) {
        for (EventValue value : event.values(field)) {
            if (kind.equals("hash")) {
                hashes(found, value.shown());
            } else {
                String bare = bare(kind, value.shown());
                if (!NOBODY.contains(bare) && bare.length() <= CHARS_MAX) {
                    found.add(new Entity(kind, bare));
                }
            }
        }
    }

    /** A digest may stand alone or as {@code SHA256=…,MD5=…}. */
    private static void hashes(Set<Entity> found, String text) {
        for (String part : text.toLowerCase(Locale.ROOT).split("[,;\\s]", 16)) {
            String digest = part.substring(part.indexOf('=') + 1);
            if (HASH.matcher(digest).matches()) {
                found.add(new Entity("hash", digest));
            }
        }
    }

    private static String bare(String kind, String text) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        if (kind.equals("ip") && small.startsWith("::ffff:")) {
            return small.substring(7);
        }
        return small.replace("\0", "");
    }

    /** How an entity is written in the index of events. */
    static String key(Entity entity) {
        return entity.kind() + ":" + entity.value();
    }

    /** The keys under which a word may stand. */
    static String[] keys(String word) {
        String small = word.strip().toLowerCase(Locale.ROOT);
        return FIELDS.keySet().stream().map(kind -> kind + ":" + small).toArray(String[]::new);
    }
}
