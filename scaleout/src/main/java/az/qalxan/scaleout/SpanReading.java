package az.qalxan.scaleout;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time span as rules write it. */
final class SpanReading implements ITypeConverter<Duration> {

    private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})(ms|[smhd])");

    SpanReading() {}

    @Override
    public Duration convert(String word) {
        Matcher span = SPAN.matcher(word);
        if (!span.matches()) {
            throw new TypeConversionException(
                    "'" + word + "' is no time span; write a number and ms, s, m, h or d");
        }
        long number = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
