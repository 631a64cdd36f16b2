package az.qalxan.command;

import az.qalxan.engines.image.DigestCheck;
import az.qalxan.engines.image.DigestKind;
import az.qalxan.engines.image.DiskImage;
import az.qalxan.engines.image.ImageVerification;
import az.qalxan.engines.image.MediaRange;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan image verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Reads all of an image, checks every chunk and compares with the digests that it"
                        + " stores. Exit code 1 when a digest differs or anything is damaged.")
final class ImageVerifyCommand extends ImageFile {

    @Option(
            names = "--digest",
            paramLabel = "NAME",
            description = "Reckon this one also: ${COMPLETION-CANDIDATES}. MD5 is always reckoned.")
    List<DigestKind> also = List.of();

    ImageVerifyCommand() {}

    @Override
    int on(DiskImage image, PrintWriter out) throws IOException, InterruptedException {
        Set<DigestKind> kinds = EnumSet.of(DigestKind.MD5);
        kinds.addAll(also);
        ImageVerification verification = image.verify(kinds, done -> {});
        List<MediaRange> readErrors = image.facts().readErrors();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(entry(verification, readErrors)));
        } else {
            print(out, verification, readErrors);
        }
        return verification.verdict() == ImageVerification.Verdict.FAILED ? 1 : 0;
    }

    private void print(
            PrintWriter out, ImageVerification verification, List<MediaRange> readErrors) {
        out.printf("%s: %,d bytes read%n", file, verification.bytes());
        verification.digests().forEach(one -> print(out, one));
        readErrors.forEach(one -> out.println("  not read from the source: " + told(one)));
        verification.findings().forEach(one -> out.println("  " + told(one)));
        long untold = verification.findingsCount() - verification.findings().size();
        if (untold > 0) {
            out.printf("  and %,d more%n", untold);
        }
        out.println(
                switch (verification.verdict()) {
                    case INTACT -> "intact";
                    case UNPROVEN -> "no damage found, but no digest is stored that proves it";
                    case FAILED -> "NOT intact";
                });
    }

    private static void print(PrintWriter out, DigestCheck check) {
        String name = check.kind().algorithm() + told(check.scope());
        String stored = check.stored() == null ? "none" : check.stored();
        String reckoned =
                check.reckoned() == null ? "not reckoned, too much is lost" : check.reckoned();
        out.printf("  %-8s stored    %s%n", name, stored);
        out.printf("  %-8s reckoned  %s%s%n", name, reckoned, check.differs() ? "  DIFFERS" : "");
        if (check.beyondMedia()) {
            out.println(
                    "           the stored one is that of the media and the bytes beyond it that"
                            + " the last chunk holds");
        }
    }

    private static Map<String, Object> entry(
            ImageVerification verification, List<MediaRange> readErrors) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("verdict", verification.verdict().name());
        entry.put("bytes", verification.bytes());
        entry.put("lostBytes", verification.lostBytes());
        entry.put("digests", verification.digests().stream().map(one -> entry(one)).toList());
        entry.put("readErrors", readErrors.stream().map(ImageFile::entry).toList());
        entry.put("findingsCount", verification.findingsCount());
        entry.put("findings", verification.findings().stream().map(ImageFile::entry).toList());
        return entry;
    }

    private static String told(DigestCheck.Scope scope) {
        return switch (scope) {
            case MEDIA -> "";
            case STREAM -> " of a stream of chunks";
            case BLOCKS -> " over the digests of chunks";
            case MAP -> " of the map";
        };
    }

    private static Map<String, Object> entry(DigestCheck check) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("scope", check.scope().name());
        entry.put("algorithm", check.kind().algorithm());
        entry.put("stored", check.stored());
        entry.put("reckoned", check.reckoned());
        entry.put("agrees", check.agrees());
        entry.put("explainedByBytesBeyondMedia", check.beyondMedia());
        return entry;
    }
}
