package az.qalxan.command;

import az.qalxan.engines.law.ClockRule;
import az.qalxan.engines.law.ClockWork;
import az.qalxan.engines.law.LawBook;
import az.qalxan.engines.law.RunningClock;
import az.qalxan.engines.law.StateCode;
import az.qalxan.engines.law.WorkingCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./qalxan law clock}: when a clock ends that starts then. */
@Command(
        name = "clock",
        mixinStandardHelpOptions = true,
        description =
                "Tells when a clock ends. Hours are elapsed time; days are whole days in the zone,"
                        + " at the same time of day; working days end with the last second of the"
                        + " last day. The day of the start is not counted.")
final class LawClockCommand extends LawAsking {

    /** As ISO_DATE_TIME, but a region may stand without an offset. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .optionalStart()
                    .appendOffsetId()
                    .optionalEnd()
                    .optionalStart()
                    .appendLiteral('[')
                    .appendZoneRegionId()
                    .appendLiteral(']')
                    .toFormatter(Locale.ROOT);

    @Option(
            names = "--rule",
            required = true,
            paramLabel = "R",
            description = "Name of the clock, for example budapest-preservation-floor.")
    String rule = "";

    @Option(
            names = "--start",
            required = true,
            paramLabel = "T",
            description =
                    "2026-11-27, 2026-11-27T03:00, 2026-11-27T03:00+04:00 or with a zone,"
                            + " 2026-11-27T03:00[Asia/Baku]. A day begins at midnight.")
    String start = "";

    @Option(
            names = "--zone",
            paramLabel = "Z",
            description =
                    "Time zone in which days are counted, Europe/Berlin; the state's if absent.")
    String zone = "";

    @Option(
            names = "--state",
            defaultValue = "AZ",
            paramLabel = "S",
            description = "Whose working days count (${DEFAULT-VALUE}).")
    String state = "AZ";

    @Override
    Map<String, Object> answer(LawBook book, LawLines lines) {
        WorkingCalendar calendar = calendar(book);
        ZonedDateTime begin = begin(calendar.rules().zone());
        LocalDate day = begin.toLocalDate();
        ClockRule found =
                book.clock(rule.strip(), day)
                        .orElseThrow(() ->
                                wrong(
                                        "--rule: no clock "
                                                + rule
                                                + " holds on "
                                                + day
                                                + "; there are "
                                                + names(book, day)));
        RunningClock clock;
        try {
            clock = ClockWork.run(found, begin, calendar);
        } catch (IllegalArgumentException e) {
            throw wrong("--start: " + e.getMessage());
        }
        write(clock, lines);
        return json(clock);
    }

    private WorkingCalendar calendar(LawBook book) {
        StateCode whose = state("--state", state, book);
        return book.calendar(whose)
                .orElseThrow(() -> wrong("--state: no calendar of " + whose + " is entered"));
    }

    private static String names(LawBook book, LocalDate day) {
        return book.clocks(day).stream().map(ClockRule::id).collect(Collectors.joining(", "));
    }

    private ZonedDateTime begin(ZoneId usual) {
        ZoneId named = zone.isEmpty() ? null : zone();
        try {
            TemporalAccessor read =
                    TIME.parseBest(
                            start.length() == 10 ? start + "T00:00" : start,
                            ZonedDateTime::from,
                            LocalDateTime::from);
            return read instanceof ZonedDateTime zoned
                    ? in(zoned, named, usual)
                    : LocalDateTime.from(read).atZone(named == null ? usual : named);
        } catch (DateTimeException e) {
            throw wrong(
                    "--start: "
                            + start
                            + " is no time; write 2026-11-27, 2026-11-27T03:00 or"
                            + " 2026-11-27T03:00+04:00");
        }
    }

    /** A region in the text counts as its zone; a mere offset does not, days are the state's. */
    private static ZonedDateTime in(ZonedDateTime read, @Nullable ZoneId named, ZoneId usual) {
        if (named != null) {
            return read.withZoneSameInstant(named);
        }
        return read.getZone() instanceof java.time.ZoneOffset
                ? read.withZoneSameInstant(usual)
                : read;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone.strip());
        } catch (DateTimeException e) {
            throw wrong("--zone: " + zone + " is no time zone; write it as Asia/Baku or +04:00");
        }
    }

    private static void write(RunningClock clock, LawLines lines) {
        lines.add(
                "%s: %s%s%s",
                clock.rule().id(),
                clock.end(),
                clock.provisional() ? lines.choose(", ilkin", ", provisional") : "",
                lines.mark(clock.rule().citation()));
        lines.reasons("  ", clock.reasons());
    }

    private static Map<String, Object> json(RunningClock clock) {
        Map<String, Object> object = LawJson.object();
        object.put("rule", LawJson.clock(clock.rule()));
        object.put("start", clock.start().toOffsetDateTime().toString());
        object.put("end", clock.end().toOffsetDateTime().toString());
        object.put("endInstant", clock.end().toInstant().toString());
        object.put("zone", clock.end().getZone().getId());
        object.put("lastDay", clock.lastDay().toString());
        object.put("provisional", clock.provisional());
        object.put("reasons", LawJson.reasons(clock.reasons()));
        return object;
    }
}
