package az.qalxan.exchange.misp;

import az.qalxan.engines.detection.TextExpression;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A warninglist made ready: says whether a value is on it. */
final class WarninglistMatcher {

    private static final int SUFFIXES_MAX = 30;

    private final Warninglist list;
    private final Set<String> types;
    private final Set<String> texts = new HashSet<>();
    private final Set<IpRange> ranges = new HashSet<>();
    private final Set<Integer> widths = new TreeSet<>();
    private final List<TextExpression> expressions = new ArrayList<>();

    WarninglistMatcher(Warninglist list) {
        this.list = list;
        this.types = Set.copyOf(list.types());
        list.entries().forEach(this::add);
    }

    Warninglist list() {
        return list;
    }

    private void add(String entry) {
        String small = entry.toLowerCase(Locale.ROOT);
        switch (list.kind()) {
            case STRING, SUBSTRING -> texts.add(small);
            case HOSTNAME -> texts.add(small.startsWith(".") ? small.substring(1) : small);
            case CIDR ->
                    IpRange.of(entry)
                            .ifPresent(range -> {
                                ranges.add(range);
                                widths.add(range.bits());
                            });
            case REGEX -> {
                if (TextExpression.read(WarninglistReader.expression(entry))
                        instanceof TextExpression.Reading.Read read) {
                    expressions.add(read.expression());
                }
            }
            case OWN -> {
                // it only switches another
            }
        }
    }

    /** Whether a value of that type is on the list, or one of its two parts. */
    boolean has(String type, String value) {
        if (!types.isEmpty() && !types.contains(type)) {
            return false;
        }
        if (on(value)) {
            return true;
        }
        int bar = type.contains("|") ? value.indexOf('|') : -1;
        return bar >= 0 && (on(value.substring(0, bar)) || on(value.substring(bar + 1)));
    }

    private boolean on(String value) {
        String small = value.toLowerCase(Locale.ROOT);
        return switch (list.kind()) {
            case STRING -> texts.contains(small);
            case SUBSTRING -> texts.stream().anyMatch(small::contains);
            case HOSTNAME -> below(host(small));
            case CIDR -> inside(host(small));
            case REGEX -> expressions.stream().anyMatch(one -> one.finds(value));
            case OWN -> false;
        };
    }

    /** The host of an address of the web; another value as it is. */
    private static String host(String value) {
        if (!value.contains("://")) {
            return value;
        }
        try {
            return Optional.ofNullable(new URI(value).getHost())
                    .map(host -> host.replace("[", "").replace("]", ""))
                    .orElse(value);
        } catch (java.net.URISyntaxException e) {
            return value;
        }
    }

    private boolean below(String host) {
        String rest = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        for (int i = 0; i < SUFFIXES_MAX; i++) {
            if (texts.contains(rest)) {
                return true;
            }
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return false;
            }
            rest = rest.substring(dot + 1);
        }
        return false;
    }

    /** An address, or a range that lies inside of one on the list. */
    private boolean inside(String text) {
        Optional<IpRange> range = IpRange.of(text);
        Optional<byte[]> address =
                range.flatMap(_ -> IpRange.address(text.replaceFirst("/.*", "")));
        return range.isPresent()
                && address.isPresent()
                && widths.stream()
                        .filter(width -> width <= range.get().bits())
                        .anyMatch(width -> ranges.contains(IpRange.of(address.get(), width)));
    }
}
