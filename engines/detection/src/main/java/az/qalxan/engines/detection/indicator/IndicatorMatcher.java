package az.qalxan.engines.detection.indicator;

import az.qalxan.engines.detection.Address;
import az.qalxan.engines.detection.EventValue;
import az.qalxan.engines.detection.LogEvent;
import az.qalxan.engines.detection.MatchedValue;
import az.qalxan.engines.detection.Span;
import az.qalxan.engines.detection.format.EventSink;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for indicators in the texts of one event after another; for one thread. It is told of an
 * event's values like any sink, after {@link #begin}, and then answers.
 */
public final class IndicatorMatcher implements EventSink {

    /** More indicators in one event are counted only. */
    public static final int HITS_MAX = 256;

    /** More fields of one indicator are left out: the event is found in any case. */
    public static final int VALUES_MAX = 16;

    /** So many bytes of URLs are looked at for each byte of a text, and some more. */
    private static final int URL_BYTES_PER_BYTE = 4;

    private static final int URL_BYTES_MORE = 8_192;

    private static final List<IndicatorKind> DIGESTS =
            List.of(
                    IndicatorKind.MD5,
                    IndicatorKind.SHA1,
                    IndicatorKind.SHA256,
                    IndicatorKind.SHA512);

    private static final byte[] NOTHING = {};

    private final LiveIndicators live;
    private final TextScan scan = new TextScan(new Candidates());
    private final Address address = new Address();
    private final Map<ThreatIndicator, List<MatchedValue>> hits = new LinkedHashMap<>();
    private final Set<IndicatorValue> inEvent = new HashSet<>();
    private final Set<IndicatorValue> inText = new HashSet<>();
    private final List<ThreatIndicator> found = new ArrayList<>();
    private final ShownText shown = new ShownText();
    private final byte[] plain = new byte[2 * IndicatorValue.TEXT_MAX];

    private IndicatorSet set;
    private byte[] field = new byte[64];
    private int fieldEnd;
    private byte[] text = NOTHING;
    private int from;
    private int until;
    private long urlBytes;
    private long shed;

    public IndicatorMatcher(LiveIndicators live) {
        this.live = live;
        set = live.now();
    }

    /** Begins an event; a set that was swapped in before counts from now on. */
    public void begin() {
        set = live.now();
        hits.clear();
        inEvent.clear();
        fieldEnd = 0;
        shown.in(field, 0);
    }

    /** Whether anything was found in the event, even if it is over. */
    public boolean found() {
        return !hits.isEmpty();
    }

    /**
     * What was found in the event.
     *
     * @param at when the event happened: what was over then is left out
     */
    public List<IndicatorHit> hits(Instant at) {
        if (hits.isEmpty()) {
            return List.of();
        }
        List<IndicatorHit> holding = new ArrayList<>();
        hits.forEach((indicator, values) -> {
            if (!indicator.lifetime().isOver(at)) {
                holding.add(new IndicatorHit(indicator, values));
            }
        });
        return holding;
    }

    /** How many hits and URLs were left out for their number, in all events. */
    public long shed() {
        return shed;
    }

    /** What is found in a whole event. */
    public List<IndicatorHit> hits(LogEvent event, Instant at) {
        begin();
        for (String name : event.fields()) {
            field(name.getBytes(StandardCharsets.UTF_8));
            for (EventValue value : event.values(name)) {
                if (value instanceof EventValue.Text one) {
                    text(one.text());
                }
            }
        }
        field(NOTHING);
        text(event.line());
        return hits(at);
    }

    private void text(String one) {
        byte[] bytes = one.getBytes(StandardCharsets.UTF_8);
        text(bytes, 0, bytes.length);
    }

    @Override
    public boolean field(byte[] name, int nameFrom, int nameUntil) {
        fieldEnd = nameUntil - nameFrom;
        if (fieldEnd > field.length) {
            field = new byte[2 * fieldEnd];
        }
        System.arraycopy(name, nameFrom, field, 0, fieldEnd);
        shown.in(field, fieldEnd);
        return true;
    }

    @Override
    public void text(byte[] bytes, int begin, int end) {
        if (end - begin < 4 || set.count() == 0) {
            return;
        }
        text = bytes;
        from = begin;
        until = end;
        inText.clear();
        shown.over(bytes, begin, end);
        urlBytes = (long) URL_BYTES_PER_BYTE * (end - begin) + URL_BYTES_MORE;
        scan.scan(bytes, begin, end, set.scope());
        text = NOTHING;
        shown.over(NOTHING, 0, 0);
    }

