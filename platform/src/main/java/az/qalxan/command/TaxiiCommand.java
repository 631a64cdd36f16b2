package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan taxii}: exchange with TAXII 2.1 servers. */
@Command(
        name = "taxii",
        mixinStandardHelpOptions = true,
        description = "Fetches objects from collections of TAXII 2.1 servers, and sends to them.",
        subcommands = {TaxiiPollCommand.class, TaxiiPushCommand.class})
final class TaxiiCommand {}
