package az.qalxan.exchange.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.WorkTime;
import az.qalxan.transmission.NoticeMoved;
import az.qalxan.transmission.NoticePost;
import az.qalxan.web.ProblemFound;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The loop of notices on a real database, with moments of the test's choice. */
@PlatformTest
class NoticeTest {

    private static final AtomicInteger NETS = new AtomicInteger();

    @Autowired ApplicationContext context;
    @Autowired Owners owners;
    @Autowired OwnerStore ownerStore;
    @Autowired Feeds feeds;
    @Autowired FeedIntake intake;
    @Autowired OwnerNoticeStore notices;
    @Autowired OwnerAnswers answers;
    @Autowired RegistryDesk registry;
    @Autowired Disputes disputes;
    @Autowired NoticeMailStore mails;
    @Autowired OwnerRuleStore rules;
    @Autowired DelegationStore delegations;
    @Autowired WorkStore work;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private final Caller analyst = SignedIn.caller("cert-gov-az", Role.CERT_ANALYST);
    private final Caller other = SignedIn.caller("cert-gov-az", Role.CERT_ANALYST);
    private final String net = "198.19." + NETS.incrementAndGet();
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private <T> T as(Caller caller, Supplier<T> what) {
        return ActingAs.call(
                caller.identity(),
                () -> Objects.requireNonNull(transaction.execute(_ -> what.get())));
    }

    private void as(Caller caller, Runnable what) {
        ActingAs.run(caller.identity(), () -> transaction.executeWithoutResult(_ -> what.run()));
    }

    private UUID owner(String name, String body) {
        return as(
                analyst,
                () ->
                        owners.enter(
                                analyst,
                                new OwnerForm.Checked(name + " " + run, "AZ", "az", body, null)));
    }

    private void ask(UUID owner, String value, String since) {
        Instant from = Instant.parse(since + "T00:00:00Z");
        as(
                analyst,
                () ->
                        owners.ask(
                                analyst,
                                owner,
                                new OwnerForm.Asked(ClaimKind.PREFIX, value, from)));
    }

    private UUID claim(UUID owner) {
        return as(analyst, () -> owners.see(owner).claims().getFirst().id());
    }

    private void hold(UUID owner, String value, String since) {
        ask(owner, value, since);
        as(other, () -> owners.decide(other, claim(owner), true, ""));
    }

    private UUID feed(Handling handling) {
        return as(
                analyst,
                () ->
                        feeds.open(
                                analyst,
                                "Mənbə " + UUID.randomUUID(),
                                new FeedStore.Kind(handling, "infected-system", true)));
    }

    private FeedIntake.Receipt hand(UUID feed, String... lines) {
        byte[] content =
                ("time,ip,infection\n" + String.join("\n", lines) + "\n")
                        .getBytes(StandardCharsets.UTF_8);
        FeedIntake.Receipt receipt =
                as(
                        analyst,
                        () -> intake.take(analyst, feed, UUID.randomUUID().toString(), content));
        new NoticeStage(context).read();
        new NoticeStage(context).look(clock.instant());
        return as(analyst, () -> intake.standing(feed, receipt.key()));
    }

    private String line(String ip, Duration ago) {
        return clock.instant().minus(ago) + "," + ip + ",mirai";
    }

    private List<OwnerNoticeStore.Line> of(Caller caller, UUID owner) {
        return as(caller, () -> notices.ofOwner(owner));
    }

    private List<String> kinds(UUID owner) {
        return as(
                analyst,
                () ->
                        work.open().stream()
                                .filter(one -> owner.equals(one.owner()))
                                .map(WorkStore.Line::kind)
                                .toList());
    }

