package az.qalxan.command;

import az.qalxan.engines.evtx.Damage;
import az.qalxan.engines.evtx.EvtxReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./qalxan evtx}: Windows event logs as JSON, as XML, or in short. */
@Command(
        name = "evtx",
        mixinStandardHelpOptions = true,
        description =
                "Reads Windows event logs (EVTX), damaged ones too. Without --json or --xml it"
                        + " tells what each holds.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every file was read and is undamaged",
            "1:a file is damaged or no event log; what could be read is printed all the same",
            "2:the command line is wrong, or there is no such file"
        })
final class EvtxCommand implements Callable<Integer> {

    private static final int DAMAGES_TOLD_MAX = 20;
    private static final byte[] BLANK_LINE = {'\n', '\n'};

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Event logs, or folders with files that end in .evtx.")
    List<Path> given = List.of();

    /** How records are printed. */
    static final class Form {
        @Option(
                names = "--json",
                description = "Print each record as one line of JSON; damages go to the errors.")
        boolean json;

        @Option(names = "--xml", description = "Print each record as XML, with nothing cut.")
        boolean xml;
    }

    @ArgGroup Form form = new Form();

    @Option(
            names = "--exact",
            description =
                    "In JSON cut nothing either: times to the seventh digit, blanks at the end of"
                            + " a text, what stands behind a zero in it.")
    boolean exact;

    @Option(
            names = "--leftovers",
            description =
                    "Also records of an older use of the space, behind the end of a chunk's own.")
    boolean leftovers;

    @Spec CommandSpec spec = CommandSpec.create();

    private final OutputStream out;

    EvtxCommand() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    /** A command that writes there instead of the standard output. */
    EvtxCommand(OutputStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (Path one : given) {
            if (!Files.isReadable(one)) {
                spec.commandLine().getErr().println("evtx: " + one + " is not there to be read");
                return 2;
            }
            files.addAll(logs(one));
        }
        int code = 0;
        try (Turns turns = new Turns(out);
                ExecutorService workers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Damages>> answers = new ArrayList<>();
            for (Path file : files) {
                OutputStream turn = turns.next();
                answers.add(workers.submit(() -> read(file, turn)));
            }
            for (int i = 0; i < files.size(); i++) {
                code = Math.max(code, told(files.get(i), answers.get(i)));
            }
        }
        return code;
    }

    private static List<Path> logs(Path one) throws IOException {
        if (!Files.isDirectory(one)) {
            return List.of(one);
        }
        try (Stream<Path> all = Files.walk(one)) {
            return all.filter(Files::isRegularFile).filter(EvtxCommand::named).sorted().toList();
        }
    }

    private static boolean named(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".evtx");
    }

    /** What went wrong in a file. */
    private record Damages(List<Damage> first, long count) {}

    private Damages read(Path file, OutputStream to) throws IOException {
        try (to;
                EvtxReader reader = EvtxReader.open(file)) {
            if (exact) {
                reader.exactly();
            }
            if (leftovers) {
                reader.withLeftovers();
            }
            EvtxSummary summary = new EvtxSummary(reader);
            while (reader.next()) {
                if (form.json) {
                    reader.record().writeJson(to);
                    to.write('\n');
                } else if (form.xml) {
                    to.write(reader.record().xml().getBytes(StandardCharsets.UTF_8));
                    to.write(BLANK_LINE);
                }
                summary.count(reader.record(), !form.json && !form.xml);
            }
            if (!form.json && !form.xml) {
                to.write(summary.text(file).getBytes(StandardCharsets.UTF_8));
            }
            return new Damages(
                    reader.damages().stream().limit(DAMAGES_TOLD_MAX).toList(),
                    reader.damageCount());
        }
    }

    private int told(Path file, Future<Damages> answer) throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Damages damages = answer.get();
            if (form.json || form.xml) {
                tell(file, damages, err);
            }
            return damages.count() == 0 ? 0 : 1;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                err.printf("evtx: %s cannot be read: %s%n", file, unreadable.getMessage());
                return 1;
            }
            throw new IllegalStateException("a defect, met while reading " + file, e);
        } finally {
            err.flush();
        }
    }

    private static void tell(Path file, Damages damages, PrintWriter err) {
        damages.first().forEach(one -> err.printf("evtx: %s: %s%n", file, EvtxSummary.told(one)));
        long more = damages.count() - damages.first().size();
        if (more > 0) {
            err.printf("evtx: %s: and %,d more damages%n", file, more);
        }
    }
}
