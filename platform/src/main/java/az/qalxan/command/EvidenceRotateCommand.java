package az.qalxan.command;

import az.qalxan.database.DataFolder;
import az.qalxan.database.VaultFolder;
import az.qalxan.engines.vault.CaseKey;
import az.qalxan.engines.vault.KeyRing;
import az.qalxan.engines.vault.MasterKey;
import az.qalxan.engines.vault.Rotation;
import az.qalxan.engines.vault.Vault;
import az.qalxan.engines.vault.VaultRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./qalxan evidence rotate}: new keys for stored files, which stay as they are. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = {
            "Gives the files of every case keys under a new key of the case, and destroys the"
                    + " earlier one; with --master a new master key wraps the keys of all"
                    + " cases, and"
                    + " the earlier one is destroyed. The bytes are not written anew.",
            "With --master stop the server first. The same command again goes on after a stop."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:some seal cannot be read, so its earlier key was kept; or there is no vault",
            "2:the command line is wrong"
        })
final class EvidenceRotateCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, description = "The data folder.")
    Path data = Path.of("");

    @Option(names = "--master", description = "The master key too.")
    boolean master;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        VaultFolder folder = new VaultFolder(DataFolder.open(data));
        if (!folder.exists()) {
            spec.commandLine().getErr().println("evidence rotate: no vault in " + data);
            return 1;
        }
        MasterKey now = folder.key();
        boolean another = master || folder.rotates();
        KeyRing ring = another ? KeyRing.of(folder.nextKey(), now) : KeyRing.of(now);
        boolean good;
        try (Vault vault = Vault.open(folder.path(), ring, new SecureRandom())) {
            good = rotated(vault);
            vault.rewrap();
            tell(
                    "%d cases under the %s master key%n",
                    vault.inventory().cases(), another ? "new" : "same");
        }
        if (another) {
            // From here on the earlier key is nowhere.
            Files.move(
                    folder.nextFile(),
                    folder.keyFile(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return good ? 0 : 1;
    }

    private boolean rotated(Vault vault) throws IOException {
        boolean good = true;
        for (CaseKey owner : vault.cases()) {
            try {
                Rotation rotation = vault.rotate(owner);
                good &= rotation.unreadable().isEmpty();
                tell("case %s: %d files%n", owner, rotation.wrapped());
                rotation.unreadable().forEach(one -> tell("  unreadable seal: %s%n", one));
            } catch (VaultRefused e) {
                if (e.why() != VaultRefused.Why.ERASED) {
                    throw e;
                }
            }
        }
        return good;
    }

    private void tell(String format, Object... arguments) {
        spec.commandLine().getOut().printf(format, arguments);
        spec.commandLine().getOut().flush();
    }
}
