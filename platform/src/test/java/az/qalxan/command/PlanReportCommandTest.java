package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./qalxan plan report}, where nothing has to be started to refuse. */
class PlanReportCommandTest {

    @TempDir Path folder;

    @Test
    void whatCannotBeAReportIsRefusedBeforeAnythingStarts() {
        String out = folder.resolve("x.pdf").toString();
        assertThat(Ran.of(new PlanReportCommand(), "--period", "2026Q5", "--out", out))
                .matches(ran -> ran.code() == 1 && ran.error().contains("2026Q5 is no period"));
        assertThat(
                        Ran.of(
                                new PlanReportCommand(),
                                "--period",
                                "2026",
                                "--body",
                                "a b",
                                "--out",
                                out))
                .matches(ran -> ran.code() == 1 && ran.error().contains("no code of a body"));
        assertThat(
                        Ran.of(
                                new PlanReportCommand(),
                                "--period",
                                "2026",
                                "--lang",
                                "tr",
                                "--out",
                                out))
                .matches(ran -> ran.code() == 1 && ran.error().contains("no language of reports"));
        String nowhere = folder.resolve("none/x.pdf").toString();
        assertThat(Ran.of(new PlanReportCommand(), "--period", "2026", "--out", nowhere))
                .matches(ran -> ran.code() == 1 && ran.error().contains("there is no folder"));
        assertThat(Ran.of(new PlanReportCommand(), "--period", "2026"))
                .matches(ran -> ran.code() == 2);
        assertThat(folder).isEmptyDirectory();
    }
}
