package az.qalxan.walk;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Role;
import az.qalxan.exchange.notice.NoticeStage;
import az.qalxan.transmission.KeyStage;
import az.qalxan.transmission.KeyUsage;
import az.qalxan.transmission.mail.MailStage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * The whole loop of notices with a real mail server: an owner is entered and its network approved
 * by another, a feed hands a file in, the first mail comes back, the next address has an ended key,
 * the owner acknowledges on its page and by the link of another mail, and what nobody answers goes
 * further.
 */
@PlatformTest
class NoticeLoopTest {

    private static final AtomicInteger NETS = new AtomicInteger();
    private static final Pattern LINK = Pattern.compile("/n/([A-Za-z0-9_-]{32})");
    private static final String US = "qalxan-n@qalxan.example";
    private static final String CERT = "sciencecert";

    @Autowired ApplicationContext context;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private final GreenMail server =
            new GreenMail(
                    new ServerSetup[] {
                        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
                    });
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String first = "abuse-" + run + "@owner.example";
    private final String second = "noc-" + run + "@owner.example";
    private final String above = "above-" + run + "@owner.example";
    private final String net = "198.18." + NETS.incrementAndGet();

    @BeforeEach
    void configure() {
        server.start();
        server.setUser(US, US, "parol");
        settings().forEach((name, value) -> System.setProperty("qalxan.mail." + name, value));
    }

    @AfterEach
    void leave() {
        settings().keySet().forEach(name -> System.clearProperty("qalxan.mail." + name));
        server.stop();
    }

    private Map<String, String> settings() {
        return Map.of(
                "address", US,
                "smtp.host", "127.0.0.1",
                "smtp.port", String.valueOf(server.getSmtp().getPort()),
                "smtp.tls", "none",
                "imap.host", "127.0.0.1",
                "imap.port", String.valueOf(server.getImap().getPort()),
                "imap.tls", "none",
                "imap.password", "parol");
    }

    @ParameterizedTest
    @CsvSource({"az, 1440, amea", "en, 390, ask"})
    void whatIsSeenReachesItsOwnerAndIsFollowed(String language, int width, String ownerBody)
            throws MessagingException {
        KeyStage keys = new KeyStage(context);
        keys.inForce(second, KeyUsage.OPENPGP, mails().endedKey(second));
        try (Chromium chromium = new Chromium()) {
            Page analyst = chromium.person(width, 900);
            door().enter(analyst, language, CERT, Role.CERT_ANALYST);
            look(chromium, analyst, "/notices", "notices-empty-" + language);
            String owner = register(analyst, ownerBody);
            Page other = chromium.person(width, 900);
            door().enter(other, language, CERT, Role.CERT_ANALYST);
            approve(chromium, analyst, other, owner);

            handIn(chromium, analyst, "AMBER", net + ".7");
            assertThat(arrived(first, 1)).singleElement().asString().doesNotContain(net);
            comesBack();
            assertThat(arrived(second, 1)).singleElement().asString().doesNotContain(net);
            analyst.navigate(at("/notices/work"));
            assertThat(analyst.locator("main").innerText()).contains(first, second);
            chromium.check(analyst);
            shoot(analyst, "notice-work-" + language);
            settleFirst(analyst);

            acknowledge(chromium, chromium.person(width, 900), language, ownerBody);
            handIn(chromium, analyst, "GREEN", net + ".8");
            String link = link(arrived(second, 2).getLast());
            byLink(chromium, chromium.person(width, 900), link, language);

            handIn(chromium, analyst, "GREEN", net + ".9");
            unanswered(chromium, analyst, language);
            chromium.nobodyIsShutOut();
        }
    }

    private void look(Chromium chromium, Page page, String path, String name) {
        page.navigate(at(path));
        chromium.check(page);
        shoot(page, name);
    }

    /** Enters who stands above, the owner with two addresses, and asks for its network. */
    private String register(Page page, String ownerBody) {
        String superior = "Nəzarət " + run;
        enter(page, superior, "", "");
        addAddress(page, above);
        enter(page, "Sınaq şəbəkəsi " + run, ownerBody, superior);
        addAddress(page, first);
        addAddress(page, second);
        page.locator("#c-value").fill(net + ".0/24");
        page.locator("#c-since").fill("2020-01-01");
        page.locator("#claims form button").last().click();
        page.waitForLoadState();
        return page.url().replaceAll("#.*", "");
    }

    private void enter(Page page, String name, String body, String superior) {
        page.navigate(at("/notices/owners/new"));
        page.locator("#o-name").fill(name);
        page.locator("#o-body").selectOption(body);
        if (!superior.isEmpty()) {
            page.locator("#o-superior")
                    .selectOption(
                            new com.microsoft.playwright.options.SelectOption().setLabel(superior));
        }
        page.locator("form.card button.btn").click();
        page.waitForURL("**/notices/owners/*-*");
    }

    private static void addAddress(Page page, String address) {
        page.locator("#h-address").fill(address);
        page.locator("#channels form:has(#h-address) button").click();
        page.waitForSelector("text=" + address);
    }

    /** Who asked cannot approve; somebody else does. */
    private static void approve(Chromium chromium, Page asker, Page other, String owner) {
        assertThat(asker.locator("#claims form[action$='/approve']").count()).isZero();
        chromium.check(asker);
        other.navigate(owner);
        other.locator("#claims form[action$='/approve'] button").click();
        other.waitForSelector("#claims form[action$='/end']");
        chromium.check(other);
        other.navigate(owner.replaceAll("/[^/]*$", ""));
        chromium.check(other);
    }

