package az.qalxan.command;

import az.qalxan.engines.detection.RuleFlaw;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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

/** {@code ./qalxan sigma check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reads rules and tells everything that is wrong with them: file, line, column,"
                        + " rule, what was found and what to do. Exit code 1 when one cannot be"
                        + " used.")
final class SigmaCheckCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Rule files, or folders with *.yml and *.yaml.")
    List<Path> places = List.of();

    @Option(
            names = "--pipeline",
            arity = "1..*",
            paramLabel = "NAME|FILE",
            description =
                    "Changes rules to fit the fields of the events, as pySigma's pipelines do:"
                            + " files, or ecs_windows, sysmon, windows-audit, windows-security,"
                            + " auditd, zeek, suricata, ocsf.")
    List<String> pipelines = List.of();

    @Option(names = "--json", description = "Print each flaw, and the summary, as JSON objects.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    SigmaCheckCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SigmaFiles files;
        try {
            files = SigmaFiles.read(places, PipelineFiles.read(pipelines));
        } catch (IOException e) {
            spec.commandLine().getErr().println("sigma: " + e.getMessage());
            return 2;
        }
        if (files.files() == 0) {
            spec.commandLine().getErr().println("sigma: there is no *.yml or *.yaml in " + places);
            return 2;
        }
        files.rules().flaws().forEach((file, flaws) -> flaws.forEach(one -> tell(out, file, one)));
        summary(out, files);
        out.flush();
        return files.refused() == 0 ? 0 : 1;
    }

    private void tell(PrintWriter out, String file, RuleFlaw flaw) {
        String grade = flaw.code().warning() ? "warning" : "error";
        if (!json) {
            out.printf(
                    "%s:%d:%d: %s: %s%s; %s%n",
                    file,
                    flaw.line(),
                    flaw.column(),
                    grade,
                    flaw.rule().isEmpty() ? "" : "rule " + flaw.rule() + ": ",
                    flaw.words(),
                    flaw.remedy());
            return;
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", file);
        entry.put("line", flaw.line());
        entry.put("column", flaw.column());
        entry.put("grade", grade);
        entry.put("rule", flaw.rule());
        entry.put("code", flaw.code().name());
        entry.put("found", flaw.words());
        entry.put("remedy", flaw.remedy());
        out.println(JsonMapper.shared().writeValueAsString(entry));
    }

    private void summary(PrintWriter out, SigmaFiles files) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("files", files.files());
        counts.put("documents", files.documents());
        counts.put("rules", files.rules().rules().size());
        counts.put("correlations", files.rules().correlations().size());
        counts.put("filters", files.rules().filters());
        counts.put("refused", files.refused());
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(counts));
        } else {
            StringBuilder line = new StringBuilder();
            counts.forEach((what, count) ->
                    line.append(line.isEmpty() ? "" : ", ").append(count).append(' ').append(what));
            out.println(line);
        }
    }
}