    @Test
    void whoClaimsCannotApproveAndTheDatabaseHoldsItToo() {
        UUID owner = owner("Tələsən", "");
        ask(owner, net + ".0/24", "2020-01-01");
        UUID claim = claim(owner);
        assertThatThrownBy(() -> as(analyst, () -> owners.decide(analyst, claim, true, "")))
                .isInstanceOf(ProblemFound.class);
        assertThatThrownBy(() ->
                        as(
                                analyst,
                                () ->
                                        jdbc.sql(
                                                        """
                                                        update exchange.claim set state = 'approved',
                                                          decided_at = now(), decided_by = 'x',
                                                          decided_account = database.caller_account()
                                                        where id = :id
                                                        """)
                                                .param("id", claim)
                                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("claim_by_two_people");
    }

    @Test
    void nobodyElseSeesTheNotice() {
        UUID owner = owner("Gizli", "amea");
        hold(owner, net + ".0/24", "2020-01-01");
        as(
                analyst,
                () ->
                        owners.addChannel(
                                analyst, owner, new Owners.Reach("mail", run + "@o.example")));
        hand(feed(Handling.AMBER), line(net + ".1", Duration.ofHours(1)));
        assertThat(of(analyst, owner)).hasSize(1);
        assertThat(of(SignedIn.caller("amea", Role.OPERATOR_CONTACT), owner)).hasSize(1);
        assertThat(of(SignedIn.caller("ask", Role.OPERATOR_CONTACT), owner)).isEmpty();
        assertThat(of(SignedIn.caller("cert-az", Role.CERT_ANALYST), owner)).isEmpty();
    }

    @Test
    void whatIsSeenAgainIsTheSameConcernAndAfterBeingFixedItIsToldAgain() {
        UUID owner = owner("Təkrar", "");
        hold(owner, net + ".0/24", "2020-01-01");
        as(
                analyst,
                () ->
                        owners.addChannel(
                                analyst, owner, new Owners.Reach("mail", run + "@o.example")));
        UUID feed = feed(Handling.GREEN);
        hand(feed, line(net + ".1", Duration.ofHours(3)), line(net + ".1", Duration.ofHours(2)));
        hand(feed, line(net + ".1", Duration.ofHours(1)));
        List<OwnerNoticeStore.Line> told = of(analyst, owner);
        assertThat(told).hasSize(1);
        Notice notice = told.getFirst().notice();
        OwnerNoticeStore.Item item = as(analyst, () -> notices.items(notice.id())).getFirst();
        assertThat(item.times()).isEqualTo(2);
        as(
                analyst,
                () -> answers.of(analyst, notice.number(), OwnerAnswers.Answer.FIXED, "düzəldi"));
        assertThatThrownBy(() ->
                        as(
                                analyst,
                                () ->
                                        answers.of(
                                                analyst,
                                                notice.number(),
                                                OwnerAnswers.Answer.FIXED,
                                                "")))
                .isInstanceOf(ProblemFound.class);
        hand(feed, line(net + ".1", Duration.ofSeconds(-30)));
        assertThat(of(analyst, owner)).hasSize(2);
        Notice again = of(analyst, owner).getFirst().notice();
        assertThat(as(analyst, () -> notices.items(again.id())))
                .allMatch(OwnerNoticeStore.Item::again);
    }

    @Test
    void theOwnerOfThatDayIsTold() {
        UUID before = owner("Əvvəlki", "");
        UUID after = owner("İndiki", "");
        hold(before, net + ".0/24", "2020-01-01");
        UUID old = claim(before);
        as(other, () -> owners.end(old));
        ask(after, net + ".0/24", "2026-01-01");
        as(other, () -> owners.decide(other, claim(after), true, ""));
        hand(feed(Handling.GREEN), line(net + ".1", Duration.ofSeconds(-5)));
        assertThat(of(analyst, before)).isEmpty();
        assertThat(of(analyst, after)).hasSize(1);
        assertThat(kinds(after)).as("it has no address").containsExactly("no-contact");
    }

    @Test
    void nothingIsLostInSilence() {
        UUID feed = feed(Handling.GREEN);
        FeedIntake.Receipt receipt =
                hand(feed, line("203.0.113.77", Duration.ofHours(1)), "gestern,203.0.113.78,x");
        assertThat(receipt.seen()).isEqualTo(1);
        assertThat(receipt.unowned()).isEqualTo(1);
        assertThat(receipt.damaged()).isEqualTo(1);
        assertThat(
                        as(
                                analyst,
                                () ->
                                        work.open().stream()
                                                .filter(one -> feed.equals(one.feed()))
                                                .map(WorkStore.Line::kind)
                                                .toList()))
                .containsExactlyInAnyOrder("no-owner", "damaged");
    }

    @Test
    void theSameBatchIsTakenOnceAndItsKeyHoldsForNothingElse() {
        UUID feed = feed(Handling.GREEN);
        byte[] one = "time,ip\n".getBytes(StandardCharsets.UTF_8);
        byte[] two = "time,ip\nx,y\n".getBytes(StandardCharsets.UTF_8);
        assertThat(as(analyst, () -> intake.take(analyst, feed, "k", one)).repeated()).isFalse();
        assertThat(as(analyst, () -> intake.take(analyst, feed, "k", one)).repeated()).isTrue();
        assertThatThrownBy(() -> as(analyst, () -> intake.take(analyst, feed, "k", two)))
                .isInstanceOf(ProblemFound.class);
        assertThatThrownBy(() ->
                        as(other("cert-az"), () -> intake.take(other("cert-az"), feed, "k", one)))
                .isInstanceOf(ProblemFound.class);
    }

    private static Caller other(String body) {
        return SignedIn.caller(body, Role.CERT_ANALYST);
    }

    @Test
    void lookingAtALinkIsNoAnswer() {
        UUID owner = owner("Keçid", "");
        hold(owner, net + ".0/24", "2020-01-01");
        as(
                analyst,
                () ->
                        owners.addChannel(
                                analyst, owner, new Owners.Reach("mail", run + "@o.example")));
        hand(feed(Handling.GREEN), line(net + ".1", Duration.ofHours(1)));
        String words =
                ActingAs.call(
                        az.qalxan.database.TransactionIdentity.job("test"),
                        () -> Objects.requireNonNull(transaction.execute(_ -> mailTo(run))));
        String link = words.replaceAll("(?s).*/n/([A-Za-z0-9_-]{32}).*", "$1");
        assertThat(answers.look(link).orElseThrow().state()).isEqualTo("opened");
        assertThat(of(analyst, owner).getFirst().notice().answered()).isFalse();
        assertThat(answers.byLink(link, OwnerAnswers.Answer.DISPUTED, "bizim deyil")).isPresent();
        assertThat(of(analyst, owner).getFirst().notice().state()).isEqualTo("disputed");
        assertThat(kinds(owner)).containsExactly("disputed");
        assertThat(answers.look(link + "x")).isEmpty();
    }

    private String mailTo(String begin) {
        return jdbc.sql("select words from transmission.mail_out where recipient like :to || '@%'")
                .param("to", begin)
                .query(String.class)
                .single();
    }

    @Test
    void aRegistrysFileHoldsUntilTheNextOneAndBehindClaims() {
        Caller reader = SignedIn.caller("cert-az", Role.CERT_ANALYST);
        String holder = "holder-" + run;
        String begin = "ripencc|AZ|ipv4|" + net + ".0|256|20200101|allocated|" + holder;
        String next = "ripencc|AZ|ipv4|198.19.250.0|256|20200101|allocated|" + holder;
        assertThat(read(reader, begin).changed()).isEqualTo(1);
        assertThat(read(reader, begin).changed()).isZero();
        assertThat(read(reader, next).changed()).isEqualTo(2);
        assertThatThrownBy(() -> read(reader, "x")).isInstanceOf(ProblemFound.class);
    }

    private RegistryDesk.Done read(Caller reader, String... lines) {
        return as(reader, () -> registry.read(reader, List.of(lines), "AZ", false));
    }

    @Test
    void aRegistrysFileEndsOnlyWhatItsLikeSaidAndNothingWhenItIsCutOff() {
        Caller reader = SignedIn.caller("ask", Role.CERT_ANALYST);
        List<String> whole = new java.util.ArrayList<>();
        for (int i = 0; i < 30; i++) {
            whole.add("ripencc|AZ|asn|" + (70_000 + i) + "|1|20200101|allocated|r-" + run);
        }
        assertThat(read(reader, whole.toArray(String[]::new)).changed()).isEqualTo(30);
        String other = "arin|AZ|asn|80000|1|20200101|allocated|a-" + run;
        assertThat(read(reader, other).changed()).as("another registry ends nothing").isEqualTo(1);
        assertThatThrownBy(() -> read(reader, whole.getFirst()))
                .as("29 of 30 would end")
                .isInstanceOf(ProblemFound.class);
        assertThatThrownBy(() ->
                        read(reader, "2|ripencc|20261127|2|19830705|20261126|+0100", whole.get(0)))
                .as("one of two records is missing")
                .isInstanceOf(ProblemFound.class);
        assertThat(read(reader, whole.toArray(String[]::new)).changed()).isZero();
    }

    @Test
    void whatAnotherHoldsIsNotTakenOverInPassing() {
        UUID first = owner("Birinci", "");
        hold(first, net + ".0/24", "2020-01-01");
        UUID second = owner("İkinci", "");
        ask(second, net + ".0/24", "2021-01-01");
        assertThatThrownBy(
                        () -> as(other, () -> owners.decide(other, claim(second), true, "səbəb")))
                .hasMessageContaining("claim-held");
        UUID third = owner("Üçüncü", "");
        ask(third, net + ".128/25", "2021-01-01");
        UUID part = claim(third);
        assertThat(as(other, () -> owners.rivals(owners.see(third).claims())).get(part))
                .extracting(Rival::value)
                .containsExactly(net + ".0/24");
        assertThatThrownBy(() -> as(other, () -> owners.decide(other, part, true, " ")))
                .hasMessageContaining("claim-reason-missing");
        as(other, () -> owners.decide(other, part, true, "icarə müqaviləsi"));
    }

    @Test
    void whatNobodyOwnedIsToldWhenItsOwnerBecomesKnown() {
        UUID feed = feed(Handling.GREEN);
        assertThat(hand(feed, line(net + ".1", Duration.ofHours(1))).unowned()).isEqualTo(1);
        UUID owner = owner("Sonradan", "");
        hold(owner, net + ".0/24", "2020-01-01");
        new NoticeStage(context).look(clock.instant());
        assertThat(of(analyst, owner)).hasSize(1);
        new NoticeStage(context).look(clock.instant());
        assertThat(of(analyst, owner)).as("once").hasSize(1);
    }

    @Test
    void aDisputeEndsInADecisionAndNotInSilence() {
        UUID owner = owner("Mübahisə", "");
        hold(owner, net + ".0/24", "2020-01-01");
        UUID feed = feed(Handling.GREEN);
        hand(feed, line(net + ".1", Duration.ofHours(1)));
        Notice notice = of(analyst, owner).getFirst().notice();
        as(
                analyst,
                () ->
                        answers.of(
                                analyst,
                                notice.number(),
                                OwnerAnswers.Answer.DISPUTED,
                                "telefonla: bizim deyil"));
        as(other, () -> disputes.decide(other, notice.id(), true, "reyestrə görə onundur"));
        new NoticeStage(context).look(clock.instant().plus(Duration.ofDays(1)));
        assertThat(of(analyst, owner)).hasSize(2);
        assertThat(of(analyst, owner).getLast().notice().closed()).isTrue();
    }

    @Test
    void whoAnswersForAnOwnerSaysHowItIsKnown() {
        UUID owner = owner("Danışılan", "");
        hold(owner, net + ".0/24", "2020-01-01");
        hand(feed(Handling.GREEN), line(net + ".1", Duration.ofHours(1)));
        String number = of(analyst, owner).getFirst().notice().number();
        assertThatThrownBy(() ->
                        as(
                                analyst,
                                () ->
                                        answers.of(
                                                analyst,
                                                number,
                                                OwnerAnswers.Answer.ACKNOWLEDGED,
                                                "")))
                .isInstanceOf(ProblemFound.class);
    }

    @Test
    void aLetterThatCameBackGoesWholeToTheNextAddress() {
        UUID owner = owner("İki ünvan", "");
        hold(owner, net + ".0/24", "2020-01-01");
        for (String name : List.of("bir-", "iki-")) {
            as(
                    analyst,
                    () ->
                            owners.addChannel(
                                    analyst,
                                    owner,
                                    new Owners.Reach("mail", name + run + "@o.example")));
        }
        hand(feed(Handling.GREEN), line(net + ".1", Duration.ofHours(1)));
        UUID notice = of(analyst, owner).getFirst().notice().id();
        UUID mail = as(analyst, () -> mails.mailsOf(notice)).getFirst().id();
        ActingAs.run(
                FeedStep.SYSTEM,
                () ->
                        transaction.executeWithoutResult(_ ->
                                context.publishEvent(
                                        new NoticeMoved(
                                                new NoticePost.Ref(Letters.TOPIC, mail.toString()),
                                                NoticeMoved.State.BOUNCED,
                                                "bounced"))));
        String words =
                ActingAs.call(
                        az.qalxan.database.TransactionIdentity.job("test"),
                        () ->
                                Objects.requireNonNull(
                                        transaction.execute(_ -> mailTo("iki-" + run))));
        assertThat(words).contains(net + ".1");
        String link = words.replaceAll("(?s).*/n/([A-Za-z0-9_-]{32}).*", "$1");
        assertThat(answers.look(link)).isPresent();
    }

    @Test
    void anOwnersRulesGoBeforeTheFeed() {
        UUID owner = owner("Gecikən", "");
        hold(owner, net + ".0/24", "2020-01-01");
        OwnerRule sleeping =
                new OwnerRule(
                        "all", List.of(), "daily", 0, new OwnerRule.Quiet(0, 23), false, true, "");
        as(
                analyst,
                () ->
                        rules.write(
                                owner,
                                sleeping,
                                null,
                                new OwnerRuleStore.By("x", clock.instant())));
        Instant noon =
                clock.instant().atZone(ZoneId.of("Asia/Baku")).with(LocalTime.NOON).toInstant();
        UUID feed = feed(Handling.GREEN);
        byte[] content =
                ("time,ip,infection\n" + line(net + ".1", Duration.ofHours(1)) + "\n")
                        .getBytes(StandardCharsets.UTF_8);
        ActingAs.run(
                analyst.identity(),
                () -> WorkTime.run(noon, () -> intake.take(analyst, feed, "q", content)));
        new NoticeStage(context).read();
        new NoticeStage(context).look(noon);
        List<OwnerNoticeStore.Line> asleep = of(analyst, owner);
        new NoticeStage(context).look(noon.plus(Duration.ofHours(11).plusMinutes(30)));
        assertThat(of(analyst, owner)).hasSizeGreaterThan(asleep.size());
    }

    @Test
    void whoHandlesAPartSeesItsNoticesUntilItIsRevoked() {
        UUID owner = owner("Tapşıran", "amea");
        hold(owner, net + ".0/25", "2020-01-01");
        hold(owner, net + ".128/25", "2020-01-01");
        Caller helper = SignedIn.caller("ask", Role.OPERATOR_CONTACT);
        Instant now = clock.instant();
        as(
                analyst,
                () ->
                        delegations.give(
                                new DelegationStore.Given(
                                        owner,
                                        "prefix " + net + ".128/25",
                                        "ask",
                                        "",
                                        "",
                                        now.minusSeconds(60),
                                        now.plus(Duration.ofDays(30)),
                                        "x")));
        hand(
                feed(Handling.AMBER),
                line(net + ".1", Duration.ofHours(1)),
                line(net + ".129", Duration.ofHours(1)));
        assertThat(of(analyst, owner)).hasSize(2);
        List<OwnerNoticeStore.Line> seen = of(helper, owner);
        assertThat(seen).hasSize(1);
        assertThat(as(helper, () -> notices.items(seen.getFirst().notice().id())))
                .extracting(OwnerNoticeStore.Item::place)
                .containsExactly(net + ".129");
        assertThat(as(helper, () -> ownerStore.channels(List.of(owner)))).isEmpty();
        as(
                helper,
                () ->
                        answers.of(
                                helper,
                                seen.getFirst().notice().number(),
                                OwnerAnswers.Answer.ACKNOWLEDGED,
                                ""));
        UUID given = as(analyst, () -> delegations.of(owner)).getFirst().id();
        assertThat(as(analyst, () -> delegations.revoke(owner, given, "x", now))).isTrue();
        assertThat(of(helper, owner)).isEmpty();
    }
}
