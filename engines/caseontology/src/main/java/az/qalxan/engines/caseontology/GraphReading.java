package az.qalxan.engines.caseontology;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import jakarta.json.JsonException;
import java.io.ByteArrayInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;

/** Reads JSON-LD as a graph. Nothing that it names is ever fetched. */
final class GraphReading {

    /** Where relative names are resolved; the ending is reserved, nobody has it. */
    private static final String BASE = "https://document.invalid/";

    private final Limits limits;

    GraphReading(Limits limits) {
        this.limits = limits;
    }

    /** The graph; throws {@link TooMuch} with a sentence where it cannot be had. */
    Graph read(byte[] json) {
        if (json.length > limits.bytes()) {
            throw new TooMuch("the file has more than " + limits.bytes() + " bytes");
        }
        JsonBounds.check(json, limits.depth());
        Graph graph = GraphFactory.createDefaultGraph();
        try {
            RDFParser.create()
                    .source(new ByteArrayInputStream(json))
                    .lang(Lang.JSONLD11)
                    .base(BASE)
                    .context(options())
                    .checking(false)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(counted(graph));
        } catch (JenaException | JsonException e) {
            throw new TooMuch(why(e));
        }
        return graph;
    }

    private Context options() {
        JsonLdOptions options =
                new JsonLdOptions((address, how) -> {
                    throw new JsonLdError(
                            JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                            "the context " + address + " lies outside of the file");
                });
        options.setTimeout(limits.time());
        Context context = new Context();
        context.put(LangJSONLD11.JSONLD_OPTIONS, options);
        return context;
    }

    /** All graphs of the file as one, as other validators read it. */
    private StreamRDF counted(Graph graph) {
        return new StreamRDFWrapper(StreamRDFLib.graph(graph)) {
            private int seen;

            @Override
            public void triple(Triple triple) {
                seen++;
                if (seen > limits.triples()) {
                    throw new TooMuch(
                            "the graph has more than " + limits.triples() + " statements");
                }
                super.triple(triple);
            }

            @Override
            public void quad(Quad quad) {
                triple(quad.asTriple());
            }
        };
    }

    private static String why(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null && !(cause instanceof JsonLdError)) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        String told = message == null ? cause.getClass().getSimpleName() : message;
        return "no JSON-LD: " + told.lines().findFirst().orElse("");
    }
}
