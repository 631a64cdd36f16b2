package az.qalxan.exchange.warning;

import az.qalxan.access.Caller;
import az.qalxan.access.SignedIn;
import az.qalxan.database.WorkTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationContext;

/** Warnings of a test's own, moved on at a moment of its choice. */
public record WarningStage(ApplicationContext context) {

    /** Looks at what time asks for, as if it were that moment. */
    public void look(Instant moment) {
        WorkTime.run(moment, context.getBean(WarningRounds.class)::look);
    }

    WarningForm form(boolean drill, String handling, List<String> bodies) {
        return new WarningForm(
                drill ? "true" : "",
                handling,
                "exploited",
                "severe",
                "immediate",
                "observed",
                "VPN qapısında boşluq",
                "Hole in a VPN gateway",
                "Boşluqdan istifadə edilir.",
                "The hole is being exploited.",
                "Yamağı quraşdırın.",
                "Install the patch.",
                "",
                List.of(),
                bodies,
                List.of("baku"),
                "24");
    }

    /** Writes a draft; the answer is its number. */
    String write(Caller writer, WarningForm form) {
        AtomicReference<String> number = new AtomicReference<>("");
        SignedIn.run(
                writer,
                () -> number.set(context.getBean(WarningDesk.class).write(writer, checked(form))));
        return number.get();
    }

    WarningForm.Checked checked(WarningForm form) {
        return context.getBean(WarningPages.class)
                .checked(form, new java.util.ArrayList<>())
                .orElseThrow();
    }

    void ask(Caller writer, String number) {
        SignedIn.run(writer, () -> context.getBean(WarningDesk.class).ask(writer, number));
    }

    void approve(Caller caller, String number) {
        SignedIn.run(caller, () -> context.getBean(WarningRelease.class).approve(caller, number));
    }
}
