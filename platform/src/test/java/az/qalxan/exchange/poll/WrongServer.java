package az.qalxan.exchange.poll;

import az.qalxan.exchange.StixMoment;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A TAXII 2.1 server that is wrong in ways in which real ones are. */
final class WrongServer implements PollRound.Asking {

    /** How it is wrong. */
    enum Way {
        /** Gives no next, as the standard lets it. */
        NO_NEXT,
        /** Gives next, and the same page again when it is used. */
        IGNORES_NEXT,
        /** Says that there is no more although there is. */
        MORE_IS_FALSE,
        /** Says nothing of moments. */
        NO_MOMENTS,
        /** Gives the newest first. */
        NEWEST_FIRST,
        /** Knows no match[version]. */
        REFUSES_VERSION,
        /** Forgets the first token. */
        FORGETS_NEXT,
        /** Gives what was added at the moment too. */
        INCLUSIVE,
        /** Writes moments with an offset. */
        OFFSETS,
        /** Writes moments as scripts do, to the second. */
        SCRIPT_DATES,
        /** Sends a bundle. */
        BUNDLES,
        /** Gives three at most. */
        SMALL_PAGES,
        /** Writes null where there is no next. */
        NULLS
    }

    private record Entry(Instant added, String text) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Set<Way> ways;
    private boolean forgot;
    int asked;

    WrongServer(Set<Way> ways) {
        this.ways = ways.isEmpty() ? EnumSet.noneOf(Way.class) : EnumSet.copyOf(ways);
    }

    void add(Instant added, String text) {
        entries.add(new Entry(added, text));
    }

    private boolean is(Way way) {
        return ways.contains(way);
    }

    @Override
    public RemoteAnswer get(URI address) {
        asked++;
        Map<String, String> query = query(address);
        if (is(Way.REFUSES_VERSION) && query.containsKey("match[version]")) {
            return answer(400, "{\"title\":\"no\"}", List.of());
        }
        if (is(Way.FORGETS_NEXT) && query.containsKey("next") && !forgot) {
            forgot = true;
            return answer(404, "{\"title\":\"no such token\"}", List.of());
        }
        int limit = Integer.parseInt(query.get("limit"));
        int most = is(Way.SMALL_PAGES) ? Math.min(3, limit) : limit;
        List<Entry> found = found(query.getOrDefault("added_after", ""));
        int skip = is(Way.IGNORES_NEXT) ? 0 : Integer.parseInt(query.getOrDefault("next", "0"));
        List<Entry> rest = found.subList(Math.min(skip, found.size()), found.size());
        List<Entry> page = rest.subList(0, Math.min(most, rest.size()));
        boolean more = rest.size() > page.size();
        return answer(200, text(page, more, skip + page.size()), page);
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> query = new HashMap<>();
        for (String one : address.getRawQuery().split("&", -1)) {
            String[] both = one.split("=", 2);
            query.put(
                    URLDecoder.decode(both[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private List<Entry> found(String after) {
        Instant from = after.isEmpty() ? Instant.EPOCH : StixMoment.instant(after).orElseThrow();
        Comparator<Entry> order = Comparator.comparing(Entry::added);
        return entries.stream()
                .filter(one ->
                        one.added().isAfter(from)
                                || (is(Way.INCLUSIVE) && one.added().equals(from)))
                .sorted(is(Way.NEWEST_FIRST) ? order.reversed() : order)
                .toList();
    }

    private String text(List<Entry> page, boolean more, int next) {
        if (page.isEmpty()) {
            return "{}";
        }
        String first = is(Way.BUNDLES) ? "\"type\":\"bundle\",\"id\":\"bundle--x\"," : "";
        boolean told = more && !is(Way.MORE_IS_FALSE);
        String token = told && !is(Way.NO_NEXT) ? "\"next\":\"" + next + "\"," : "";
        String none = is(Way.NULLS) && token.isEmpty() ? "\"next\":null," : token;
        return "{"
                + first
                + "\"more\":"
                + told
                + ","
                + none
                + "\"objects\":["
                + page.stream().map(Entry::text).collect(Collectors.joining(", "))
                + "]}";
    }

    private RemoteAnswer answer(int status, String text, List<Entry> page) {
        boolean dates = !page.isEmpty() && !is(Way.NO_MOMENTS);
        return new RemoteAnswer(
                status,
                text.getBytes(StandardCharsets.UTF_8),
                true,
                dates ? moment(page.getFirst()) : "",
                dates ? moment(page.getLast()) : "",
                "Sat, 28 Nov 2026 04:00:00 GMT",
                "");
    }

    private String moment(Entry entry) {
        if (is(Way.OFFSETS)) {
            return StixMoment.text(entry.added()).replace("Z", "+00:00");
        }
        if (is(Way.SCRIPT_DATES)) {
            return java.time.format.DateTimeFormatter.ofPattern(
                            "EEE MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'",
                            java.util.Locale.ROOT)
                    .format(entry.added().atOffset(java.time.ZoneOffset.UTC));
        }
        return StixMoment.text(entry.added());
    }
}
