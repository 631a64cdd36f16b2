package az.qalxan.scaleout;

import az.qalxan.engines.detection.Placeholders;
import az.qalxan.engines.detection.RuleReader;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.RulesRead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Rule files that travel with the job, so that every machine judges by the same rules. */
final class RuleFiles implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DEPTH_MAX = 24;

    private final byte[] packed;

    private RuleFiles(byte[] packed) {
        this.packed = packed;
    }

    /** The files, and of folders every *.yml and *.yaml below them. */
    static RuleFiles read(List<Path> places) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            for (Path place : places) {
                for (Path file : files(place)) {
                    byte[] text = Files.readAllBytes(file);
                    out.writeUTF(file.toString());
                    out.writeInt(text.length);
                    out.write(text);
                }
            }
            out.writeUTF("");
        }
        return new RuleFiles(bytes.toByteArray());
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.exists(place)) {
            throw new NoSuchFileException(place.toString(), null, "it is not there");
        }
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        try (Stream<Path> all = Files.walk(place, DEPTH_MAX)) {
            return all.filter(Files::isRegularFile).filter(RuleFiles::named).sorted().toList();
        }
    }

    private static boolean named(Path file) {
        String name = file.toString();
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    /** What the files hold. */
    RuleSet rules() throws IOException {
        List<RulesRead> read = new ArrayList<>();
        try (DataInputStream in =
                new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            for (String name = in.readUTF(); !name.isEmpty(); name = in.readUTF()) {
                byte[] text = in.readNBytes(in.readInt());
                read.add(RuleReader.read(name, text, Placeholders.NONE));
            }
        }
        return RuleSet.of(read);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleFiles files && Arrays.equals(packed, files.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }
}
