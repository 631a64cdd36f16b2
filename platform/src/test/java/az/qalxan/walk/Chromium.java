package az.qalxan.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A headless Chromium that is used by keyboard, and that minds axe and its own console. */
final class Chromium implements AutoCloseable {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final int TABS_MAX = 150;
    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> barriers = new ArrayList<>();

    Chromium() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable())
                                        .setArgs(QUIET));
    }

    private static Path executable() {
        String named = System.getenv("QALXAN_CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        return List.of(
                        Path.of("/usr/bin/chromium"),
                        Path.of("/usr/bin/chromium-browser"),
                        Path.of("/usr/bin/google-chrome"))
                .stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium; run .ci/browser"));
    }

    /** A person's own browser, with nothing remembered; widths in CSS pixels. */
    Page person(int width, int height) {
        BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        Page page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    private void listen(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add(message.location() + ": " + message.text());
        }
    }

    /** Moves the focus by the tabulator key until it stands on such an element. */
    static void tabTo(Page page, String selector) {
        for (int tabs = 0; tabs < TABS_MAX; tabs++) {
            Object there =
                    page.evaluate("s => document.activeElement?.matches(s) ?? false", selector);
            if (Boolean.TRUE.equals(there)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no tabulator stop leads to " + selector + " on " + page.url());
    }

    /** Types into a field that is reached by the tabulator key. */
    static void type(Page page, String selector, String text) {
        tabTo(page, selector);
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().insertText(text);
    }

    /** Presses a button or follows a link that is reached by the tabulator key. */
    static void press(Page page, String selector) {
        tabTo(page, selector);
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    /** Chooses a radio button or a checkbox that is reached by the tabulator key. */
    static void choose(Page page, String selector) {
        tabTo(page, selector);
        page.keyboard().press("Space");
    }

    /** Notes what axe finds serious on the page as it stands. */
    void check(Page page) {
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            if (SERIOUS.contains(rule.getImpact())) {
                barriers.add(page.url() + ": " + rule.getId() + " " + rule.getNodes());
            }
        }
    }

    void nobodyIsShutOut() {
        assertThat(barriers).as("serious issues that axe found").isEmpty();
        assertThat(complaints).as("errors on the browser's console").isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
