package az.qalxan.walk;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Role;
import az.qalxan.cooperation.conversation.TalkStage;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The conversation about a request and the letters, as an officer sees them. */
@PlatformTest
class ConversationWalkTest {

    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"az, 1440", "en, 390"})
    void anOfficerReadsAndAnswersAConversation(String language, int width) {
        TalkStage stage = new TalkStage(context);
        String number = stage.conversation();
        stage.letter();
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.person(width, 900);
            door().enter(page, language, "dtx", Role.DUTY_OFFICER);
            page.navigate(at("/duty/requests/" + number));
            page.waitForSelector("#conversation .message");
            assertThat(page.locator("#conversation .message").count()).isGreaterThan(4);
            assertThat(page.locator("#conversation .notice.bad").count()).isEqualTo(1);
            chromium.check(page);
            shoot(page, "conversation", language, width);
            page.locator("#papers summary").first().click();
            page.navigate(at("/duty/requests/" + number + "/conversation"));
            chromium.check(page);
            page.navigate(at("/letters"));
            chromium.check(page);
            page.locator("summary").first().click();
            chromium.check(page);
            shoot(page, "letters", language, width);
            chromium.nobodyIsShutOut();
        }
    }

    private static void shoot(Page page, String name, String language, int width) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(
                                Path.of("target", "walk", name + "-" + language + width + ".png")));
    }

    private FrontDoor door() {
        return new FrontDoor(context, port);
    }

    private String at(String path) {
        return door().at(path);
    }
}
