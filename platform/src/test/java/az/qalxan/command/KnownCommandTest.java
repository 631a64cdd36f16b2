package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./qalxan known} as people and programs use it. */
class KnownCommandTest {

    private static final String MD5_OF_HELLO = "5d41402abc4b2a76b9719d911017c592";

    @TempDir Path folder;

    private static Ran known(Object... words) {
        return Ran.of(new KnownCommand(), words);
    }

    @Test
    void aSetIsBuiltAndAskedForFilesAndDigests() throws IOException {
        Path list =
                Files.writeString(folder.resolve("list"), MD5_OF_HELLO + "  a\n\n# no\nxyz  b\n");
        Path set = folder.resolve("my.known");
        Ran built =
                known(
                        "build",
                        "--list",
                        list,
                        "--digest",
                        "MD5",
                        "--out",
                        set,
                        "--name",
                        "mine",
                        "--licence",
                        "own work",
                        "--json");
        assertThat(built.error()).isEmpty();
        assertThat(built.json().get("count").asInt()).isEqualTo(1);
        assertThat(built.json().get("leftOut").asInt()).isEqualTo(1);
        Path file = Files.writeString(folder.resolve("hello"), "hello");
        Ran asked = known("check", "--set", set, file, MD5_OF_HELLO, "0".repeat(64));
        assertThat(asked.code()).isZero();
        assertThat(asked.out().lines())
                .containsExactly(
                        file + ": known by MD5 in mine",
                        MD5_OF_HELLO + ": known by MD5 in mine",
                        "0".repeat(64) + ": not known");
        Ran told = known("check", "--set", set, file, "--json");
        assertThat(told.json().get("in").get(0).get("licence").asString()).isEqualTo("own work");
    }

    @Test
    void aChangedSetIsNotUsed() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad"), "QKNOWN1\nx");
        assertThat(known("check", "--set", bad, MD5_OF_HELLO))
                .returns(1, Ran::code)
                .satisfies(ran -> assertThat(ran.out()).isEmpty());
        assertThat(known("check", "--bloom", bad, MD5_OF_HELLO).code()).isEqualTo(1);
        assertThat(known("check", MD5_OF_HELLO).code()).isEqualTo(2);
        assertThat(known("build", "--digest", "MD5").code()).isEqualTo(2);
    }
}
