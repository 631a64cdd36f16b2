package az.qalxan.engines.detection.indicator;

import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.EventValue;
import az.qalxan.engines.detection.JsonEvents;
import az.qalxan.engines.detection.LogEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of indicators: one value a line, JSON objects one a line, or CSV whose first line
 * names the columns (also behind a {@code #}, as some feeds have it). Defanged values are read.
 */
public final class IndicatorReader {

    /** Only so many flaws are kept; all are counted. */
    public static final int FLAWS_MAX = 20;

    /** A line of a hosts file that leads a name nowhere. */
    private static final Pattern HOSTS =
            Pattern.compile("(0\\.0\\.0\\.0|127\\.0\\.0\\.1|::1?)[ \\t]+(\\S+).*");

    private static final Pattern PORT = Pattern.compile("[0-9.]+:[0-9]{1,5}");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3})(\\.0+)?");
    private static final Pattern IDENTITY =
            Pattern.compile(
                    "(?:indicator--)?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");

    private final IndicatorSet.Building building;
    private final IndicatorOrigin usual;
    private final JsonEvents json = new JsonEvents(EventSource.UNKNOWN);
    private final List<IndicatorFlaw> flaws = new ArrayList<>();
    private @Nullable List<@Nullable IndicatorColumn> header;
    private char separator = ',';
    private long read;
    private long refused;

    private IndicatorReader(IndicatorSet.Building building, IndicatorOrigin usual) {
        this.building = building;
        this.usual = usual;
    }

    /**
     * Adds what a file holds.
     *
     * @param usual the origin, as far as the file says nothing else
     */
    public static IndicatorsRead read(
            InputStream in, IndicatorOrigin usual, IndicatorSet.Building building)
            throws IOException {
        return new IndicatorReader(building, usual).read(in);
    }

    private IndicatorsRead read(InputStream in) throws IOException {
        FileLines lines = new FileLines(in);
        boolean first = true;
        for (String line = lines.next(); line != null; line = lines.next()) {
            String problem = lines.tooLong() ? "longer than a line may be" : line(line, first);
            first &= line.isBlank() || line.startsWith("#");
            if (!problem.isEmpty()) {
                refused++;
                if (flaws.size() < FLAWS_MAX) {
                    flaws.add(new IndicatorFlaw(lines.number(), problem));
                }
            }
        }
        return new IndicatorsRead(read, refused, flaws);
    }

    /** What is wrong with the line; empty where nothing is. */
    private String line(String line, boolean first) {
        String plain = line.strip();
        boolean comment = plain.startsWith("#");
        if (plain.isEmpty() || (comment && header != null)) {
            return "";
        }
        if (comment || first) {
            boolean names = names(comment ? plain.substring(1).strip() : plain, comment ? 2 : 1);
            if (comment || names) {
                return "";
            }
        }
        if (plain.startsWith("{")) {
            return object(plain);
        }
        return header == null ? alone(plain) : row(header, plain);
    }

    /**
     * Whether the line names columns; then these are what follows.
     *
     * @param least so many must be known
     */
    private boolean names(String line, int least) {
        char between = CsvLine.separator(line);
        List<@Nullable IndicatorColumn> columns = new ArrayList<>();
        for (String cell : CsvLine.cells(line, between)) {
            columns.add(IndicatorColumn.of(cell));
        }
        long known = columns.stream().filter(Objects::nonNull).count();
        boolean named = columns.contains(IndicatorColumn.VALUE) && known >= least;
        if (named) {
            header = columns;
            separator = between;
        }
        return named;
    }

    private String alone(String line) {
        int comment = line.indexOf(" #");
        String value = comment < 0 ? line : line.substring(0, comment);
        if (value.indexOf(' ') > 0 || value.indexOf('\t') > 0) {
            value = HOSTS.matcher(value).replaceFirst("$2");
        }
        return add(Map.of(IndicatorColumn.VALUE, value));
    }

    private String row(List<@Nullable IndicatorColumn> columns, String line) {
        Map<IndicatorColumn, String> told = new EnumMap<>(IndicatorColumn.class);
        List<String> cells = CsvLine.cells(line, separator);
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            IndicatorColumn column = columns.get(i);
            if (column != null && !cells.get(i).isEmpty()) {
                told.putIfAbsent(column, cells.get(i));
            }
        }
        return add(told);
    }

    private String object(String line) {
        Map<IndicatorColumn, String> told = new EnumMap<>(IndicatorColumn.class);
        LogEvent object;
        try {
            object = json.read(line.getBytes(StandardCharsets.UTF_8)).event();
        } catch (BadEvent e) {
            return "byte " + e.place() + ": " + e.getMessage();
        }
        for (IndicatorColumn column : IndicatorColumn.values()) {
            for (String name : column.names()) {
                List<EventValue> values = object.values(name);
                if (!values.isEmpty() && !values.getFirst().shown().isBlank()) {
                    told.putIfAbsent(column, values.getFirst().shown());
                }
            }
        }
        return add(told);
    }

    private String add(Map<IndicatorColumn, String> told) {
        String written = told.getOrDefault(IndicatorColumn.VALUE, "");
        if (written.isBlank()) {
            return "there is no value";
        }
        return switch (value(written, told.getOrDefault(IndicatorColumn.KIND, ""))) {
            case NoIndicator(String reason) -> reason;
            case IndicatorValue value -> {
                try {
                    yield add(value, told);
                } catch (DateTimeException e) {
                    yield "no time is like this: " + e.getMessage();
                } catch (IllegalArgumentException e) {
                    yield String.valueOf(e.getMessage());
                }
            }
        };
    }

    private static ValueRead value(String written, String kindName) {
        if (kindName.isBlank()) {
            return IndicatorValue.read(written);
        }
        IndicatorKind kind = KindNames.of(kindName);
        if (kind == null) {
            return new NoIndicator("indicators of the kind '" + kindName + "' are not matched");
        }
        boolean port = kind == IndicatorKind.NETWORK && PORT.matcher(written).matches();
        return IndicatorValue.read(
                kind, port ? written.substring(0, written.indexOf(':')) : written);
    }

    private String add(IndicatorValue value, Map<IndicatorColumn, String> told) {
        Instant from = time(told.get(IndicatorColumn.FROM), false, Instant.MIN);
        Instant until = time(told.get(IndicatorColumn.UNTIL), true, Instant.MAX);
        IndicatorOrigin origin = usual;
        if (told.size() > 1) {
            origin =
                    new IndicatorOrigin(
                            told.getOrDefault(IndicatorColumn.SOURCE, usual.source()),
                            confidence(told.get(IndicatorColumn.CONFIDENCE)),
                            told.getOrDefault(IndicatorColumn.HANDLING, usual.handling()));
        }
        UUID id = id(told.getOrDefault(IndicatorColumn.ID, ""));
        Lifetime lifetime = new Lifetime(from, until);
        if (!building.add(new ThreatIndicator(value, origin, lifetime, id))) {
            return "there is no room for more indicators, or for more origins of them";
        }
        read++;
        return "";
    }

    private int confidence(@Nullable String written) {
        if (written == null) {
            return usual.confidence();
        }
        Matcher percent = PERCENT.matcher(written);
        if (!percent.matches()) {
            throw new IllegalArgumentException(
                    "a confidence is a number from 0 to 100: " + written);
        }
        return Integer.parseInt(percent.group(1));
    }

    /** An identity of another form than a UUID is not kept. */
    private static UUID id(String written) {
        Matcher identity = IDENTITY.matcher(written);
        return identity.matches() ? UUID.fromString(identity.group(1)) : ThreatIndicator.NAMELESS;
    }

    /** A day alone counts whole. */
    private static Instant time(@Nullable String written, boolean end, Instant open) {
        if (written == null) {
            return open;
        }
        if (written.chars().allMatch(c -> c >= '0' && c <= '9') && written.length() < 12) {
            return Instant.ofEpochSecond(Long.parseLong(written));
        }
        if (written.length() == 10) {
            LocalDate day = LocalDate.parse(written).plusDays(end ? 1 : 0);
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        String iso = written.replace(" UTC", "").replace(' ', 'T');
        boolean zoned = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > 10;
        return OffsetDateTime.parse(zoned ? iso : iso + "Z").toInstant();
    }
}
