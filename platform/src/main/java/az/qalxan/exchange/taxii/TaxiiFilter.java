package az.qalxan.exchange.taxii;

import az.qalxan.exchange.ObjectQuery;
import az.qalxan.exchange.StixMoment;
import az.qalxan.exchange.Versions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The filters of a request (TAXII 2.1, section 3.4), each of which may stand there once. */
final class TaxiiFilter {

    /** Objects of one answer, whatever the client asks for. */
    static final int PAGE_MAX = 1_000;

    private static final int VALUES_MAX = 1_000;
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,18}");
    private static final Pattern ID =
            Pattern.compile(
                    "[a-z0-9][a-z0-9-]{0,250}--[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,249}");
    private static final Pattern SPEC = Pattern.compile("[0-9]{1,3}\\.[0-9]{1,3}");
    private static final Pattern NEXT = Pattern.compile("[0-9a-z]{1,12}");
    private static final int NEXT_RADIX = 36;
    private static final String MATCH = "match[";

    /** The fields that can be asked for of many objects, and of one. */
    static final Set<String> OF_MANY = Set.of("id", "type", "version", "spec_version");

    static final Set<String> OF_ONE = Set.of("version", "spec_version");

    static final Set<String> OF_VERSIONS = Set.of("spec_version");

    private final HttpServletRequest request;

    private TaxiiFilter(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * What the request asks for.
     *
     * @param fields the fields that may be matched
     * @throws TaxiiFault 400 where anything is malformed
     */
    static ObjectQuery of(HttpServletRequest request, Set<String> fields) {
        TaxiiFilter filter = new TaxiiFilter(request);
        filter.requireKnown(fields);
        return new ObjectQuery(
                filter.after(),
                filter.most(),
                filter.values("id", ID),
                filter.values("type", TYPE),
                filter.versions(Versions.LAST),
                filter.specVersions());
    }

    /** The same of one object only. */
    static ObjectQuery of(HttpServletRequest request, Set<String> fields, String object) {
        ObjectQuery asked = of(request, fields);
        boolean history = fields.equals(OF_VERSIONS);
        return new ObjectQuery(
                asked.after(),
                asked.most(),
                Set.of(object),
                Set.of(),
                history ? Versions.ALL : asked.versions(),
                asked.specVersions());
    }

    /** Which versions are to be removed: all, unless the request says otherwise. */
    static Versions toRemove(HttpServletRequest request) {
        TaxiiFilter filter = new TaxiiFilter(request);
        filter.requireKnown(OF_ONE);
        filter.specVersions();
        return filter.versions(Versions.ALL);
    }

    /** Where the next page begins; opaque to clients. */
    static String next(Instant last) {
        long micros = last.getEpochSecond() * 1_000_000 + last.getNano() / 1_000;
        return Long.toString(micros, NEXT_RADIX);
    }

    private void requireKnown(Set<String> fields) {
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (name.startsWith(MATCH)) {
                        String field = name.substring(MATCH.length());
                        if (!field.endsWith("]")
                                || !fields.contains(field.substring(0, field.length() - 1))) {
                            throw TaxiiFault.malformed(
                                    name + " cannot be matched on this resource");
                        }
                    }
                });
    }

    private @Nullable String once(String name) {
        String @Nullable [] values = request.getParameterValues(name);
        if (values == null) {
            return null;
        }
        if (values.length != 1) {
            throw TaxiiFault.malformed(name + " stands there more than once");
        }
        return values[0];
    }

    private @Nullable Instant after() {
        @Nullable String text = once("added_after");
        @Nullable Instant after = text == null ? null : moment(text);
        @Nullable String next = once("next");
        if (next == null) {
            return after;
        }
        if (!NEXT.matcher(next).matches()) {
            throw TaxiiFault.malformed("next is none that this server gave");
        }
        long micros = Long.parseLong(next, NEXT_RADIX);
        Instant from =
                Instant.ofEpochSecond(
                        Math.floorDiv(micros, 1_000_000L),
                        Math.floorMod(micros, 1_000_000L) * 1_000);
        return after != null && after.isAfter(from) ? after : from;
    }

    private static Instant moment(String text) {
        return StixMoment.instant(text)
                .orElseThrow(() -> TaxiiFault.malformed("added_after is no timestamp"));
    }

    private int most() {
        @Nullable String text = once("limit");
        if (text == null) {
            return PAGE_MAX;
        }
        if (!LIMIT.matcher(text).matches() || Long.parseLong(text) == 0) {
            throw TaxiiFault.malformed("limit is no number above zero");
        }
        return (int) Math.min(PAGE_MAX, Long.parseLong(text));
    }

    private Set<String> values(String field, Pattern form) {
        @Nullable String text = once(MATCH + field + "]");
        if (text == null) {
            return Set.of();
        }
        List<String> values = List.of(text.split(",", -1));
        if (values.size() > VALUES_MAX
                || !values.stream().allMatch(one -> form.matcher(one).matches())) {
            throw TaxiiFault.malformed("match[" + field + "] has a value of another form");
        }
        return new HashSet<>(values);
    }

    /** Only one version of the specification is here, so the newest is that one. */
    private Set<String> specVersions() {
        return values("spec_version", SPEC);
    }

    private Versions versions(Versions usual) {
        @Nullable String text = once("match[version]");
        if (text == null) {
            return usual;
        }
        List<String> values = List.of(text.split(",", -1));
        if (values.contains("all")) {
            if (values.size() > 1) {
                throw TaxiiFault.malformed("match[version] is all and something else");
            }
            return Versions.ALL;
        }
        Set<String> keys = new HashSet<>();
        for (String one : values) {
            if (!one.equals("first") && !one.equals("last")) {
                keys.add(key(one));
            }
        }
        return new Versions(values.contains("first"), values.contains("last"), false, keys);
    }

    private static String key(String version) {
        return StixMoment.key(version)
                .orElseThrow(() -> TaxiiFault.malformed("match[version] has no such value"));
    }
}
