package az.qalxan.command;

import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.engines.threatintel.json.StrictJson;
import az.qalxan.engines.threatintel.misp.Conversion;
import az.qalxan.engines.threatintel.misp.Conversion.Kept;
import az.qalxan.engines.threatintel.misp.MispStix;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./qalxan misp convert}. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description =
                "Prints an event of MISP as a bundle of STIX 2.1, or a bundle as an event. What the"
                        + " other format cannot say is kept whole inside and listed on the standard"
                        + " error, with --json in the output.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:converted",
            "1:the input cannot be read or is not what was announced",
            "2:the command line is wrong"
        })
final class MispConvertCommand implements Callable<Integer> {

    /** What is made. */
    enum Target {
        stix,
        misp
    }

    @Parameters(paramLabel = "FILE", description = "An event or a bundle; - is the standard input.")
    String file = "";

    @Option(names = "--to", required = true, description = "${COMPLETION-CANDIDATES}")
    Target to = Target.stix;

    @Option(names = "--json", description = "Print one object: result, and kept as a list.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter error = spec.commandLine().getErr();
        switch (converted()) {
            case Conversion.Converted(ObjectNode result, List<Kept> kept) -> {
                print(result, kept);
                return 0;
            }
            case Conversion.Refused(String words) -> {
                error.println("misp: " + file + ": " + words);
                return 1;
            }
        }
    }

    private Conversion converted() {
        try (InputStream in = StixCheckCommand.open(file)) {
            return switch (new StrictJson(JsonLimits.USUAL).read(in)) {
                case JsonReading.Refused refused ->
                        new Conversion.Refused(refused.fault().toString());
                case JsonReading.Read read ->
                        read.node() instanceof ObjectNode object
                                ? converted(object)
                                : new Conversion.Refused("a JSON object is wanted");
            };
        } catch (IOException e) {
            return new Conversion.Refused("cannot be read: " + CaseValidateCommand.why(e));
        }
    }

    private Conversion converted(ObjectNode input) {
        return to == Target.stix
                ? MispStix.toStix(input)
                : MispStix.toMisp(input, Clock.systemUTC().instant());
    }

    private void print(ObjectNode result, List<Kept> kept) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("result", result);
            whole.put("kept", kept);
            out.println(JsonMapper.shared().writeValueAsString(whole));
        } else {
            out.println(result.toPrettyString());
            PrintWriter error = spec.commandLine().getErr();
            kept.forEach(one ->
                    error.printf("kept %s (%s): %s%n", one.pointer(), one.what(), one.why()));
            error.flush();
        }
        out.flush();
    }
}
