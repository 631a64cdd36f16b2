package az.qalxan.engines.law;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The sentences of the engine itself; what law says comes from the facts. */
final class LawWords {

    private LawWords() {}

    static Reason plain(String code, Wording text) {
        return new Reason(code, text, null, Standing.VERIFIED);
    }

    static String time(ZonedDateTime time) {
        return time.toLocalDate()
                + " "
                + time.toLocalTime().truncatedTo(ChronoUnit.SECONDS)
                + " ("
                + time.getZone()
                + ")";
    }

    static Wording clockStart(ClockRule rule, ZonedDateTime start) {
        String az =
                switch (rule.start()) {
                    case RECEIPT -> "alınma anından";
                    case EFFECT -> "tədbirin qüvvəyə mindiyi andan";
                    case ORDER -> "qərarın verildiyi andan";
                    case SERVICE -> "provayderə təqdim anından";
                    case CONFIRMATION -> "təsdiq anından";
                };
        String en =
                switch (rule.start()) {
                    case RECEIPT -> "receipt";
                    case EFFECT -> "the moment when the measure took effect";
                    case ORDER -> "the order";
                    case SERVICE -> "service on the provider";
                    case CONFIRMATION -> "confirmation";
                };
        return Wording.of(
                "Müddət " + az + " hesablanır: " + time(start) + ".",
                "The clock runs from " + en + ": " + time(start) + ".");
    }

    static Wording clockEnd(ClockRule rule, ZonedDateTime end) {
        String az =
                switch (rule.kind()) {
                    case CEILING -> "yenilənməsə, bu anda qüvvədən düşür";
                    case FLOOR -> "bundan əvvəl məlumat buraxıla bilməz";
                    case RESPONSE -> "cavabın son anı";
                };
        String en =
                switch (rule.kind()) {
                    case CEILING -> "it lapses then unless renewed";
                    case FLOOR -> "nothing may be released before";
                    case RESPONSE -> "the answer is due by then";
                };
        return Wording.of(time(end) + ": " + az + ".", time(end) + ": " + en + ".");
    }

    static Wording skipped(LocalDate day) {
        return Wording.of(
                "Bu qurşaqda " + day + " günündən sonrakı gün olmayıb və sayılmır.",
                "The day after " + day + " did not exist in this zone and is not counted.");
    }

    static Wording leap(LocalDate day) {
        return Wording.of(day + " günü də sayılır.", day + " is a day like any other.");
    }

    static Wording zoneChange(ClockUnit unit, Duration change, ZonedDateTime start) {
        long minutes = Math.abs(change.toMinutes());
        boolean forward = !change.isNegative();
        String az =
                start.getZone()
                        + " qurşağında saat bu müddətdə "
                        + minutes
                        + " dəqiqə "
                        + (forward ? "irəli" : "geri")
                        + " çəkilir; ";
        String en =
                "In the zone "
                        + start.getZone()
                        + " the clocks go "
                        + (forward ? "forward" : "back")
                        + " by "
                        + minutes
                        + " minutes meanwhile; ";
        return unit == ClockUnit.HOURS
                ? Wording.of(az + "keçən saatlar sayılır.", en + "elapsed hours count.")
                : Wording.of(az + "günün saatı dəyişmir.", en + "the time of day stays.");
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
