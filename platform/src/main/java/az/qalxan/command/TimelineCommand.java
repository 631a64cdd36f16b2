package az.qalxan.command;

import az.qalxan.engines.content.ContentLimits;
import az.qalxan.engines.content.ContentSink;
import az.qalxan.engines.content.Moment;
import az.qalxan.engines.content.Part;
import az.qalxan.engines.content.Sandbox;
import az.qalxan.engines.content.TimelineFormat;
import az.qalxan.engines.content.TimelineWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./qalxan timeline}: what files say happened when, in one order. */
@Command(
        name = "timeline",
        mixinStandardHelpOptions = true,
        description = {
            "Puts the moments of files into one order: event logs, histories of browsers, stores of"
                    + " messengers, mails and the hands that they went through, photographs, times"
                    + " of files in archives, traces of Windows.",
            "Prints the eight columns that plaso prints, or --l2tcsv, or --jsonl."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every file is read",
            "1:a file was not read wholly",
            "2:the command line is wrong"
        })
final class TimelineCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files.")
    List<Path> files = new ArrayList<>();

    /** One form of output. */
    static final class Form {

        @Option(names = "--csv", description = "Eight columns, as plaso prints (usual).")
        boolean csv;

        @Option(names = "--l2tcsv", description = "Seventeen columns, as log2timeline prints.")
        boolean l2tcsv;

        @Option(names = "--jsonl", description = "One JSON object a line.")
        boolean jsonl;
    }

    @ArgGroup(exclusive = true)
    Form form = new Form();

    @Option(
            names = "--zone",
            defaultValue = "Asia/Baku",
            description =
                    "Zone of times that are given without one, and of local times"
                            + " (${DEFAULT-VALUE}).")
    ZoneId zone = ZoneId.of("Asia/Baku");

    @Option(names = "--local", description = "Write times in that zone instead of UTC.")
    boolean local;

    @Spec CommandSpec spec = CommandSpec.create();

    private final List<Told> told = new ArrayList<>();

    private record Told(Moment moment, String file) {}

    @Override
    public Integer call() throws IOException {
        Sandbox sandbox = new Sandbox(ContentLimits.USUAL, zone);
        boolean whole = true;
        for (Path file : files) {
            try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
                Gathered gathered = new Gathered();
                String name = file.getFileName().toString();
                whole &= sandbox.read(bytes, name, gathered).whole();
                gathered.give();
            } catch (FileSystemException e) {
                spec.commandLine().getErr().println("timeline: cannot read " + e.getMessage());
                whole = false;
            }
        }
        told.sort(Comparator.comparing(one -> one.moment().at()));
        PrintWriter out = spec.commandLine().getOut();
        TimelineWriter writer = new TimelineWriter(format(), out, local ? zone : ZoneOffset.UTC);
        writer.header();
        for (Told one : told) {
            writer.moment(one.moment(), one.file());
        }
        out.flush();
        return whole ? 0 : 1;
    }

    private TimelineFormat format() {
        if (form.jsonl) {
            return TimelineFormat.JSONL;
        }
        return form.l2tcsv ? TimelineFormat.L2TCSV : TimelineFormat.DYNAMIC;
    }

    /** The moments of one file, with the paths of the parts that say them. */
    private final class Gathered implements ContentSink {

        private final List<Moment> moments = new ArrayList<>();
        private final Map<Integer, String> paths = new HashMap<>();

        @Override
        public void begun(int number, String path) {
            paths.put(number, path);
        }

        @Override
        public void part(Part part) {
            paths.put(part.number(), part.path());
        }

        @Override
        public void moment(Moment moment) {
            moments.add(moment);
        }

        void give() {
            moments.forEach(
                    moment -> told.add(new Told(moment, paths.getOrDefault(moment.part(), ""))));
        }
    }
}
