package az.qalxan.scaleout;

import az.qalxan.engines.detection.Placeholders;
import az.qalxan.engines.detection.RuleReader;
import az.qalxan.engines.detection.RulesRead;
import az.qalxan.engines.detection.pipeline.BadPipeline;
import az.qalxan.engines.detection.pipeline.Pipeline;
import az.qalxan.engines.detection.pipeline.PipelineReader;
import az.qalxan.engines.detection.pipeline.Pipelines;
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
    private static final String END = "";

    private final byte[] packed;

    private RuleFiles(byte[] packed) {
        this.packed = packed;
    }

    /**
     * The files, and of folders every *.yml and *.yaml below them.
     *
     * @param pipelines names of pipelines that come along, or files; rules are changed by them
     */
    static RuleFiles read(List<Path> places, List<String> pipelines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            for (String named : pipelines) {
                boolean known = Pipelines.names().contains(named);
                write(out, named, known ? new byte[0] : Files.readAllBytes(Path.of(named)));
            }
            out.writeUTF(END);
            for (Path place : places) {
                for (Path file : files(place)) {
                    write(out, file.toString(), Files.readAllBytes(file));
                }
            }
            out.writeUTF(END);
        }
        return new RuleFiles(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, String name, byte[] text) throws IOException {
        out.writeUTF(name);
        out.writeInt(text.length);
        out.write(text);
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

    /** What the files hold, each for itself. */
    List<RulesRead> rules() throws IOException {
        List<RulesRead> read = new ArrayList<>();
        try (DataInputStream in =
                new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            List<Pipeline> pipelines = new ArrayList<>();
            for (String name = in.readUTF(); !name.isEmpty(); name = in.readUTF()) {
                pipelines.add(pipeline(name, in.readNBytes(in.readInt())));
            }
            Pipeline pipeline = Pipeline.of(pipelines);
            for (String name = in.readUTF(); !name.isEmpty(); name = in.readUTF()) {
                byte[] text = in.readNBytes(in.readInt());
                read.add(RuleReader.read(name, text, Placeholders.NONE, pipeline));
            }
        }
        return read;
    }

    private static Pipeline pipeline(String name, byte[] text) throws IOException {
        try {
            Pipeline known = Pipelines.of(name).orElse(null);
            return known == null ? PipelineReader.read(text) : known;
        } catch (BadPipeline e) {
            throw new IOException(
                    "%s:%d:%d %s".formatted(name, e.line(), e.column(), e.getMessage()), e);
        }
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
