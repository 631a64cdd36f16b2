package az.qalxan.cooperation.conversation;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.RequestStep;
import az.qalxan.cooperation.RequestView;
import az.qalxan.cooperation.paper.PaperLanguage;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.transmission.Contents;
import az.qalxan.transmission.Correspondence;
import az.qalxan.transmission.LetterReceived;
import az.qalxan.transmission.MessageReceived;
import az.qalxan.transmission.ScriptedPeer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A conversation and a letter for tests that look at pages. */
public record TalkStage(ApplicationContext context) {

    private static final Caller OFFICER = SignedIn.caller("dtx", Role.DUTY_OFFICER);

    /** A preservation that a peer asked for, with words of both sides and a paper; its number. */
    public String conversation() {
        String peer = new ScriptedPeer(context).code();
        UUID reference = UUID.randomUUID();
        Correspondence with =
                new Correspondence(
                        peer, new BodyCode("dtx"), new BodyCode(peer + "-24-7"), UUID.randomUUID());
        says(
                with,
                reference,
                new Word.Asked(
                        "preservation",
                        false,
                        "AMBER",
                        "KZ",
                        "24/7 nöqtəsi, Astana",
                        "Asia/Almaty",
                        "",
                        "",
                        "",
                        "",
                        "BUDAPEST-185:29",
                        "Dələduzluq",
                        "Saxta ödəniş səhifəsi",
                        "poçt qutusunun giriş jurnalı, 1-5 noyabr",
                        "",
                        "",
                        null));
        RequestView request = request(peer, reference);
        Instant then = Clock.systemUTC().instant().minus(Duration.ofDays(50));
        step(request, new RequestStep.Acknowledge());
        step(request, new RequestStep.Preserve(then, then));
        says(with, reference, new Word.ExtensionAsked("Kömək sorğusu tərcümədədir"));
        says(with, reference, new Word.Answered(true, "səhv söz", ""));
        String number = request.head().number().value();
        SignedIn.run(
                OFFICER,
                () ->
                        context.getBean(PaperWork.class)
                                .make(
                                        number,
                                        new PaperWork.Wanted(
                                                "acknowledgement", PaperLanguage.RU, ""),
                                        OFFICER));
        return number;
    }

    /** A letter that waits to be classified. */
    public void letter() {
        system(() -> {
            context.publishEvent(
                    new LetterReceived(
                            UUID.randomUUID(),
                            "<" + UUID.randomUUID() + ">",
                            "duty@point.example",
                            "",
                            false,
                            "Urgent: please preserve",
                            "Please preserve the account named below until our letter arrives.",
                            List.of()));
            return true;
        });
    }

    private void says(Correspondence with, UUID reference, Word word) {
        Contents contents =
                new Contents(
                        WordJson.write(new Spoken(reference, "S-2026-000000777", word)), List.of());
        system(() -> {
            context.publishEvent(
                    new MessageReceived(
                            with,
                            WordKind.of(word).wire(),
                            UUID.randomUUID(),
                            contents,
                            Clock.systemUTC().instant(),
                            ""));
            return true;
        });
    }

    private RequestView request(String peer, UUID reference) {
        return system(() ->
                context.getBean(ThreadStore.class)
                        .named(peer, reference)
                        .flatMap(one -> context.getBean(RequestDesk.class).find(one.request()))
                        .orElseThrow());
    }

    private void step(RequestView request, RequestStep step) {
        RequestDesk desk = context.getBean(RequestDesk.class);
        String number = request.head().number().value();
        SignedIn.run(
                OFFICER,
                () -> desk.take(number, desk.require(number).head().version(), step, OFFICER));
    }

    private <T> T system(Supplier<T> work) {
        TransactionTemplate transaction =
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
