package az.qalxan.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./qalxan evidence add}: files that become exhibits of a case. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Sends files to a server, where they become exhibits of a case; of several files each"
                    + " becomes an exhibit of its own. A piece is acknowledged when it would"
                    + " outlive a crash, and the digest of the whole file is compared at the end.",
            "The same command again goes on with files that were interrupted and leaves out those"
                    + " that are stored already; nothing is stored twice."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every file is stored",
            "1:some file was refused or is not stored; the message says why",
            "2:the command line is wrong"
        })
final class EvidenceAddCommand implements Callable<Integer> {

    private static final long TELL_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.")
    List<Path> files = new ArrayList<>();

    @ArgGroup(exclusive = false, multiplicity = "1")
    WhereOptions.There there = new WhereOptions.There();

    @ArgGroup(exclusive = true, multiplicity = "1")
    Target target = new Target();

    /** An exhibit that is registered, or a case. */
    static final class Target {

        @Option(names = "--exhibit", description = "Id of an exhibit that has no bytes yet.")
        @Nullable String exhibit;

        @Option(
                names = "--like",
                description = "Id of an exhibit; each file becomes one told of alike.")
        @Nullable String like;

        @ArgGroup(exclusive = false)
        @Nullable ExhibitOptions told;
    }

    @Option(
            names = "--patience-minutes",
            defaultValue = "10",
            description =
                    "How long a server that does not answer is asked again"
                            + " (${DEFAULT-VALUE}).")
    int patienceMinutes = 10;

    @Option(names = "--json", description = "Print one JSON object at the end.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                return refuse(file + " cannot be read.");
            }
        }
        if (target.exhibit != null && files.size() > 1) {
            return refuse("--exhibit takes one file; use --like for more.");
        }
        try (EvidenceCalls calls = new EvidenceCalls(there, Duration.ofMinutes(patienceMinutes))) {
            return sent(calls);
        } catch (CallRefused e) {
            return refuse(String.valueOf(e.getMessage()));
        }
    }

    private int sent(EvidenceCalls calls) throws IOException, CallRefused {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        boolean good = true;
        String like = target.like == null ? "" : target.like;
        for (Path file : files) {
            JsonNode end = sent(calls, file, like);
            like = like.isEmpty() ? end.path("exhibit").asString() : like;
            good &= end.path("state").asString().equals("stored");
            all.add(end);
            tell(
                    "  %s: %s, exhibit %s%n  SHA-256 %s%n",
                    file.getFileName(),
                    end.path("state").asString(),
                    end.path("number").asString(),
                    end.path("sha256").asString("-"));
        }
        if (json) {
            spec.commandLine().getOut().println(all);
            spec.commandLine().getOut().flush();
        }
        return good ? 0 : 1;
    }

    private JsonNode sent(EvidenceCalls calls, Path file, String like)
            throws IOException, CallRefused {
        Optional<JsonNode> earlier = earlier(calls, file);
        if (earlier.isPresent() && earlier.get().path("state").asString().equals("stored")) {
            tell("  %s is stored already%n", file.getFileName());
            return earlier.get();
        }
        JsonNode standing = earlier.isPresent() ? earlier.get() : announced(calls, file, like);
        long size = Files.size(file);
        tell(
                "  %s: %,d bytes, %,d there%n",
                file.getFileName(), size, standing.path("received").asLong());
        return new FileSending(calls, file, progress(file, size)).send(standing);
    }

    /** What an earlier run of this command left of the file in the case. */
    private Optional<JsonNode> earlier(EvidenceCalls calls, Path file)
            throws IOException, CallRefused {
        String number = caseNumber(calls);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        for (JsonNode one : calls.get(FileSending.INTAKES + "?case=" + number)) {
            if (same(one, file)) {
                return Optional.of(one);
            }
        }
        for (JsonNode one : calls.get("/api/evidence/cases/" + number + "/exhibits")) {
            JsonNode stored = one.path("file");
            if (stored.path("name").asString("").equals(file.getFileName().toString())
                    && stored.path("length").asLong() == Files.size(file)
                    && stored.path("sha256").asString("").equals(FileSending.sha256(file))) {
                return Optional.of(stored(one));
            }
        }
        return Optional.empty();
    }

    /** The case that the files go to; empty for one exhibit, which finds its own intake. */
    private String caseNumber(EvidenceCalls calls) throws CallRefused {
        if (target.told != null) {
            return target.told.caseNumber;
        }
        return target.like == null
                ? ""
                : calls.get("/api/evidence/exhibits/" + target.like).path("caseNumber").asString();
    }

    private static boolean same(JsonNode standing, Path file) throws IOException {
        return standing.path("name").asString().equals(file.getFileName().toString())
                && standing.path("bytes").asLong() == Files.size(file)
                && standing.path("modified").asLong() == Files.getLastModifiedTime(file).toMillis();
    }

    private static JsonNode stored(JsonNode exhibit) {
        ObjectNode standing = JsonMapper.shared().createObjectNode();
        standing.set("exhibit", exhibit.path("id"));
        standing.set("number", exhibit.path("number"));
        standing.set("name", exhibit.path("file").path("name"));
        standing.put("state", "stored");
        standing.set("sha256", exhibit.path("file").path("sha256"));
        return standing;
    }

    private JsonNode announced(EvidenceCalls calls, Path file, String like)
            throws IOException, CallRefused {
        ObjectNode announced = JsonMapper.shared().createObjectNode();
        if (!like.isEmpty()) {
            announced.put("like", like);
        } else if (target.exhibit != null) {
            announced.put("exhibit", target.exhibit);
        } else {
            announced.put("exhibit", registered(calls, file));
        }
        announced.put("name", file.getFileName().toString());
        announced.put("bytes", Files.size(file));
        announced.put("modified", Files.getLastModifiedTime(file).toMillis());
        return calls.post(FileSending.INTAKES, announced).require();
    }

    private String registered(EvidenceCalls calls, Path file) throws CallRefused {
        ExhibitOptions told = Objects.requireNonNull(target.told);
        return calls.post("/api/evidence/exhibits", told.form(file.getFileName().toString()))
                .require()
                .path("id")
                .asString();
    }

    private LongConsumer progress(Path file, long size) {
        long began = System.nanoTime();
        long[] told = {began};
        return at -> {
            long now = System.nanoTime();
            if (now - told[0] >= TELL_EVERY_NANOS || at == size) {
                told[0] = now;
                double seconds = Math.max(1e-3, (now - began) / 1e9);
                tell(
                        "  %s: %d %%, %,d of %,d bytes, %.0f MB/s, %.0f s left%n",
                        file.getFileName(),
                        100 * at / Math.max(1, size),
                        at,
                        size,
                        at / seconds / 1e6,
                        seconds / Math.max(1, at) * (size - at));
            }
        };
    }

    private void tell(String format, Object... arguments) {
        if (!json) {
            spec.commandLine().getOut().printf(format, arguments);
            spec.commandLine().getOut().flush();
        }
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("evidence add: " + why);
        return 1;
    }
}
