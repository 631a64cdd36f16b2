package az.qalxan.command;

import picocli.CommandLine.Command;

/** {@code ./qalxan image}: disk images, without network and database. */
@Command(
        name = "image",
        mixinStandardHelpOptions = true,
        description =
                "Describes, verifies and reads disk images: EWF-E01 with its further segments, and"
                        + " AFF4.",
        subcommands = {ImageInfoCommand.class, ImageVerifyCommand.class, ImageReadCommand.class})
final class ImageCommand {

    ImageCommand() {}
}
