package az.qalxan.command;

import az.qalxan.engines.image.DiskImage;
import az.qalxan.engines.image.ImageFacts;
import az.qalxan.engines.image.StoredDigest;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan image info}. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description =
                "Tells what an image says of itself, and what is wrong with its structure. Reads"
                        + " no chunk; image verify does.")
final class ImageInfoCommand extends ImageFile {

    ImageInfoCommand() {}

    @Override
    int on(DiskImage image, PrintWriter out) {
        ImageFacts facts = image.facts();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(entry(facts)));
        } else {
            print(out, facts);
        }
        return 0;
    }

    private void print(PrintWriter out, ImageFacts facts) {
        out.printf(
                "%s: %s, %,d bytes in chunks of %,d, segments: %d%n",
                file, facts.format(), facts.mediaBytes(), facts.chunkBytes(), facts.files().size());
        facts.texts().forEach((name, value) -> out.printf("  %-16s %s%n", name, value));
        facts.digests()
                .forEach(one -> out.printf("  %-16s %s%n", one.kind().algorithm(), one.hex()));
        facts.readErrors().forEach(one -> out.println("  not read from the source: " + told(one)));
        facts.findings().forEach(one -> out.println("  " + told(one)));
    }

    private static Map<String, Object> entry(ImageFacts facts) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("format", facts.format());
        entry.put("files", facts.files());
        entry.put("mediaBytes", facts.mediaBytes());
        entry.put("sectorBytes", facts.sectorBytes());
        entry.put("chunkBytes", facts.chunkBytes());
        entry.put("texts", facts.texts());
        entry.put("digests", facts.digests().stream().map(ImageInfoCommand::entry).toList());
        entry.put("readErrors", facts.readErrors().stream().map(ImageFile::entry).toList());
        entry.put("findings", facts.findings().stream().map(ImageFile::entry).toList());
        return entry;
    }

    private static Map<String, Object> entry(StoredDigest digest) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("algorithm", digest.kind().algorithm());
        entry.put("hex", digest.hex());
        entry.put("file", digest.file());
        entry.put("offset", digest.offset());
        return entry;
    }
}
