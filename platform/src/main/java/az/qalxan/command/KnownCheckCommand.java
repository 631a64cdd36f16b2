package az.qalxan.command;

import az.qalxan.engines.knownfiles.BloomFilter;
import az.qalxan.engines.knownfiles.FileHash;
import az.qalxan.engines.knownfiles.HashKind;
import az.qalxan.engines.knownfiles.KnownAnswer;
import az.qalxan.engines.knownfiles.KnownFiles;
import az.qalxan.engines.knownfiles.KnownSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan known check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Tells of each file or digest whether exact sets have it, whether only a filter"
                        + " does (perhaps), or neither. Not known says nothing about a file.")
final class KnownCheckCommand implements Callable<Integer> {

    private static final int BUFFER_BYTES = 1 << 16;

    @Option(
            names = "--set",
            paramLabel = "FILE",
            description = "A set made by known build; may be repeated.")
    List<Path> sets = List.of();

    @Option(
            names = "--bloom",
            paramLabel = "FILE",
            description = "A filter in the form of DCSO, as hashlookup's; may be repeated.")
    List<Path> filters = List.of();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIGEST",
            description = "Files, or MD5, SHA-1 or SHA-256 in hexadecimal digits.")
    List<String> items = List.of();

    @Option(names = "--json", description = "Print one JSON object a line.")
    boolean json;

    @Spec CommandSpec spec;

    KnownCheckCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (sets.isEmpty() && filters.isEmpty()) {
            err.println("known check: name a --set or a --bloom to look into");
            return 2;
        }
        PrintWriter out = spec.commandLine().getOut();
        try (KnownFiles known = open()) {
            for (String item : items) {
                KnownAnswer answer = known.answer(hashes(item));
                out.println(
                        json
                                ? JsonMapper.shared()
                                        .writeValueAsString(KnownLines.entry(item, answer))
                                : KnownLines.told(item, answer));
            }
            return 0;
        } catch (IOException e) {
            err.println("known check: " + e.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }

    private KnownFiles open() throws IOException {
        List<KnownSet> exact = new ArrayList<>();
        for (Path set : sets) {
            exact.add(KnownSet.open(set));
        }
        List<BloomFilter> perhaps = new ArrayList<>();
        for (Path filter : filters) {
            perhaps.add(BloomFilter.open(filter));
        }
        return new KnownFiles(exact, perhaps);
    }

    private static List<FileHash> hashes(String item) throws IOException {
        Path file = Path.of(item);
        Optional<FileHash> given = FileHash.parse(item);
        return given.isPresent() && !Files.exists(file) ? List.of(given.get()) : hashes(file);
    }

    private static List<FileHash> hashes(Path file) throws IOException {
        List<MessageDigest> digests = new ArrayList<>();
        for (HashKind kind : HashKind.values()) {
            digests.add(digest(kind));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (MessageDigest digest : digests) {
                    digest.update(buffer, 0, count);
                }
            }
        }
        List<FileHash> hashes = new ArrayList<>();
        for (HashKind kind : HashKind.values()) {
            hashes.add(new FileHash(kind, digests.get(kind.ordinal()).digest()));
        }
        return hashes;
    }

    private static MessageDigest digest(HashKind kind) {
        try {
            return MessageDigest.getInstance(kind.algorithm());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the Java platform lacks " + kind.algorithm(), e);
        }
    }
}
