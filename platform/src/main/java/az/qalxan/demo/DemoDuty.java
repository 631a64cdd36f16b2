package az.qalxan.demo;

import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.cooperation.DutyDesk;
import az.qalxan.cooperation.RequestNumber;
import az.qalxan.cooperation.ShiftPlanning;
import az.qalxan.database.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** An invented night at the 24/7 point: requests of every age, and who is on duty. */
@Component
class DemoDuty {

    private static final String BODY = "dtx";
    private static final Duration SHIFT = Duration.ofHours(12);
    private static final int SHIFTS = 14;

    private final DutyDesk desk;
    private final ShiftPlanning shifts;
    private final DemoPeople people;

    DemoDuty(DutyDesk desk, ShiftPlanning shifts, DemoPeople people) {
        this.desk = desk;
        this.shifts = shifts;
        this.people = people;
    }

    /** Plays the night; every name and number is fictional. */
    void play(Instant now) {
        Caller officer = people.caller(Role.DUTY_OFFICER, BODY);
        Caller head = people.caller(Role.INVESTIGATOR, BODY);
        Instant first = now.minus(SHIFT.dividedBy(2));
        for (int i = 0; i < SHIFTS; i++) {
            Instant from = first.plus(SHIFT.multipliedBy(i));
            Caller there = i % 2 == 0 ? officer : head;
            Caller above = i % 2 == 0 ? head : officer;
            Instant until = from.plus(SHIFT);
            shifts.enter(
                    there, new ShiftPlanning.Span(from, until, "officer", "+994 12 000 00 01"));
            shifts.enter(above, new ShiftPlanning.Span(from, until, "head", "+994 12 000 00 02"));
        }
        Play play = new Play(officer, now);
        preserved(play, 82, "Ankara: qalxan-numune.example sunucusundakı qeydlər");
        RequestNumber asked = preserved(play, 61, "poçt qutusu: nümunə@example.org");
        preserved(play, 46, "Telegram kanalının abunəçiləri: @qalxan_numune");
        RequestNumber assistance =
                enter(play, 3, Ask.of("stored-data", "poçt qutusunun məzmunu: nümunə@example.org"));
        at(
                play.at(2),
                () -> {
                    desk.acknowledge(assistance, officer);
                    desk.follow(assistance, asked, officer);
                });
        RequestNumber subscriber =
                enter(play, 20, Ask.of("subscriber-information", "IP 192.0.2.17 abunəçisi"));
        at(
                play.at(19),
                () -> {
                    desk.acknowledge(subscriber, officer);
                    desk.answer(
                            subscriber,
                            "Nümunə: abunəçinin adı bəllidir, ünvan yoxlanılır.",
                            officer);
                });
        ours(play);
        fresh(play);
    }

    private void ours(Play play) {
        RequestNumber ours =
                enter(
                        play,
                        30,
                        new Ask(
                                "preservation",
                                "out",
                                "TR",
                                "bank-numune.example hostinq qeydləri"));
        at(play.at(29), () -> desk.send(ours, "Nümunə: imzalı e-poçtla", play.officer()));
        at(
                play.at(28),
                () -> {
                    desk.confirm(ours, "TR-2026/118", play.officer());
                    desk.preserve(ours, play.at(28), play.officer());
                });
        enter(
                play,
                0,
                new Ask("general-assistance", "out", "KZ", "şahidin ifadəsi və bank çıxarışı"));
    }

    private void fresh(Play play) {
        Instant minutes = play.now().minus(Duration.ofMinutes(9));
        at(
                minutes,
                () ->
                        desk.enter(
                                fields(Ask.of("preservation", "kripto birjasının hesab qeydləri")),
                                play.officer()));
        Map<String, String> urgent =
                fields(Ask.of("emergency-disclosure", "telefonun son yeri: +90 000 000 00 00"));
        urgent.put("emergency", "true");
        at(play.now().minus(Duration.ofMinutes(4)), () -> desk.enter(urgent, play.officer()));
    }

    private RequestNumber preserved(Play play, int days, String data) {
        RequestNumber number = enter(play, days, Ask.of("preservation", data));
        at(
                play.at(days),
                () -> {
                    desk.acknowledge(number, play.officer());
                    desk.preserve(number, play.at(days), play.officer());
                });
        return number;
    }

    /** What is asked of whom. */
    private record Ask(String kind, String direction, String state, String data) {

        static Ask of(String kind, String data) {
            return new Ask(kind, "in", "TR", data);
        }
    }

    private RequestNumber enter(Play play, int days, Ask ask) {
        List<RequestNumber> entered = new ArrayList<>();
        at(play.at(days), () -> entered.add(desk.enter(fields(ask), play.officer())));
        return entered.getFirst();
    }

    private static Map<String, String> fields(Ask ask) {
        boolean turkish = ask.state().equals("TR");
        Map<String, String> fields = new HashMap<>();
        fields.put("kind", ask.kind());
        fields.put("direction", ask.direction());
        fields.put("state", ask.state());
        fields.put("authority", turkish ? "Nümunə: Ankara 24/7" : "Nümunə: Astana 24/7");
        fields.put(
                "reference", ask.direction().equals("in") ? "NÜMUNƏ/" + ask.data().length() : "");
        fields.put("data", ask.data());
        fields.put("person", "Nümunə Zabit");
        fields.put("email", "nuqte@example.org");
        fields.put("phone", "+90 000 000 00 00");
        fields.put("offence", "Nümunə: kompyuter dələduzluğu");
        fields.put("facts", "Nümunə: uydurma hadisə, heç kimə aid deyil.");
        return fields;
    }

    private static void at(Instant moment, Runnable work) {
        WorkTime.run(moment, work);
    }

    /** Who plays, and when. */
    private record Play(Caller officer, Instant now) {

        Instant at(int days) {
            return now.minus(Duration.ofDays(days)).minusSeconds(1_000);
        }
    }
}
