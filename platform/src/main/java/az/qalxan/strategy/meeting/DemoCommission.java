package az.qalxan.strategy.meeting;

import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.database.WorkTime;
import az.qalxan.demo.DemoPart;
import az.qalxan.demo.DemoPeople;
import az.qalxan.jurisdiction.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An invented meeting of the commission that was held, and one to come. */
@Component
class DemoCommission implements DemoPart {

    private static final Duration HELD = Duration.ofDays(45);
    private static final Duration COMES = Duration.ofDays(12);

    private final Meetings meetings;
    private final AgendaDesk agenda;
    private final Decisions decisions;
    private final TaskDesk tasks;
    private final MinutesDesk minutes;
    private final DemoPeople people;

    DemoCommission(
            Meetings meetings,
            AgendaDesk agenda,
            Decisions decisions,
            TaskDesk tasks,
            MinutesDesk minutes,
            DemoPeople people) {
        this.meetings = meetings;
        this.agenda = agenda;
        this.decisions = decisions;
        this.tasks = tasks;
        this.minutes = minutes;
        this.people = people;
    }

    /** Who plays. */
    private record Cast(Caller chair, Caller secretary, Caller din, Caller etn) {}

    /** What happens so many days after the meeting. */
    private record Later(int days, Runnable work) {}

    /** The meeting that is played, and what comes of it afterwards. */
    private record Play(long number, Cast cast, List<Later> waiting) {

        void later(int days, Runnable work) {
            waiting.add(new Later(days, work));
        }
    }

    @Override
    public int order() {
        return 30;
    }

