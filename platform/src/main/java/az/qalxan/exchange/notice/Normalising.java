package az.qalxan.exchange.notice;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says in our words what a line of a feed says in its own: the names that Shadowserver, IntelMQ, n6
 * and X-ARF use are known.
 */
final class Normalising {

    static final Duration AHEAD_MAX = Duration.ofHours(24);
    static final Duration BACK_MAX = Duration.ofDays(400);
    private static final int IDENTIFIER_CHARS_MAX = 200;
    private static final int URL_CHARS_MAX = 2_000;
    private static final long ASN_MAX = 4_294_967_295L;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> TIME =
            List.of(
                    "timestamp",
                    "time.source",
                    "time",
                    "date",
                    "report.date",
                    "observed_at",
                    "event_time",
                    "seen",
                    "time.observation");
    private static final List<String> IP =
            List.of(
                    "ip",
                    "source.ip",
                    "src_ip",
                    "source_ip",
                    "ip_address",
                    "address.ip",
                    "report.sourceip",
                    "source_identifier",
                    "source");
    private static final List<String> ASN =
            List.of("asn", "source.asn", "src_asn", "address.asn", "as");
    private static final List<String> NAME =
            List.of(
                    "domain",
                    "source.fqdn",
                    "fqdn",
                    "hostname",
                    "source.reverse_dns",
                    "report.sourcedomain",
                    "source_identifier",
                    "source");
    private static final List<String> PORT =
            List.of("port", "source.port", "src_port", "source_port", "report.sourceport");
    private static final List<String> URL =
            List.of("url", "source.url", "report.sourceurl", "uri", "http_url");
    private static final List<String> TYPE =
            List.of(
                    "classification.type",
                    "rsit",
                    "type",
                    "category",
                    "report.reporttype",
                    "report.reportclass",
                    "classification.taxonomy");
    private static final List<String> IDENTIFIER =
            List.of(
                    "classification.identifier",
                    "malware.name",
                    "infection",
                    "family",
                    "name",
                    "tag",
                    "report.reporttype");

    private final Taxonomy taxonomy;
    private final String usualType;
    private final Instant now;

    /**
     * For one feed.
     *
     * @param usualType of what its lines tell when they do not say it themselves; may be empty
     * @param now what lies ahead of it is wrong
     */
    Normalising(Taxonomy taxonomy, String usualType, Instant now) {
        this.taxonomy = taxonomy;
        this.usualType = usualType;
        this.now = now;
    }

    /** What a line tells. */
    sealed interface Told {

        record Seen(Occurrence occurrence) implements Told {}

        /** Message key {@code notice.damage.<problem>}. */
        record Unclear(int line, String problem) implements Told {}
    }

    Told of(FeedLines.Line line) {
        return switch (line) {
            case FeedLines.Line.Damaged(int number, String problem) ->
                    new Told.Unclear(number, problem);
            case FeedLines.Line.Read(int number, Map<String, String> fields) ->
                    read(number, fields);
        };
    }

    private Told read(int number, Map<String, String> fields) {
        @Nullable Instant at = time(first(fields, TIME));
        if (at == null) {
            return new Told.Unclear(number, "time");
        }
        if (at.isAfter(now.plus(AHEAD_MAX)) || at.isBefore(now.minus(BACK_MAX))) {
            return new Told.Unclear(number, "time-far");
        }
        Where where = where(fields);
        if (where.ip() == null && where.domain().isEmpty()) {
            return new Told.Unclear(number, "nowhere");
        }
        Optional<String> type = type(fields);
        if (type.isEmpty()) {
            return new Told.Unclear(number, "type");
        }
        String identifier = identifier(fields, type.get());
        return new Told.Seen(
                new Occurrence(
                        number,
                        at,
                        where,
                        type.get(),
                        identifier,
                        JSON.writeValueAsString(fields)));
    }

