package az.qalxan.command;

import az.qalxan.engines.evtx.EvtxReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan events send}: lines of a log, in batches that are taken once. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = {
            "Sends the lines of a file to a source of a server, in batches. Each batch has a key of"
                    + " its content and place: the same command again, after a break, sends nothing"
                    + " twice.",
            "A file *.evtx is sent as JSON, a record a line. Lines with # in front, which name the"
                    + " columns of Zeek's and W3C's logs, are repeated in every batch."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every line was taken as an event",
            "1:the server refused, or some lines are no events; they are kept there for repair",
            "2:the command line is wrong, or the file cannot be read"
        })
final class EventsSendCommand implements Callable<Integer> {

    private static final int BATCH_BYTES = 4 << 20;
    private static final int BATCH_LINES_MAX = 10_000;

    @Parameters(paramLabel = "FILE", description = "The log; - for the standard input.")
    String file = "-";

    @ArgGroup(exclusive = false, multiplicity = "1")
    WhereOptions.There there = new WhereOptions.There();

    @Option(
            names = "--source",
            required = true,
            description = "Id of the source, as its page says.")
    UUID source = new UUID(0, 0);

    @Option(names = "--json", description = "Print one JSON object at the end.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream();
    private boolean heading;
    private int lines;
    private long number;
    private long events;
    private long damaged;
    private long repeated;

    @Override
    public Integer call() {
        PrintWriter error = spec.commandLine().getErr();
        try (ProgramCalls calls = new ProgramCalls(there.server, there.token)) {
            if (file.endsWith(".evtx")) {
                evtx(calls);
            } else {
                try (InputStream in = input()) {
                    lines(calls, in);
                }
            }
            flush(calls);
            tell();
            return damaged == 0 ? 0 : 1;
        } catch (CallRefused e) {
            error.println("events: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            error.println("events: " + e);
            return 2;
        }
    }

    private InputStream input() throws IOException {
        return file.equals("-")
                ? new BufferedInputStream(System.in)
                : new BufferedInputStream(Files.newInputStream(Path.of(file)), 1 << 16);
    }

    private void evtx(ProgramCalls calls) throws IOException, CallRefused {
        try (EvtxReader reader = EvtxReader.open(Path.of(file))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            while (reader.next()) {
                line.reset();
                reader.record().writeJson(line);
                line.write('\n');
                add(calls, line.toByteArray());
            }
        }
    }

    private void lines(ProgramCalls calls, InputStream in) throws IOException, CallRefused {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            line.write(octet);
            if (octet == '\n') {
                add(calls, line.toByteArray());
                line.reset();
            }
        }
        if (line.size() > 0) {
            line.write('\n');
            add(calls, line.toByteArray());
        }
    }

    private void add(ProgramCalls calls, byte[] line) throws IOException, CallRefused {
        boolean full = lines >= BATCH_LINES_MAX || batch.size() + line.length > BATCH_BYTES;
        boolean heads = line[0] == '#';
        if (lines > 0 && (full || (heads && !heading))) {
            flush(calls);
        }
        if (heads) {
            if (!heading) {
                head.reset();
            }
            head.writeBytes(line);
        } else {
            batch.writeBytes(line);
            lines++;
        }
        heading = heads;
    }

    private void flush(ProgramCalls calls) throws IOException, CallRefused {
        if (lines == 0) {
            return;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        head.writeTo(all);
        batch.writeTo(all);
        byte[] bytes = all.toByteArray();
        JsonNode answer =
                calls.post(
                        "/api/monitoring/sources/" + source + "/events",
                        bytes,
                        Map.of("Idempotency-Key", digest(bytes) + "-" + number));
        events += answer.path("events").asLong();
        damaged += answer.path("damaged").asLong();
        repeated += answer.path("repeated").asBoolean() ? answer.path("events").asLong() : 0;
        number++;
        lines = 0;
        batch.reset();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void tell() {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("batches", number);
            told.put("events", events);
            told.put("damaged", damaged);
            told.put("repeated", repeated);
            out.println(JsonMapper.shared().writeValueAsString(told));
        } else {
            out.printf(
                    "%,d events in %,d batches, %,d damaged lines; %,d events had been taken"
                            + " before%n",
                    events, number, damaged, repeated);
        }
        out.flush();
    }
}
