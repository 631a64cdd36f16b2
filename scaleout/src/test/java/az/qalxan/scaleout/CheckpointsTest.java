package az.qalxan.scaleout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    @TempDir Path folder;

    @Test
    void theNewestWholeOneIsFoundWhateverJobWroteIt() throws IOException {
        whole("aaaa/chk-9");
        whole("bbbb/chk-10");
        Files.createDirectories(folder.resolve("bbbb/chk-11"));
        Files.createDirectories(folder.resolve("bbbb/shared"));
        assertThat(newest()).isEqualTo("chk-10");
    }

    @Test
    void withoutAnyTheJobBeginsAnew() throws IOException {
        Files.createDirectories(folder.resolve("aaaa/chk-1"));
        assertThat(newest()).isEmpty();
        assertThat(Checkpoints.newest(flinks(folder.resolve("absent")))).isEmpty();
    }

    private void whole(String name) throws IOException {
        Path checkpoint = Files.createDirectories(folder.resolve(name));
        Files.createFile(checkpoint.resolve("_metadata"));
    }

    private String newest() throws IOException {
        return Checkpoints.newest(flinks(folder))
                .map(org.apache.flink.core.fs.Path::getName)
                .orElse("");
    }

    private static org.apache.flink.core.fs.Path flinks(Path path) {
        return new org.apache.flink.core.fs.Path(path.toUri());
    }
}
