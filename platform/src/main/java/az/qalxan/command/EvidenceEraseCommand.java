package az.qalxan.command;

import az.qalxan.access.Confirmation;
import az.qalxan.casework.CaseNumber;
import az.qalxan.evidence.KeyDestruction;
import az.qalxan.web.ProblemFound;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./qalxan evidence erase}: two people destroy the keys of a case. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Destroys the keys of a case, and with them every stored file of it, for good. Two"
                    + " people who may decide about the case's evidence are there and confirm it,"
                    + " each with a fresh code or the password. Chains, journal and ledger stay."
                    + " The page of the case does the same in two steps.",
            "Backups that were made before still open with the master key of then: afterwards run"
                    + " ./qalxan evidence rotate --master and let them end."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the keys are destroyed",
            "1:they are not; the message says why",
            "2:the command line is wrong"
        })
final class EvidenceEraseCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, description = "The data folder.")
    Path data = Path.of("");

    @Option(names = "--case", required = true, paramLabel = "NUMBER", description = "The case.")
    String number = "";

    @Option(
            names = "--confirm",
            required = true,
            paramLabel = "NUMBER",
            description = "The case's number once more.")
    String confirm = "";

    @Mixin EraseGrounds grounds = new EraseGrounds();

    @Mixin TwoPeople people = new TwoPeople();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!CaseNumber.fits(number) || !confirm.equals(number)) {
            return refuse("--case is a case's number, and --confirm repeats it.", 2);
        }
        if (grounds.blank()) {
            return refuse("--reason, --basis and --document say something.", 2);
        }
        try (ConfigurableApplicationContext started = Platform.quietly(data)) {
            Confirmation confirmation = started.getBean(Confirmation.class);
            Optional<KeyDestruction.Person> one =
                    person(confirmation, people.first, people.firstCode);
            Optional<KeyDestruction.Person> two =
                    person(confirmation, people.second, people.secondCode);
            if (one.isEmpty() || two.isEmpty()) {
                return refuse(
                        (one.isEmpty() ? people.first : people.second) + " is not confirmed.", 1);
            }
            int files =
                    started.getBean(KeyDestruction.class)
                            .together(new CaseNumber(number), grounds.told(), one.get(), two.get());
            spec.commandLine()
                    .getOut()
                    .printf("evidence erase: %s, the keys of %d files are gone%n", number, files);
            return 0;
        } catch (ProblemFound e) {
            return refuse(e.problem().slug() + ".", 1);
        }
    }

    private static Optional<KeyDestruction.Person> person(
            Confirmation confirmation, String name, String code) {
        return confirmation
                .present(name, code)
                .map(one -> new KeyDestruction.Person(one.caller(), one.confirmed()));
    }

    private int refuse(String why, int code) {
        spec.commandLine().getErr().println("evidence erase: " + why);
        return code;
    }
}