    /** Plays it all; every word is invented. */
    @Override
    public void play(Instant now) {
        Cast cast =
                new Cast(
                        people.named("koordinator-xritdx"),
                        people.named("koordinator"),
                        people.named("koordinator-din"),
                        people.named("koordinator-etn"));
        Instant morning = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(6));
        WorkTime.run(morning.minus(HELD).minus(Duration.ofDays(14)), () -> plan(morning, cast));
        WorkTime.run(now, () -> coming(morning, cast));
    }

    private void plan(Instant morning, Cast cast) {
        Instant start = morning.minus(HELD);
        long number =
                meetings.plan(
                        new Meetings.Wanted(
                                start,
                                "XRİTDX, iclas zalı",
                                new Words("Nümunə: rüblük iclas", "Example: quarterly meeting"),
                                Handling.GREEN),
                        cast.secretary());
        String own =
                agenda.add(
                        number,
                        new Words(
                                "Fişinqə qarşı birgə maarifləndirmə həftəsi",
                                "A joint week of awareness against phishing"),
                        cast.din());
        Play play = new Play(number, cast, new ArrayList<>());
        WorkTime.run(start, () -> hold(play, own));
        WorkTime.run(
                start.plus(Duration.ofHours(2)), () -> meetings.close(number, cast.secretary()));
        confirm(play, start);
    }

    private void hold(Play play, String own) {
        long number = play.number();
        Cast cast = play.cast();
        List<Meetings.Place> places = meetings.places(number);
        UUID presiding =
                places.stream()
                        .filter(one -> one.role().equals("chair"))
                        .map(Meetings.Place::seat)
                        .findFirst()
                        .orElseThrow();
        meetings.open(number, presiding, cast.secretary());
        places.stream()
                .filter(one -> !one.body().equals("mn"))
                .forEach(one -> meetings.note(number, one.seat(), true, "", cast.secretary()));
        agenda.keys(number).stream()
                .filter(key -> key.startsWith("body:"))
                .findFirst()
                .ifPresent(key -> ofBody(play, key));
        awareness(play, own, places);
    }

    private void ofBody(Play play, String key) {
        long number = play.number();
        Cast cast = play.cast();
        say(
                number,
                key,
                "Qurum gecikmənin səbəblərini bildirdi: iki tədbir üzrə texniki tapşırıq"
                        + " razılaşdırılmayıb. Hesabat gözlənilir.",
                cast.secretary());
        long decision =
                decisions.decide(
                        number,
                        new Decisions.Wanted(
                                key,
                                new Words(
                                        "Gecikən tədbirlər üzrə yazılı hesabat və yeni təqvim"
                                                + " təqdim edilsin.",
                                        "A written account and a new schedule of the late measures"
                                                + " are to be handed in."),
                                List.of(),
                                null,
                                null,
                                null),
                        cast.secretary());
        decisions.ask(
                number,
                decision,
                new Decisions.Ask(
                        "rinn",
                        new Words(
                                "Gecikən tədbirlərin hər biri üzrə səbəbi və yeni təqvimi yazın",
                                "Give the reason and a new schedule for each late measure"),
                        10),
                cast.secretary());
        long second =
                decisions.ask(
                        number,
                        decision,
                        new Decisions.Ask(
                                "etn",
                                new Words(
                                        "Tədris proqramları üzrə işlərin sübutlarını"
                                                + " sistemə əlavə edin",
                                        "Put the evidence of work on curricula"
                                                + " into the system"),
                                15),
                        cast.secretary());
        play.later(
                20,
                () ->
                        tasks.answer(
                                second,
                                0,
                                new TaskDesk.Said(
                                        "Nümunə: üç universitetdə yeni proqramın"
                                                + " tədrisinə başlanılıb, əmrlər əlavə"
                                                + " olunub.",
                                        "/strategy/progress"),
                                cast.etn()));
    }

    private void awareness(Play play, String key, List<Meetings.Place> places) {
        long number = play.number();
        Cast cast = play.cast();
        say(
                number,
                key,
                "DİN təklifi təqdim etdi. Banklar və operatorlar da dəvət olunsun.",
                cast.secretary());
        Map<UUID, String> choices = new HashMap<>();
        places.stream()
                .filter(one -> one.votes() && !one.body().equals("mn"))
                .forEach(one ->
                        choices.put(one.seat(), one.body().equals("nk") ? "abstained" : "yes"));
        Decisions.Counted vote =
                decisions.vote(
                        number,
                        new Decisions.Ballots(
                                key, "Birgə həftənin keçirilməsi təsdiq edilsinmi?", choices),
                        cast.secretary());
        long decision =
                decisions.decide(
                        number,
                        new Decisions.Wanted(
                                key,
                                new Words(
                                        "Birgə maarifləndirmə həftəsi keçirilsin, nəticəsinə rüb"
                                                + " ərzində baxılsın.",
                                        "A joint week of awareness is to be held and its result"
                                                + " looked at within a quarter."),
                                List.of(),
                                null,
                                vote.vote(),
                                null),
                        cast.secretary());
        long task =
                decisions.ask(
                        number,
                        decision,
                        new Decisions.Ask(
                                "din",
                                new Words(
                                        "Həftənin proqramını hazırlayıb göndərin",
                                        "Prepare and send the programme of the week"),
                                8),
                        cast.secretary());
        play.later(
                7,
                () ->
                        tasks.answer(
                                task,
                                0,
                                new TaskDesk.Said(
                                        "Nümunə: proqram hazırdır və iştirakçılara göndərilib.",
                                        ""),
                                cast.din()));
        play.later(9, () -> tasks.accept(task, 1, "Proqram tamdır.", cast.chair()));
    }

    private void say(long number, String key, String words, Caller secretary) {
        agenda.write(number, new AgendaDesk.Draft(key, 0, words), secretary);
    }

    private void confirm(Play play, Instant start) {
        long number = play.number();
        Cast cast = play.cast();
        WorkTime.run(
                start.plus(Duration.ofDays(1)),
                () -> minutes.sign(number, "secretary", minutes.digest(number), cast.secretary()));
        WorkTime.run(
                start.plus(Duration.ofDays(2)),
                () -> minutes.sign(number, "chair", minutes.digest(number), cast.chair()));
        for (Later one : play.waiting()) {
            WorkTime.run(start.plus(Duration.ofDays(one.days())), one.work());
        }
    }

    private void coming(Instant morning, Cast cast) {
        long number =
                meetings.plan(
                        new Meetings.Wanted(
                                morning.plus(COMES),
                                "XRİTDX, iclas zalı",
                                new Words(
                                        "Nümunə: ilin yekun iclası",
                                        "Example: last meeting of the year"),
                                Handling.GREEN),
                        cast.secretary());
        agenda.add(
                number,
                new Words("Gələn ilin iş planı", "Plan of work for the coming year"),
                cast.chair());
    }
}
