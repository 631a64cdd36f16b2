package az.qalxan.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entry: {@code ./qalxan COMMAND}. */
@Command(
        name = "qalxan",
        mixinStandardHelpOptions = true,
        version = "Qalxan 0.1.0",
        description = "The working system of a national strategy against cybercrime.",
        exitCodeOnExecutionException = 3,
        subcommands = {
            DemoCommand.class,
            DetectCommand.class,
            ServeCommand.class,
            ContentCommand.class,
            TimelineCommand.class,
            EvidenceCommand.class,
            ExtractCommand.class,
            ImageCommand.class,
            KnownCommand.class,
            KnowledgeCommand.class,
            LinkCommand.class,
            PeopleCommand.class,
            LanguageCommand.class,
            LawCommand.class,
            CaseCommand.class,
            CsafCommand.class,
            LedgerCommand.class,
            WitnessCommand.class,
            PaperCommand.class,
            ImportCommand.class,
            SeriesCommand.class,
            SigmaCommand.class,
            TaxiiCommand.class,
            StixCommand.class,
            MispCommand.class,
            RelinkCommand.class,
            PeerCommand.class,
            PlanCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            EtsiCommand.class,
            EventsCommand.class,
            NoticesCommand.class,
            EvtxCommand.class,
            BenchCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the input or the state did not allow it; the message says why",
            "2:the command line is wrong",
            "3:a defect of the program"
        })
public final class Qalxan {

    private Qalxan() {}

    public static void main(String[] arguments) {
        int code = new CommandLine(new Qalxan()).execute(arguments);
        if (code != KEEP_RUNNING) {
            System.exit(code);
        }
    }

    /** Returned by a command whose server goes on until it is stopped. */
    static final int KEEP_RUNNING = -1;
}
