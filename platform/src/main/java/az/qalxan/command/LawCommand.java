package az.qalxan.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./qalxan law}: what the law of the packs says on a day. */
@Command(
        name = "law",
        mixinStandardHelpOptions = true,
        description =
                "Answers from the law files of all packs: what is in force on a day, which legal"
                        + " basis may carry a request, when a clock ends, which day is so many"
                        + " working days later. Needs no database. What nobody has verified says"
                        + " so.",
        subcommands = {
            LawOnCommand.class,
            LawBasisCommand.class,
            LawClockCommand.class,
            LawWorkdayCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered; also when the answer is that there is no basis",
            "1:a law file cannot be read; the message says where",
            "2:the command line is wrong"
        })
final class LawCommand implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "say what to ask: on, basis, clock or workday");
    }
}