    private static Where where(Map<String, String> fields) {
        String url = first(fields, URL);
        String bounded = url.length() > URL_CHARS_MAX || !plain(url) ? "" : url;
        @Nullable IpAddress ip =
                present(fields, IP)
                        .flatMap(text -> IpAddress.read(text).stream())
                        .findFirst()
                        .orElse(null);
        String name =
                present(fields, NAME)
                        .flatMap(text -> ClaimKind.domain(text.toLowerCase(Locale.ROOT)).stream())
                        .findFirst()
                        .or(() -> host(bounded))
                        .orElse("");
        return new Where(
                ip, number(first(fields, ASN), ASN_MAX), name, port(fields), withoutQuery(bounded));
    }

    private static int port(Map<String, String> fields) {
        return (int) number(first(fields, PORT), 65_535);
    }

    private static Optional<String> host(String url) {
        int begin = url.indexOf("://");
        if (begin < 0) {
            return Optional.empty();
        }
        String rest = url.substring(begin + 3);
        String authority = rest.split("[/?#]", 2)[0];
        String host = authority.substring(authority.lastIndexOf('@') + 1).split(":", 2)[0];
        return ClaimKind.domain(host.toLowerCase(Locale.ROOT));
    }

    /** What follows a question mark often is a session or a victim's name. */
    private static String withoutQuery(String url) {
        return url.split("[?#]", 2)[0];
    }

    private static boolean plain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private Optional<String> type(Map<String, String> fields) {
        return present(fields, TYPE)
                .flatMap(said -> taxonomy.type(said).stream())
                .findFirst()
                .or(() -> taxonomy.type(usualType));
    }

    private static String identifier(Map<String, String> fields, String type) {
        return present(fields, IDENTIFIER)
                .map(said -> said.replaceAll("\\p{Cntrl}+", " ").strip())
                .map(said -> said.toLowerCase(Locale.ROOT))
                .filter(said -> !said.isEmpty() && !said.equals(type))
                .map(said -> said.substring(0, Math.min(said.length(), IDENTIFIER_CHARS_MAX)))
                .findFirst()
                .orElse("");
    }

    private static java.util.stream.Stream<String> present(
            Map<String, String> fields, List<String> names) {
        return names.stream().map(fields::get).filter(java.util.Objects::nonNull);
    }

    private static String first(Map<String, String> fields, List<String> names) {
        return present(fields, names).findFirst().orElse("");
    }

    /** 0 for what is none within the bound. */
    private static long number(String text, long most) {
        String digits = text.regionMatches(true, 0, "as", 0, 2) ? text.substring(2) : text;
        if (digits.isEmpty()
                || digits.length() > 10
                || !digits.chars().allMatch(Character::isDigit)) {
            return 0;
        }
        long value = Long.parseLong(digits);
        return value <= most ? value : 0;
    }

    /** ISO 8601, Shadowserver's form without zone (UTC), or seconds since 1970. */
    static @Nullable Instant time(String text) {
        String bare = text.strip();
        try {
            if (bare.matches("\\d{9,10}")) {
                return Instant.ofEpochSecond(Long.parseLong(bare));
            }
            if (bare.length() >= 16 && bare.length() <= 35) {
                return spelled(bare);
            }
            return bare.matches("\\d{4}-\\d{2}-\\d{2}") ? spelled(bare + "T00:00:00") : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant spelled(String bare) {
        StringBuilder iso = new StringBuilder(bare);
        if (iso.charAt(10) == ' ') {
            iso.setCharAt(10, 'T');
        }
        String text = iso.toString().replace(" ", "").replace("UTC", "Z");
        boolean zoned = text.endsWith("Z") || text.substring(11).matches(".*[+-].*");
        if (!zoned) {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        }
        String colon =
                text.matches(".*[+-]\\d{4}")
                        ? text.substring(0, text.length() - 2)
                                + ":"
                                + text.substring(text.length() - 2)
                        : text;
        return OffsetDateTime.parse(colon, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant();
    }
}
