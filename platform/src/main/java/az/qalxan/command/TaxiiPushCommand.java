package az.qalxan.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./qalxan taxii push}: objects of a file or of another collection into a collection. */
@Command(
        name = "push",
        mixinStandardHelpOptions = true,
        description = {
            "Sends objects to a collection: one JSON object a line as poll prints them, or, with"
                    + " --from, those of another collection. Sent again, they are taken once.",
            "With --state the next call goes on after what the server has settled, also after a"
                    + " break."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every object was taken or was there before",
            "1:the server refused, or refused some objects; they are named",
            "2:the command line is wrong, or a file cannot be read or written"
        })
final class TaxiiPushCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "-",
            description = "The objects; - for the standard input.")
    String file = "-";

    @Mixin TaxiiPlace place = new TaxiiPlace();

    @Option(
            names = "--from",
            description = "Address of a collection whose objects are sent, instead of a file.")
    @Nullable URI from;

    @Option(names = "--from-user", defaultValue = "", description = "Name of the program there.")
    String fromUser = "";

    @Option(names = "--from-password", defaultValue = "", description = "Its key there.")
    String fromPassword = "";

    @Option(names = "--state", description = "File that keeps from where to go on.")
    @Nullable Path state;

    @Option(
            names = "--receipts",
            description = "File to which each object is added with what became of it, one a line.")
    @Nullable Path receipts;

    @Option(
            names = "--envelope",
            defaultValue = "1000",
            description = "Objects of one envelope (default: ${DEFAULT-VALUE}).")
    int envelope = 1_000;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter error = spec.commandLine().getErr();
        try (TaxiiCalls calls = new TaxiiCalls(place);
                PrintWriter kept = receipts == null ? null : appended(receipts)) {
            TaxiiSending sending =
                    new TaxiiSending(calls, envelope, spec.commandLine().getOut(), kept);
            if (from == null) {
                sendFile(sending);
            } else {
                relay(sending, TaxiiPlace.of(from, fromUser, fromPassword));
            }
            error.printf(
                    "taxii: %d objects taken, %d refused%n", sending.taken(), sending.refused());
            return sending.refused() == 0 ? 0 : 1;
        } catch (CallRefused e) {
            error.println("taxii: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            error.println("taxii: " + e);
            return 2;
        }
    }

    private static PrintWriter appended(Path file) throws IOException {
        return new PrintWriter(
                Files.newBufferedWriter(
                        file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** The state is the number of lines that the server has settled, and the last of them. */
    private void sendFile(TaxiiSending sending) throws IOException, CallRefused {
        try (BufferedReader in = input()) {
            Settled settled = skip(in);
            for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
                if (sending.full(line)) {
                    sending.flush();
                    keep(settled.toString());
                }
                settled = new Settled(settled.lines() + 1, line.hashCode());
                if (!line.isBlank()) {
                    sending.add(line);
                }
            }
            sending.flush();
            keep(settled.toString());
        }
    }

    /** Up to where a file is settled. */
    private record Settled(long lines, int last) {

        @Override
        public String toString() {
            return lines + " " + last;
        }
    }

    private Settled skip(BufferedReader in) throws IOException {
        String kept = state == null ? "" : TaxiiState.kept(state);
        if (kept.isEmpty()) {
            return new Settled(0, 0);
        }
        if (!kept.matches("[0-9]{1,18} -?[0-9]{1,10}")) {
            throw new IOException("the kept place is none of a file: " + kept);
        }
        long lines = Long.parseLong(kept.substring(0, kept.indexOf(' ')));
        int last = 0;
        for (long i = 0; i < lines; i++) {
            @Nullable String line = in.readLine();
            if (line == null) {
                throw new IOException("the kept place is behind the end of the file");
            }
            last = line.hashCode();
        }
        Settled settled = new Settled(lines, last);
        if (!settled.toString().equals(kept)) {
            throw new IOException("the kept place is one of another file");
        }
        return settled;
    }

    /** The state is the place in the collection that is read. */
    private void relay(TaxiiSending sending, TaxiiPlace there) throws IOException, CallRefused {
        try (TaxiiCalls source = new TaxiiCalls(there)) {
            TaxiiPoll poll =
                    new TaxiiPoll((after, next) -> source.page(envelope, after, next), envelope);
            poll.run(
                    state == null ? "" : TaxiiState.kept(state),
                    (objects, position) -> pass(sending, objects, position));
        }
    }

    private void pass(TaxiiSending sending, List<JsonNode> objects, String position)
            throws IOException, CallRefused {
        for (JsonNode one : objects) {
            String text = one.toString();
            if (sending.full(text)) {
                sending.flush();
            }
            sending.add(text);
        }
        sending.flush();
        keep(position);
    }

    private void keep(String position) throws IOException {
        if (state != null) {
            TaxiiState.keep(state, position);
        }
    }

    private BufferedReader input() throws IOException {
        return file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file));
    }
}
