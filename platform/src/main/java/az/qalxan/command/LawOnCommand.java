package az.qalxan.command;

import az.qalxan.engines.law.Instrument;
import az.qalxan.engines.law.LawBook;
import az.qalxan.engines.law.LawDay;
import az.qalxan.engines.law.Participation;
import az.qalxan.engines.law.Power;
import az.qalxan.engines.law.Stage;
import az.qalxan.engines.law.StateCode;
import az.qalxan.engines.law.TreatyEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./qalxan law on}: what is in force on a day. */
@Command(
        name = "on",
        mixinStandardHelpOptions = true,
        description =
                "Tells what is in force on a day: where each state stands with each treaty, its"
                        + " laws, its competent bodies, what it reserved, and the steps of the year"
                        + " before and after.")
final class LawOnCommand extends LawAsking {

    @Parameters(paramLabel = "DATE", description = "The day, 2026-11-27.")
    String day = "";

    @Option(names = "--state", paramLabel = "S", description = "Only this state.")
    String state = "";

    @Override
    Map<String, Object> answer(LawBook book, LawLines lines) {
        LocalDate on = date("DATE", day);
        StateCode only = state.isEmpty() ? null : state("--state", state, book);
        LawDay law = of(book.on(on), only);
        write(law, lines);
        return json(law);
    }

    private static LawDay of(LawDay all, @Nullable StateCode only) {
        if (only == null) {
            return all;
        }
        return new LawDay(
                all.on(),
                all.participations().stream().filter(one -> one.state().equals(only)).toList(),
                all.laws().stream().filter(one -> Objects.equals(one.state(), only)).toList(),
                all.statements().stream().filter(one -> one.state().equals(only)).toList(),
                all.powers().stream().filter(one -> one.state().equals(only)).toList(),
                all.near().stream().filter(one -> one.state().equals(only)).toList());
    }

    private static void write(LawDay law, LawLines lines) {
        lines.add("%s", law.on());
        lines.add("%s:", lines.choose("Müqavilələr", "Treaties"));
        for (Participation one : law.participations()) {
            lines.add(
                    "  %-14s %s  %s%s%s",
                    one.instrument().id(),
                    one.state(),
                    stage(one.stage(), lines),
                    one.since() == null ? "" : ", " + one.since(),
                    lines.mark(one.standing()));
            if (one.stage() != Stage.IN_FORCE) {
                lines.reasons("      ", one.reasons());
            }
        }
        lines.add("%s:", lines.choose("Qanunlar", "Laws"));
        for (Instrument one : law.laws()) {
            lines.add(
                    "  %s  %s, %s%s",
                    one.id(),
                    lines.of(one.name()),
                    String.valueOf(one.inForce()),
                    lines.mark(one.citation()));
        }
        lines.add("%s:", lines.choose("Səlahiyyətli orqanlar", "Competent bodies"));
        for (Power one : law.powers()) {
            lines.add(
                    "  %s  %s: %s [%s]%s",
                    one.state(),
                    lines.of(one.function().wording()),
                    lines.of(one.name()),
                    one.clause(),
                    lines.mark(one.citation()));
        }
        lines.add("%s:", lines.choose("Qeyd-şərtlər və bəyanatlar", "Reservations, declarations"));
        law.statements()
                .forEach(one ->
                        lines.add(
                                "  %s  %s: %s%s",
                                one.state(),
                                one.clause(),
                                lines.of(one.text()),
                                lines.mark(one.citation())));
        lines.add("%s:", lines.choose("Yaxın addımlar", "Steps near"));
        for (TreatyEvent one : law.near()) {
            lines.add(
                    "  %s  %s  %s, %s%s",
                    one.date(),
                    one.state(),
                    one.instrument(),
                    lines.of(one.step().wording()),
                    lines.mark(one.citation()));
        }
    }

    private static String stage(Stage stage, LawLines lines) {
        return switch (stage) {
            case NOT_OPEN -> lines.choose("hələ açılmayıb", "not open yet");
            case NONE -> lines.choose("iştirakçı kimi görünmür", "not seen as a party");
            case SIGNED -> lines.choose("yalnız imzalanıb", "signed only");
            case ACCEPTED_AT_HOME -> lines.choose("ölkədə qəbul edilib", "accepted at home");
            case DEPOSITED -> lines.choose("saxlanca verilib", "deposited");
            case IN_FORCE -> lines.choose("qüvvədədir", "in force");
            case WITHDRAWN -> lines.choose("çıxıb", "withdrawn");
        };
    }

    private static Map<String, Object> json(LawDay law) {
        Map<String, Object> object = LawJson.object();
        object.put("date", law.on().toString());
        object.put("treaties", law.participations().stream().map(LawOnCommand::party).toList());
        object.put("laws", law.laws().stream().map(LawOnCommand::law).toList());
        object.put("powers", law.powers().stream().map(LawOnCommand::power).toList());
        object.put("statements", law.statements().stream().map(LawJson::statement).toList());
        object.put("near", near(law.near()));
        return object;
    }

    private static Map<String, Object> party(Participation one) {
        Map<String, Object> object = LawJson.object();
        object.put("instrument", one.instrument().id());
        object.put("state", one.state().code());
        object.put("stage", LawJson.code(one.stage()));
        object.put("since", one.since() == null ? null : one.since().toString());
        object.put(
                "inForceGenerally",
                one.instrument().inForce() == null ? null : one.instrument().inForce().toString());
        object.put("standing", LawJson.code(one.standing()));
        object.put("reasons", LawJson.reasons(one.reasons()));
        return object;
    }

    private static Map<String, Object> law(Instrument one) {
        Map<String, Object> object = LawJson.object();
        object.put("id", one.id());
        object.put("state", one.state() == null ? null : one.state().code());
        object.put("name", one.name().texts());
        object.put("inForce", String.valueOf(one.inForce()));
        LawJson.cited(object, one.citation());
        return object;
    }

    private static Map<String, Object> power(Power one) {
        Map<String, Object> object = LawJson.row(one, one.clause(), one.name());
        object.put("state", one.state().code());
        object.put("function", LawJson.code(one.function()));
        object.put("body", one.body());
        return object;
    }

    private static List<Map<String, Object>> near(List<TreatyEvent> events) {
        return events.stream()
                .map(one -> {
                    Map<String, Object> object = LawJson.object();
                    object.put("date", one.date().toString());
                    object.put("state", one.state().code());
                    object.put("instrument", one.instrument());
                    object.put("step", LawJson.code(one.step()));
                    LawJson.cited(object, one.citation());
                    return object;
                })
                .toList();
    }
}
