package az.qalxan.demo;

import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.cooperation.DutyDesk;
import az.qalxan.cooperation.RequestNumber;
import az.qalxan.database.ActingAs;
import az.qalxan.database.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A past long enough for indicators: two years of requests and orders that were answered. */
@Component
class DemoPast {

    private static final int MONTHS = 24;
    private static final int REQUESTS_A_MONTH = 3;

    private final DutyDesk desk;
    private final DemoOperators operators;
    private final DemoPeople people;
    private final TransactionTemplate transaction;

    DemoPast(
            DutyDesk desk,
            DemoOperators operators,
            DemoPeople people,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.operators = operators;
        this.people = people;
        this.transaction = transaction;
    }

    /** Plays the past; every name and number is fictional. */
    void play(Instant now) {
        operators.playPast(now, MONTHS);
        Caller officer = people.caller(Role.DUTY_OFFICER, "dtx");
        for (int month = MONTHS; month >= 2; month--) {
            for (int i = 0; i < REQUESTS_A_MONTH; i++) {
                Instant at = now.minus(Duration.ofDays(30L * month + 9L * i));
                boolean late = (month * 3 + i) % (4 + (MONTHS - month) / 3) == 0;
                Duration answered = late ? Duration.ofDays(40) : Duration.ofHours(5 + i * 9L);
                answered(officer, at, answered, month * 10 + i);
            }
        }
    }

    /**
     * A request from the first to the last step in one transaction, so that no round sees it open.
     */
    private void answered(Caller officer, Instant at, Duration until, int number) {
        ActingAs.run(
                officer.identity(),
                () ->
                        transaction.executeWithoutResult(status -> {
                            Map<String, RequestNumber> entered = new HashMap<>();
                            WorkTime.run(
                                    at,
                                    () ->
                                            entered.put(
                                                    "number", desk.enter(fields(number), officer)));
                            RequestNumber request = Objects.requireNonNull(entered.get("number"));
                            WorkTime.run(
                                    at.plus(Duration.ofMinutes(20 + number % 30)),
                                    () -> desk.acknowledge(request, officer));
                            WorkTime.run(
                                    at.plus(until),
                                    () ->
                                            desk.execute(
                                                    request,
                                                    "Nümunə: soruşulan məlumat verildi.",
                                                    officer));
                        }));
    }

    private static Map<String, String> fields(int number) {
        Map<String, String> fields = new HashMap<>();
        fields.put("kind", "subscriber-information");
        fields.put("direction", "in");
        fields.put("state", number % 3 == 0 ? "KZ" : "TR");
        fields.put("authority", number % 3 == 0 ? "Nümunə: Astana 24/7" : "Nümunə: Ankara 24/7");
        fields.put("reference", "NÜMUNƏ/Q/" + number);
        fields.put("data", "IP 192.0.2." + number % 250 + " abunəçisi");
        fields.put("person", "Nümunə Zabit");
        fields.put("email", "nuqte@example.org");
        fields.put("phone", "+90 000 000 00 00");
        fields.put("offence", "Nümunə: kompyuter dələduzluğu");
        fields.put("facts", "Nümunə: uydurma hadisə, heç kimə aid deyil.");
        return fields;
    }
}
