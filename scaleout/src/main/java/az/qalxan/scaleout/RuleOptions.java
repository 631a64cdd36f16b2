package az.qalxan.scaleout;

import az.qalxan.engines.detection.correlation.WindowSettings;
import az.qalxan.engines.detection.format.Formats;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** By what events are judged. */
final class RuleOptions {

    @Option(
            names = "--rules",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Rule files or folders; they travel to all machines with the job.")
    List<Path> places = List.of();

    @Option(
            names = "--pipeline",
            paramLabel = "NAME|FILE",
            description = "Changes rules to fit the fields of the events; may be repeated.")
    List<String> pipelines = List.of();

    @Option(
            names = "--format",
            defaultValue = "auto",
            converter = FormatReading.class,
            description = "How events are written, one a record (default auto).")
    String format = Formats.AUTO.name();

    @Option(
            names = "--lateness",
            defaultValue = "1m",
            paramLabel = "TIME",
            converter = SpanReading.class,
            description = "How late events may come and still be correlated (default 1m).")
    Duration lateness = WindowSettings.USUAL.lateness();

    @Option(
            names = "--windows",
            defaultValue = "SLIDING",
            paramLabel = "KIND",
            description = "Of correlations: sliding, tumbling or session (default sliding).")
    WindowSettings.Kind windows = WindowSettings.Kind.SLIDING;

    JobRules rules() throws IOException {
        return new JobRules(RuleFiles.read(places, pipelines), format, windows, lateness);
    }

    /** Knows the formats that there are. */
    static final class FormatReading implements ITypeConverter<String> {

        FormatReading() {}

        @Override
        public String convert(String word) {
            if (Formats.of(word).isEmpty()) {
                String all = String.join(", ", Formats.names());
                throw new TypeConversionException("'" + word + "' is none of " + all);
            }
            return word;
        }
    }
}
