package az.qalxan.scaleout;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./qalxan scaleout}: detection on Kafka and Flink. */
@Command(
        name = "scaleout",
        mixinStandardHelpOptions = true,
        subcommands = {RunCommand.class},
        description = "Detection on several machines, on Kafka and Flink.")
final class ScaleoutCommand {

    private ScaleoutCommand() {}

    public static void main(String[] words) {
        System.exit(line().execute(words));
    }

    static CommandLine line() {
        return new CommandLine(new ScaleoutCommand());
    }
}
