package az.qalxan.command;

import az.qalxan.engines.knownfiles.HashKind;
import az.qalxan.engines.knownfiles.HashList;
import az.qalxan.engines.knownfiles.KnownOrigin;
import az.qalxan.engines.knownfiles.KnownSetBuilder;
import az.qalxan.engines.knownfiles.NsrlDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan known build}. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description =
                "Builds an exact, sorted set of digests from the NSRL's database (RDSv3) or from"
                        + " lists as md5sum and sha256sum write them.")
final class KnownBuildCommand implements Callable<Integer> {

    /** Where digests come from: one of both. */
    static final class Source {

        @Option(names = "--nsrl", paramLabel = "FILE", description = "An RDSv3 database (SQLite).")
        @Nullable Path nsrl; // null: lists are given instead

        @Option(
                names = "--list",
                arity = "1..*",
                paramLabel = "FILE",
                description = "Lists whose lines begin with a digest.")
        List<Path> lists = List.of();

        Source() {}
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    Source source = new Source();

    @Option(
            names = "--digest",
            required = true,
            paramLabel = "NAME",
            description = "Which digest: ${COMPLETION-CANDIDATES}.")
    HashKind digest = HashKind.SHA1;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new set.")
    Path out = Path.of("");

    @Option(names = "--name", required = true, description = "What people call the set.")
    String name = "";

    @Option(
            names = "--licence",
            required = true,
            description = "Under which terms it may be used, in a sentence.")
    String licence = "";

    @Option(
            names = "--set-version",
            paramLabel = "TEXT",
            description = "The publisher's version; of an RDSv3 database its own.")
    String version = "";

    @Option(
            names = "--origin",
            paramLabel = "TEXT",
            description = "Where it was taken from; else the files' names.")
    String origin = "";

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Spec CommandSpec spec;

    KnownBuildCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            KnownOrigin told = origin();
            try (KnownSetBuilder builder = KnownSetBuilder.begin(digest, told, out)) {
                read(builder);
                print(told, builder.finish());
            }
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("known build: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("known build: " + e.getMessage());
            return 1;
        }
    }

    private KnownOrigin origin() throws IOException {
        Path nsrl = source.nsrl;
        String own = nsrl == null ? "" : NsrlDatabase.version(nsrl).orElse("");
        String files = nsrl == null ? source.lists.size() + " lists" : nsrl.toString();
        return new KnownOrigin(
                name,
                version.isEmpty() ? own : version,
                origin.isEmpty() ? files : origin,
                licence,
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private void read(KnownSetBuilder builder) throws IOException {
        if (source.nsrl != null) {
            NsrlDatabase.read(source.nsrl, builder);
        }
        for (Path list : source.lists) {
            try (InputStream in = Files.newInputStream(list)) {
                HashList.read(in, builder);
            }
        }
    }

    private void print(KnownOrigin told, KnownSetBuilder.Written written) {
        PrintWriter to = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> entry = KnownLines.entry(told);
            entry.put("digest", digest.algorithm());
            entry.put("count", written.count());
            entry.put("taken", written.taken());
            entry.put("leftOut", written.leftOut());
            to.println(JsonMapper.shared().writeValueAsString(entry));
        } else {
            to.printf(
                    "%s: %,d digests (%s), %,d came twice, %,d lines were none%n",
                    out,
                    written.count(),
                    digest.algorithm(),
                    written.taken() - written.count(),
                    written.leftOut());
        }
        to.flush();
    }
}
