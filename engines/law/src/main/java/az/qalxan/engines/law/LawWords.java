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

    static String az(TreatyStep step) {
        return switch (step) {
            case SIGNATURE -> "imza";
            case VOTE -> "parlamentin səsverməsi";
            case PROMULGATION -> "qanunun imzalanması";
            case DEPOSIT -> "təsdiqnamənin saxlanca verilməsi";
            case ENTRY_INTO_FORCE -> "qüvvəyə minmə";
            case WITHDRAWAL -> "çıxma";
        };
    }

    static String en(TreatyStep step) {
        return switch (step) {
            case SIGNATURE -> "signature";
            case VOTE -> "vote of parliament";
            case PROMULGATION -> "promulgation";
            case DEPOSIT -> "deposit of the instrument";
            case ENTRY_INTO_FORCE -> "entry into force";
            case WITHDRAWAL -> "withdrawal";
        };
    }

    static String az(StatementKind kind) {
        return switch (kind) {
            case RESERVATION -> "qeyd-şərt";
            case DECLARATION -> "bəyanat";
            case OBJECTION -> "etiraz";
            case WITHDRAWAL -> "geri götürülmə";
        };
    }

    static String en(StatementKind kind) {
        return switch (kind) {
            case RESERVATION -> "reservation";
            case DECLARATION -> "declaration";
            case OBJECTION -> "objection";
            case WITHDRAWAL -> "withdrawal of a statement";
        };
    }

    static String az(Function function) {
        return switch (function) {
            case ASSISTANCE_SENDING -> "hüquqi yardım sorğularının göndərilməsi";
            case ASSISTANCE_RECEIVING -> "hüquqi yardım sorğularının qəbulu";
            case ASSISTANCE_URGENT -> "təcili hüquqi yardım sorğuları";
            case POINT_24_7 -> "24/7 əlaqə nöqtəsi";
            case EXTRADITION -> "ekstradisiya";
            case PROVISIONAL_ARREST -> "müvəqqəti həbs";
            case TRANSFER_OF_PROCEEDINGS -> "cinayət təqibinin ötürülməsi";
            case JOINT_INVESTIGATION -> "birgə istintaq";
            case OPERATOR_ORDERS -> "operatora sorğular";
            case OPERATOR_ANSWERS -> "operatorun cavabı";
        };
    }

    static String en(Function function) {
        return switch (function) {
            case ASSISTANCE_SENDING -> "sending requests for assistance";
            case ASSISTANCE_RECEIVING -> "receiving requests for assistance";
            case ASSISTANCE_URGENT -> "urgent requests for assistance";
            case POINT_24_7 -> "the 24/7 point";
            case EXTRADITION -> "extradition";
            case PROVISIONAL_ARREST -> "provisional arrest";
            case TRANSFER_OF_PROCEEDINGS -> "transfer of proceedings";
            case JOINT_INVESTIGATION -> "joint investigations";
            case OPERATOR_ORDERS -> "orders to operators";
            case OPERATOR_ANSWERS -> "answers of operators";
        };
    }
}
