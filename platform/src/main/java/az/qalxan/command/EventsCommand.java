package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan events}: log events for monitoring. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "Sends log events to a server that monitors them.",
        subcommands = EventsSendCommand.class)
final class EventsCommand {

    EventsCommand() {}
}
