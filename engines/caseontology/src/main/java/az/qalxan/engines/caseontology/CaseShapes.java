package az.qalxan.engines.caseontology;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shared.JenaException;

/**
 * The published shapes of UCO and CASE (or any others of the same make), read once from a folder;
 * judges any number of graphs, from several threads.
 */
public final class CaseShapes {

    private final Shapes shapes;
    private final TargetIndex index;
    private final Vocabulary vocabulary;
    private final Path place;
    private final ShapeFolder folder;
    private final Limits limits;

    private CaseShapes(Path place, ShapeFolder folder, Shapes shapes, Limits limits) {
        this.place = place;
        this.folder = folder;
        this.shapes = shapes;
        this.limits = limits;
        this.index = new TargetIndex(shapes.getTargetShapes());
        this.vocabulary = new Vocabulary(shapes.getGraph());
    }

    /** Reads every Turtle file under the folder that tells of classes or shapes. */
    public static CaseShapes load(Path folder, Limits limits) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder + " is no folder");
        }
        ShapeFolder read = ShapeFolder.read(folder);
        Selects.mend(read.graph(), read.prefixes());
        try {
            Shapes shapes = Shapes.parse(read.graph());
            if (shapes.numRootShapes() == 0) {
                throw new NoSuchFileException(folder + " has no shapes in Turtle files");
            }
            return new CaseShapes(folder, read, shapes, limits);
        } catch (JenaException e) {
            throw new IOException("the shapes in " + folder + " cannot be read", e);
        }
    }

    public static CaseShapes load(Path folder) throws IOException {
        return load(folder, Limits.USUAL);
    }

    /** The files that were read. */
    public List<Path> files() {
        return folder.files();
    }

    /** The versions that the ontologies give themselves. */
    public List<String> ontologies() {
        return folder.ontologies();
    }

    /** SHA-256 over what was read, hexadecimal: the same shapes, the same digest. */
    public String digest() {
        return folder.digest();
    }

    /** Takes the files over into another folder in place of what lies there, all or none. */
    public void copyTo(Path other) throws IOException {
        ShapeCopy.replace(place, folder.files(), other);
    }

    public CaseVerdict validate(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return validate(in);
        }
    }

    public CaseVerdict validate(InputStream jsonLd) throws IOException {
        return validate(
                jsonLd.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limits.bytes() + 1)));
    }

    /** Never throws for what stands in the bytes. */
    public CaseVerdict validate(byte[] jsonLd) {
        try {
            Graph graph = new GraphReading(limits).read(jsonLd);
            Findings findings = new Findings(limits.findings());
            Deadline deadline = new Deadline(System::nanoTime, limits.time());
            new Judging(shapes, graph, findings, deadline).run(index);
            vocabulary.unknown(graph).forEach(findings::unknownWord);
            List<Finding> violations = findings.of(false);
            return violations.isEmpty() && !findings.full()
                    ? new CaseVerdict.Valid(graph.size(), findings.of(true))
                    : new CaseVerdict.Invalid(
                            graph.size(), violations, findings.of(true), findings.full());
        } catch (TooMuch e) {
            return new CaseVerdict.Refused(e.sentence());
        }
    }
}
