package az.qalxan.command;

import picocli.CommandLine.Option;

/** Two people at the console, each with a proof of their own. */
final class TwoPeople {

    @Option(names = "--first", required = true, paramLabel = "USER", description = "Who proposes.")
    String first = "";

    @Option(names = "--second", required = true, paramLabel = "USER", description = "Who decides.")
    String second = "";

    @Option(
            names = "--first-code",
            interactive = true,
            arity = "0..1",
            required = true,
            prompt = "Code or password of the first person: ",
            description = "Asked for where no value follows.")
    String firstCode = "";

    @Option(
            names = "--second-code",
            interactive = true,
            arity = "0..1",
            required = true,
            prompt = "Code or password of the second person: ",
            description = "Asked for where no value follows.")
    String secondCode = "";
}
