package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.ledger.KeyName;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.ledger.NoteSigner;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./qalxan witness} as a body sets it up. */
class WitnessCommandTest {

    @TempDir Path folder;

    private static Ran witness(Object... words) {
        return Ran.of(new WitnessCommand(), words);
    }

    @Test
    void aBodyMakesAKeyAndFollowsALog() {
        Path home = folder.resolve("witness");
        NoteKey log =
                NoteSigner.generate(
                                new KeyName("qalxan.gov.az/log"),
                                NoteKey.Use.LOG,
                                new SecureRandom())
                        .key();
        Ran made = witness("init", home, "--name", "dtx.gov.az/witness");
        assertThat(made.code()).isZero();
        assertThat(NoteKey.parse(made.out().strip()).orElseThrow().use())
                .isEqualTo(NoteKey.Use.WITNESS);
        assertThat(witness("follow", home, log.text()).code()).isZero();
        Ran shown = witness("show", home);
        assertThat(shown.error()).isEmpty();
        assertThat(shown.out()).startsWith(made.out()).contains("qalxan.gov.az/log 0 ");
    }

    @Test
    void whatCannotBeIsRefused() {
        Path home = folder.resolve("witness");
        assertThat(witness("init", home, "--name", "two words").code()).isEqualTo(2);
        assertThat(witness("show", home).code()).isEqualTo(1);
        assertThat(witness("follow", home, "x").code()).isEqualTo(2);
        witness("init", home, "--name", "a");
        assertThat(witness("init", home, "--name", "a").code()).isEqualTo(1);
    }
}