    @Override
    public void number(byte[] bytes, int begin, int end) {}

    @Override
    public void truth(boolean value) {}

    @Override
    public void nothing() {}

    private boolean has(IndicatorKind kind) {
        return set.scope().has(kind);
    }

    /** A part of the text. */
    private record Place(int from, int until) {}

    private void hit(int entry, IndicatorValue value, Place place) {
        found.clear();
        set.add(value, entry, Instant.MIN, found);
        if (found.isEmpty() || known(value)) {
            return;
        }
        for (ThreatIndicator indicator : found) {
            List<MatchedValue> values = hits.get(indicator);
            if (values != null) {
                if (values.size() < VALUES_MAX) {
                    values.add(where(place));
                }
            } else if (hits.size() >= HITS_MAX) {
                shed++;
            } else {
                hits.put(indicator, new ArrayList<>(List.of(where(place))));
            }
        }
    }

    /** Once in a text is enough; and where it is in a field, it is in the line as well. */
    private boolean known(IndicatorValue value) {
        boolean line = fieldEnd == 0 && inEvent.contains(value);
        inEvent.add(value);
        return !inText.add(value) || line;
    }

    private MatchedValue where(Place place) {
        Span span = shown.span(place.from(), place.until());
        return new MatchedValue(shown.field(), shown.text(), span);
    }

    /** How many texts were made readable, in all events. */
    long decoded() {
        return shown.decoded();
    }

    private String text(int begin, int end) {
        return new String(text, begin, end - begin, StandardCharsets.UTF_8);
    }

    private String plain(int begin, int end) {
        return new String(plain, begin, end - begin, StandardCharsets.UTF_8);
    }

    /** What the scan finds, looked up in the set. */
    private final class Candidates implements TextScan.Found {

        @Override
        public void digest(int begin, int end) {
            for (IndicatorKind kind : DIGESTS) {
                if (kind.digits() == end - begin && has(kind)) {
                    int entry = set.first(set.keyHash().digest(kind, text, begin, end));
                    if (entry >= 0) {
                        lower(begin, end);
                        String digits = plain(0, end - begin);
                        hit(entry, new IndicatorValue(kind, digits), new Place(begin, end));
                    }
                }
            }
        }

        @Override
        public void six(int begin, int end) {
            if (address.readSix(text, begin, end)) {
                networks(new Place(begin, end));
            }
        }

        private void networks(Place place) {
            BitSet lengths = set.scope().bits(address.isSix());
            for (int bits = lengths.nextSetBit(0); bits >= 0; bits = lengths.nextSetBit(bits + 1)) {
                int entry = set.first(set.keyHash().network(address, bits));
                if (entry >= 0) {
                    String shown = address.shown(bits);
                    hit(entry, new IndicatorValue(IndicatorKind.NETWORK, shown), place);
                }
            }
        }

        @Override
        public void name(int begin, int label, int end) {
            boolean number = isNumber(label, end);
            if (number && address.readFour(text, begin, end)) {
                networks(new Place(begin, end));
            }
            if (has(IndicatorKind.URL)) {
                url(begin, end);
            }
            int length = number ? 0 : host(begin, end);
            if (length > 0) {
                names(new Place(begin, end), length);
            }
        }

        private boolean isNumber(int begin, int end) {
            for (int i = begin; i < end; i++) {
                if (!Letters.isDigit(text[i])) {
                    return false;
                }
            }
            return true;
        }

        private void names(Place place, int length) {
            if (has(IndicatorKind.DOMAIN)) {
                domains(length, place);
            }
            if (has(IndicatorKind.HOST)) {
                int entry = set.first(set.keyHash().name(IndicatorKind.HOST, plain, 0, length));
                if (entry >= 0) {
                    hit(entry, new IndicatorValue(IndicatorKind.HOST, plain(0, length)), place);
                }
            }
            boolean box = place.from() > from && text[place.from() - 1] == '@';
            if (box && has(IndicatorKind.EMAIL)) {
                boxes(place.from() - 1, place.until(), length);
            }
        }

        private void lower(int begin, int end) {
            for (int i = begin; i < end; i++) {
                plain[i - begin] = Letters.lower(text[i]);
            }
        }

