package az.qalxan.demo;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.database.ActingAs;
import az.qalxan.database.WorkTime;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationKind;
import az.qalxan.jurisdiction.Words;
import az.qalxan.operators.OperatorsDesk;
import az.qalxan.operators.Register;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Invented operators, what they were asked in the last weeks, and what they answered. */
@Component
class DemoOperators {

    /** The operator whose person can sign in. */
    static final String FIRST = "numune-mobil";

    private static final int ORDERS = 14;
    private static final List<String> KINDS =
            List.of("subscriber", "preservation", "subscriber", "traffic");
    private static final Map<String, String> NAMES =
            Map.of(
                    FIRST,
                    "Nümunə Mobil",
                    "misal-telekom",
                    "Misal Telekom",
                    "sinaqli-host",
                    "Sınaqlı Host");

    private final Register register;
    private final OperatorsDesk desk;
    private final DemoPeople people;

    DemoOperators(Register register, OperatorsDesk desk, DemoPeople people) {
        this.register = register;
        this.desk = desk;
        this.people = people;
    }

    /** Enters the operators with a responsible person each, whom nobody has reached yet. */
    void introduce() {
        NAMES.forEach((code, name) -> {
            register.introduce(
                    new Organisation(
                            new BodyCode(code),
                            name,
                            new Words(name, name),
                            List.of(OrganisationKind.OPERATOR),
                            false,
                            new Words("nümayiş üçün uydurulub", "invented")),
                    List.of(code.endsWith("host") ? "hosting" : "mobile", "internet"));
            desk.person(code, "Uydurma " + name, "+994125550" + (100 + code.length()));
        });
    }

    /** Plays the orders of the last weeks up to now. */
    void play(Instant now) {
        Caller drafter = people.caller(Role.INVESTIGATOR, "din");
        Caller second = people.named("mustentiq-2");
        Caller third = people.named("mustentiq-3");
        for (int i = 0; i < ORDERS; i++) {
            String provider = i % 3 == 2 ? "misal-telekom" : FIRST;
            Instant at = now.minus(Duration.ofHours(17L * (ORDERS - i)));
            String kind = KINDS.get(i % KINDS.size());
            OperatorsDesk.Wanted wanted =
                    new OperatorsDesk.Wanted(
                            provider,
                            kind,
                            i == ORDERS - 2,
                            "99450555" + String.format("%04d", 100 + i),
                            "Nömrənin sahibi və son altı ayda hansı cihazlarda işlədiyi.",
                            "Nümayiş: uydurma iş üzrə.",
                            "");
            String number = at(at, drafter, () -> desk.draft(wanted, drafter));
            if (i == ORDERS - 1) {
                continue;
            }
            at(at.plusSeconds(1_800), second, () -> approved(number, second));
            if (kind.equals("traffic")) {
                at(at.plusSeconds(3_600), third, () -> approved(number, third));
            }
            if (i < ORDERS - 4) {
                answer(number, provider, i, at);
            }
        }
    }

    /**
     * Plays the months before: operators came to answer sooner and oftener in time.
     *
     * @param months how many
     */
    void playPast(Instant now, int months) {
        Caller drafter = people.caller(Role.INVESTIGATOR, "din");
        Caller second = people.named("mustentiq-2");
        for (int month = months; month >= 1; month--) {
            Instant first = firstDay(now, month);
            int orders = 14 + month * 5 % 6;
            for (int i = 0; i < orders; i++) {
                Instant at = first.plus(Duration.ofHours(24L * 25 * i / orders));
                String provider = i % 3 == 2 ? "misal-telekom" : FIRST;
                OperatorsDesk.Wanted wanted =
                        new OperatorsDesk.Wanted(
                                provider,
                                i % 2 == 0 ? "subscriber" : "preservation",
                                false,
                                "99450555" + String.format("%04d", 1_000 + month * 20 + i),
                                "Nömrənin sahibi.",
                                "Nümayiş: uydurma iş üzrə.",
                                "");
                String number = at(at, drafter, () -> desk.draft(wanted, drafter));
                at(at.plusSeconds(1_800), second, () -> approved(number, second));
                answer(number, provider, hours(month, i), at);
            }
        }
    }

    private static Instant firstDay(Instant now, int monthsBefore) {
        return now.atZone(ZoneOffset.UTC)
                .withDayOfMonth(1)
                .minusMonths(monthsBefore)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(8)
                .toInstant();
    }

    /** Every second order asks to preserve data and is due after a day. */
    private static int hours(int month, int order) {
        boolean late = order % 2 == 1 && (month > 16 || (month > 8 && order < 10));
        return late ? 36 + order * 3 : 4 + order % 7 * month / 4;
    }

    private String approved(String number, Caller caller) {
        desk.approve(number, caller);
        return number;
    }

    private void answer(String number, String provider, int i, Instant at) {
        Caller operator = people.named(provider.equals(FIRST) ? "operator" : "operator-2");
        Instant answered = at.plus(Duration.ofHours(2L + i));
        at(
                answered,
                operator,
                () -> {
                    desk.acknowledge(number, operator);
                    if (i % 4 == 3) {
                        desk.unavailable(number, "Belə abunəçi tapılmadı.", operator);
                    } else {
                        byte[] answer = ("uydurma abunəçi " + i).getBytes(StandardCharsets.UTF_8);
                        desk.disclose(number, "cavab-" + i + ".txt", answer, operator);
                    }
                    return number;
                });
    }

    private static <T> T at(Instant at, Caller caller, java.util.function.Supplier<T> work) {
        return WorkTime.call(at, () -> ActingAs.call(caller.identity(), work::get));
    }
}
