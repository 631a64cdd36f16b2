package az.qalxan.walk;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Accounts;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.access.TestAccount;
import az.qalxan.access.TestCodes;
import az.qalxan.engines.ledger.BundleTrust;
import az.qalxan.engines.ledger.BundleVerdict;
import az.qalxan.engines.ledger.LedgerBundle;
import az.qalxan.evidence.EvidenceStage;
import az.qalxan.evidence.Exhibit;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * The way of a large exhibit: a file of one gigabyte is taken in, interrupted and resumed, handed
 * over by two signatures, exported and checked offline; one flipped byte is located.
 */
@PlatformTest
class EvidenceJourneyTest {

    private static final long SEED = 8_053L;
    private static final int BLOCK = 1 << 20;

    /** One gigabyte, unless somebody asks for less. */
    private static final int BLOCKS = Integer.getInteger("qalxan.walk.blocks", 1_000);

    private static final BundleTrust TRUST = new BundleTrust(List.of(), null);
    private static final double PATIENCE_MILLIS = 600_000;

    @Autowired Accounts accounts;
    @Autowired ApplicationContext context;
    @Autowired Texts texts;
    @LocalServerPort int port;
    @TempDir Path folder;

    @Test
    void aGigabyteIsTakenInHandedOverExportedAndChecked() throws Exception {
        EvidenceStage stage = new EvidenceStage(context);
        TestAccount giving =
                SignedIn.account(accounts, "din", Role.INVESTIGATOR, Role.DUTY_OFFICER);
        TestAccount taking = SignedIn.account(accounts, "din", Role.INVESTIGATOR);
        Caller giver = caller(giving);
        String number = stage.cases.open(giver, "Bir gigabaytlıq iş");
        Exhibit image = stage.registered(giver, number, "Disk obrazı", "Z-1");
        Path file = content();
        Text text = texts.in(Language.AZ);
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.person(1280, 900);
            door().enter(page, "az", giving);
            takeIn(chromium, page, image, file);
            String transfer = handOver(chromium, page, image, caller(taking), giving);
            Page other = chromium.person(390, 844);
            door().enter(other, "az", taking);
            sign(chromium, other, transfer, taking);
            Path exported = export(chromium, other, number, image);
            check(exported);
            other.navigate(at(image.path()));
            assertThat(other.locator("#chain").innerText())
                    .contains(text.of("evidence.event.transferred"));
            chromium.nobodyIsShutOut();
        }
    }

    private static Caller caller(TestAccount account) {
        return new Caller(
                account.id(), "Sınaq " + account.username(), account.body(), account.roles());
    }

    private Path content() throws IOException {
        Path file = folder.resolve("disk.img");
        byte[] block = new byte[BLOCK];
        Random random = new Random(SEED);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < BLOCKS; i++) {
                if (i % 64 == 0) {
                    random.nextBytes(block);
                }
                block[0] = (byte) i;
                out.write(block);
            }
        }
        return file;
    }

    /** Sends the file, leaves the page in the middle, comes back and goes on from there. */
    private void takeIn(Chromium chromium, Page page, Exhibit image, Path file) {
        page.navigate(at(image.path()));
        chromium.check(page);
        page.setInputFiles("#intake-files", file);
        Locator percent = page.locator("#intake ul.intake [data-of=percent]");
        page.waitForFunction("() => document.querySelector('#intake progress')?.value > 100");
        page.locator("#intake [data-of=pause]").click();
        page.waitForSelector("#intake [data-of=resume]:not([hidden])");
        chromium.check(page);
        assertThat(percent.innerText()).isNotEqualTo("100 %");
        page.reload();
        assertThat(page.locator("#intake").innerText()).contains("disk.img");
        page.setInputFiles("#intake-files", file);
        page.waitForFunction("() => document.querySelector('#intake progress')?.value >= 100");
        page.waitForSelector(
                "#intake li[data-state=stored]",
                new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLIS));
        page.navigate(at(image.path()));
        assertThat(page.locator("#digests").innerText()).contains("SHA-256", "disk.img");
        chromium.check(page);
    }

    private String handOver(
            Chromium chromium, Page page, Exhibit image, Caller taker, TestAccount giving) {
        page.navigate(
                at(
                        "/evidence/transfers/new?case="
                                + image.caseNumber()
                                + "&exhibit="
                                + image.id()));
        chromium.check(page);
        page.selectOption("#t-to", "account:" + taker.account());
        page.fill("#t-reason", "Təhlil üçün verilir.");
        page.fill("#t-basis", "Tapşırıq 12");
        page.fill("#t-condition", "Zədəsiz, plomb bütövdür.");
        page.check("input[name=seals][value=intact]");
        page.fill("#t-place", "Analitik iş yeri 4");
        page.fill("#code", TestCodes.now(context, giving));
        confirmed(page, "main form[action='/evidence/transfers'] button.btn");
        page.waitForURL("**/evidence/transfers/*-*");
        chromium.check(page);
        return page.url().replaceAll(".*(/evidence/transfers/.*)", "$1");
    }

    private static void confirmed(Page page, String button) {
        page.onceDialog(Dialog::accept);
        page.locator(button).click();
    }

    private void sign(Chromium chromium, Page page, String transfer, TestAccount taking) {
        page.navigate(at(transfer));
        chromium.check(page);
        page.check("input[name=found][value=as-stated]");
        page.fill("#code", TestCodes.now(context, taking));
        confirmed(page, "#decide form[action$='/sign'] button.btn");
        page.waitForSelector(
                "#decide",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(page.locator("#signatures li.hands").count()).isEqualTo(2);
        chromium.check(page);
    }

    private Path export(Chromium chromium, Page page, String number, Exhibit image) {
        page.navigate(at("/evidence/dossiers/new?case=" + number));
        chromium.check(page);
        page.check("input[name=exhibit][value='" + image.id() + "']");
        page.fill("#d-recipient", "Nümunə Məhkəməsi");
        page.fill("#d-basis", "CPM, təsdiqlənməyib");
        page.fill("#d-document", "Qərar 12");
        page.locator("form[action='/evidence/dossiers/preview'] button.btn").click();
        page.locator("form[action='/evidence/dossiers'] button.btn").click();
        page.waitForSelector(
                "#progress a[download]",
                new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLIS));
        chromium.check(page);
        Download download =
                page.waitForDownload(() -> page.locator("#progress a[download]").click());
        Path exported = folder.resolve("export.asice");
        download.saveAs(exported);
        return exported;
    }

    /** What was exported is whole; with one byte flipped in it, that place is named. */
    private static void check(Path exported) throws IOException {
        BundleVerdict whole = LedgerBundle.verify(exported, TRUST);
        assertThat(whole.valid()).as(whole.toString()).isTrue();
        long place = Files.size(exported) / 2;
        try (RandomAccessFile bytes = new RandomAccessFile(exported.toFile(), "rw")) {
            bytes.seek(place);
            int before = bytes.read();
            bytes.seek(place);
            bytes.write(before ^ 1);
        }
        BundleVerdict damaged = LedgerBundle.verify(exported, TRUST);
        assertThat(damaged.valid()).isFalse();
        assertThat(damaged.toString()).contains("disk.img");
    }

    private FrontDoor door() {
        return new FrontDoor(context, port);
    }

    private String at(String path) {
        return door().at(path);
    }
}