        /** Puts the name in its form at the beginning of {@link #plain}; of a long one its end. */
        private int host(int begin, int end) {
            int first = Math.max(begin, end - IndicatorValue.NAME_MAX);
            byte seen = 0;
            for (int i = first; i < end; i++) {
                seen |= text[i];
            }
            if (seen >= 0) {
                lower(first, end);
                return end - first;
            }
            byte[] ascii = IndicatorValue.ascii(text(first, end)).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(ascii, 0, plain, 0, ascii.length);
            return ascii.length;
        }

        /** The name and those that it is below, all in one go from its end. */
        private void domains(int length, Place place) {
            ValueHash hash = set.keyHash();
            long key = hash.start(IndicatorKind.DOMAIN);
            boolean pointed = false;
            for (int i = length - 1; i >= 0; i--) {
                if (plain[i] == '.') {
                    if (pointed) {
                        domain(key, i + 1, length, place);
                    }
                    pointed = true;
                }
                key = hash.step(key, plain[i] & 0xff);
            }
            domain(key, 0, length, place);
        }

        private void domain(long key, int begin, int length, Place place) {
            int entry = set.first(key);
            if (entry >= 0) {
                String name = plain(begin, length);
                hit(entry, new IndicatorValue(IndicatorKind.DOMAIN, name), place);
            }
        }

        /** What stands before the @: first the usual signs, then all that are allowed. */
        private void boxes(int at, int end, int hostLength) {
            int usual = at;
            int least = Math.max(from, at - IndicatorValue.BOX_MAX);
            while (usual > least && Letters.isBox(text[usual - 1])) {
                usual--;
            }
            int any = usual;
            while (any > least && Letters.isAnyBox(text[any - 1])) {
                any--;
            }
            String host = plain(0, hostLength);
            box(new Place(usual, end), at, host);
            if (any < usual) {
                box(new Place(any, end), at, host);
            }
        }

        private void box(Place place, int at, String host) {
            if (place.from() == at) {
                return;
            }
            lower(place.from(), at);
            String whole = plain(0, at - place.from()) + '@' + host;
            byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
            int entry = set.first(set.keyHash().text(IndicatorKind.EMAIL, bytes, 0, bytes.length));
            if (entry >= 0) {
                hit(entry, new IndicatorValue(IndicatorKind.EMAIL, whole), place);
            }
        }

        /** The URL whose host is there, if one begins so. */
        private void url(int begin, int end) {
            boolean told = begin > from + 1 && text[begin - 1] == '/' && text[begin - 2] == '/';
            int at = port(end);
            boolean goes = at < until && (text[at] == '/' || text[at] == '?');
            if (!told && (!goes || (begin > from && text[begin - 1] == '/'))) {
                return;
            }
            int stop = at;
            while (goes
                    && stop < until
                    && stop - begin < IndicatorValue.TEXT_MAX
                    && text[stop] != '#'
                    && !Letters.endsUrl(text[stop])) {
                stop++;
            }
            urlBytes -= stop - begin;
            if (urlBytes < 0) {
                shed++;
                return;
            }
            int length = host(begin, end);
            if (length > 0) {
                boolean usual = usualPort(end, at);
                length = append(usual ? at : end, at, length);
                if (at == stop || text[at] != '/') {
                    plain[length++] = '/';
                }
                path(length, new Place(begin, at), stop);
            }
        }

        /** The index behind a port; the same index where none is. */
        private int port(int end) {
            int at = end + 1;
            while (at < until && at <= end + 5 && Letters.isDigit(text[at])) {
                at++;
            }
            return end < until && text[end] == ':' && at > end + 1 ? at : end;
        }

        private boolean usualPort(int end, int at) {
            return at > end && (text(end, at).equals(":80") || text(end, at).equals(":443"));
        }

        private int append(int begin, int end, int length) {
            System.arraycopy(text, begin, plain, length, end - begin);
            return length + end - begin;
        }

        /** Tries the URL as long as it goes, and without signs that may end a sentence. */
        private void path(int hostLength, Place head, int stop) {
            int least = stop;
            while (least > head.until() && ".,;:!?)]'*".indexOf(text[least - 1]) >= 0) {
                least--;
            }
            int length = append(head.until(), least, hostLength);
            long key = set.keyHash().text(IndicatorKind.URL, plain, 0, length);
            for (int end = least; ; end++) {
                int entry = set.first(key);
                if (entry >= 0) {
                    IndicatorValue value = new IndicatorValue(IndicatorKind.URL, plain(0, length));
                    hit(entry, value, new Place(head.from(), end));
                }
                if (end == stop) {
                    return;
                }
                plain[length++] = text[end];
                key = set.keyHash().step(key, text[end] & 0xff);
            }
        }
    }
}
