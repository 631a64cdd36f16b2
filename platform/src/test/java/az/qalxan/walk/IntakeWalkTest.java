package az.qalxan.walk;

import static az.qalxan.walk.Chromium.press;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Accounts;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.access.TestAccount;
import az.qalxan.evidence.EvidenceStage;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.intake.Sender;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A file is sent from the page, interrupted, and goes on in a browser that was closed. */
@PlatformTest
class IntakeWalkTest {

    private static final int BYTES = (40 << 20) + 7;

    @TempDir private Path folder;
    @Autowired Accounts accounts;
    @Autowired ApplicationContext context;
    @Autowired Texts texts;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"az, 1440", "en, 390"})
    void aFileIsInterruptedAndGoesOn(String language, int width) throws Exception {
        Text text = texts.in(Language.of(language));
        EvidenceStage stage = new EvidenceStage(context);
        TestAccount account =
                SignedIn.account(accounts, "din", Role.INVESTIGATOR, Role.DUTY_OFFICER);
        Caller lead =
                new Caller(
                        account.id(),
                        "Sınaq " + account.username(),
                        account.body(),
                        account.roles());
        String number = stage.cases.open(lead, "Faylı gələn iş");
        Exhibit exhibit = stage.registered(lead, number, "Disk surəti", "");
        byte[] bytes = new byte[BYTES];
        new Random(width).nextBytes(bytes);
        Path file = Files.write(folder.resolve("disk-" + language + ".img"), bytes);
        Path other = Files.writeString(folder.resolve("qeyd-" + language + ".txt"), "Qeyd");
        try (Chromium chromium = new Chromium()) {
            Page first = chromium.person(width, 900);
            door().enter(first, language, account);
            interrupted(first, exhibit, file, text);
            chromium.check(first);
            first.context().close();

            Page second = chromium.person(width, 900);
            door().enter(second, language, account);
            second.navigate(at(exhibit.path()));
            assertThat(second.locator("#intake .notice").innerText())
                    .contains(file.getFileName().toString());
            second.setInputFiles("#intake-files", new Path[] {file, other});
            second.waitForSelector("#intake li[data-state=stored]:nth-of-type(2)");
            assertThat(second.locator("#intake li").first().innerText())
                    .contains(HexFormat.of().formatHex(Sender.sha256(bytes)));
            chromium.check(second);
            assertThat(stage.exhibit(lead, exhibit.id()).stored()).isNotNull();
            second.navigate(at("/evidence/intakes"));
            chromium.check(second);
            chromium.nobodyIsShutOut();
        }
    }

    /** Lets a few pieces through, pauses by keyboard, and leaves it so. */
    private void interrupted(Page page, Exhibit exhibit, Path file, Text text) {
        AtomicInteger pieces = new AtomicInteger();
        page.route(
                "**/evidence/intakes/pieces/*",
                route -> {
                    if (pieces.incrementAndGet() <= 2) {
                        route.resume();
                    }
                });
        page.navigate(at(exhibit.path()));
        page.setInputFiles("#intake-files", file);
        page.waitForFunction(
                "() => Number(document.querySelector('#intake progress')?.value) > 300");
        press(page, "#intake [data-of=pause]");
        page.waitForSelector("#intake li[data-state=paused]");
        assertThat(page.locator("#intake li small").innerText())
                .contains(text.of("intake.paused").split("[:{ ]")[0]);
        assertThat(page.evaluate("document.activeElement.dataset.of")).isEqualTo("resume");
    }

    private FrontDoor door() {
        return new FrontDoor(context, port);
    }

    private String at(String path) {
        return door().at(path);
    }
}