    /** Opens a feed that is told at once and hands one line in. */
    private void handIn(Chromium chromium, Page page, String handling, String ip) {
        page.navigate(at("/notices/feeds"));
        boolean fresh = handling.equals("AMBER");
        if (fresh) {
            chromium.check(page);
        }
        page.locator("#f-name").fill("Mənbə " + ip + " " + run);
        page.locator("#f-type").selectOption("infected-system");
        page.locator("#f-handling").selectOption("TLP:" + handling);
        page.locator("input[name=atOnce]").check();
        page.locator("form:has(#f-name) button").click();
        page.waitForSelector("#b-file");
        String lines =
                "timestamp,ip,port,infection\n%s,%s,443,mirai\nyesterday,%s,1,mirai\n"
                        .formatted(clock.instant().minus(Duration.ofHours(1)), ip, ip);
        page.locator("#b-file")
                .setInputFiles(
                        new FilePayload(
                                "report.csv", "text/csv", lines.getBytes(StandardCharsets.UTF_8)));
        page.locator("form:has(#b-file) button").click();
        page.waitForSelector("main .q");
        new NoticeStage(context).read();
        new NoticeStage(context).look(clock.instant());
        mails().send(clock.instant().plusSeconds(1));
        page.reload();
        if (fresh) {
            chromium.check(page);
        }
        assertThat(page.locator("main li[data-batch=done]").count()).isPositive();
    }

    /** A report that the mail to the first address did not arrive lies in our mailbox. */
    private void comesBack() throws MessagingException {
        String id = received(first).getFirst().getMessageID();
        String report =
                """
                From: MAILER-DAEMON@mx.example
                To: %s
                Subject: Undelivered
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                No such user.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1
                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                --b--
                """
                        .formatted(US, first, id)
                        .replace("\n", "\r\n");
        GreenMailUser box = server.getUserManager().getUserByEmail(US);
        box.deliver(
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8))));
        mails().fetch(clock.instant());
        mails().send(clock.instant().plusSeconds(1));
    }

    private static void settleFirst(Page page) {
        page.locator("main details summary").first().click();
        page.locator("main details[open] textarea").fill("Ünvan telefonla dəqiqləşdirildi.");
        page.locator("main details[open] button").click();
        page.waitForLoadState();
    }

    private void acknowledge(Chromium chromium, Page owner, String language, String body) {
        door().enter(owner, language, body, Role.OPERATOR_CONTACT);
        owner.navigate(at("/notices"));
        chromium.check(owner);
        owner.locator("main a.t").first().click();
        owner.waitForSelector("#answer");
        chromium.check(owner);
        assertThat(owner.locator("#items").innerText()).contains(net + ".7:443", "mirai");
        owner.locator("#a-words").fill("Server dayandırıldı.");
        shoot(owner, "notice-owner-" + language);
        owner.locator("#answer button[value=acknowledged]").click();
        owner.waitForSelector("text=Server dayandırıldı.");
        owner.navigate(at("/notices/owners"));
        chromium.check(owner);
    }

    private void byLink(Chromium chromium, Page visitor, String link, String language) {
        visitor.navigate(at("/n/" + link + "?lang=" + language));
        chromium.check(visitor);
        assertThat(visitor.locator("#items").innerText()).contains(net + ".8");
        shoot(visitor, "notice-link-" + language);
        visitor.locator("#answer button[value=fixed]").click();
        visitor.waitForSelector("main [data-state=fixed]");
        assertThat(visitor.locator("#answer button[value=fixed]").count()).isZero();
    }

    /** A day later the owner is reminded, a day later its superior told and a person called. */
    private void unanswered(Chromium chromium, Page page, String language) {
        Instant now = clock.instant();
        NoticeStage stage = new NoticeStage(context);
        arrived(second, 3);
        stage.look(now.plus(Duration.ofHours(25)));
        mails().send(now.plus(Duration.ofHours(26)));
        arrived(second, 4);
        assertThat(mailsTo(above)).isEmpty();
        stage.look(now.plus(Duration.ofHours(51)));
        mails().send(now.plus(Duration.ofHours(52)));
        arrived(above, 1);
        page.navigate(at("/notices?show=late"));
        chromium.check(page);
        shoot(page, "notices-late-" + language);
        page.locator("main a.t", new Page.LocatorOptions().setHasText(run)).first().click();
        page.waitForSelector("#steps");
        chromium.check(page);
        shoot(page, "notice-late-" + language);
        assertThat(page.locator("#mails").innerText()).contains(second, above);
    }

    private List<MimeMessage> received(String to) {
        List<MimeMessage> mails = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            try {
                boolean theirs =
                        GreenMailUtil.getAddressList(mail.getRecipients(Message.RecipientType.TO))
                                .contains(to);
                if (theirs) {
                    mails.add(mail);
                }
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }
        return mails;
    }

    /** So many mails; the platform's own worker may hold one at the moment. */
    private List<String> arrived(String to, int count) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(received(to)).hasSize(count));
        return mailsTo(to);
    }

    /** The mails to that address, with their parts decoded. */
    private List<String> mailsTo(String to) {
        return received(to).stream()
                .map(GreenMailUtil::getWholeMessage)
                .map(NoticeLoopTest::decoded)
                .toList();
    }

    private static String decoded(String mail) {
        StringBuilder all = new StringBuilder(mail);
        for (String block : mail.split("\r\n\r\n")) {
            try {
                all.append(
                        new String(
                                Base64.getMimeDecoder().decode(block.split("\r\n--")[0]),
                                StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                continue;
            }
        }
        return all.toString();
    }

    private static String link(String mail) {
        Matcher link = LINK.matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        return link.group(1);
    }

    private static void shoot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "walk", name + ".png")));
    }

    private MailStage mails() {
        return new MailStage(context);
    }

    private FrontDoor door() {
        return new FrontDoor(context, port);
    }

    private String at(String path) {
        return door().at(path);
    }
}
