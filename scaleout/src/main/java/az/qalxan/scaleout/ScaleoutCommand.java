package az.qalxan.scaleout;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./qalxan scaleout}: detection on Kafka and Flink. */
@Command(
        name = "scaleout",
        mixinStandardHelpOptions = true,
        subcommands = {RunCommand.class, MasterCommand.class, WorkerCommand.class},
        description = "Detection on several machines, on Kafka and Flink.")
final class ScaleoutCommand {

    /** Other threads of the process do the work; it ends when they say so. */
    static final int GOES_ON = -1;

    private ScaleoutCommand() {}

    public static void main(String[] words) {
        int code = line().execute(words);
        if (code != GOES_ON) {
            System.exit(code);
        }
    }

    static CommandLine line() {
        CommandLine line = new CommandLine(new ScaleoutCommand());
        return line.setCommandName("./qalxan scaleout").setCaseInsensitiveEnumValuesAllowed(true);
    }
}
