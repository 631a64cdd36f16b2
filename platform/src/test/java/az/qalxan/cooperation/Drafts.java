package az.qalxan.cooperation;

import az.qalxan.access.Caller;
import az.qalxan.access.SignedIn;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationContext;

/** Requests for the tests of the modules around this one. */
public record Drafts(ApplicationContext context) {

    /** Enters a request of that direction and kind; the answer is its number. */
    public String enter(Caller caller, String direction, String kind, String state) {
        Map<String, String> fields = new HashMap<>();
        fields.put("direction", direction);
        fields.put("kind", kind);
        fields.put("state", state);
        fields.put("authority", "Sınaq orqanı");
        fields.put("data", "Hesabın giriş jurnalı, 1-5 noyabr");
        fields.put("facts", "Saxta ödəniş səhifəsi");
        fields.put("offence", "Dələduzluq");
        fields.put("custodian", "Provayder");
        fields.put("necessity", "Məlumat tez silinir");
        RequestReading.Typed typed =
                new RequestReading.Typed(
                        fields, caller.body(), null, "", Clock.systemUTC().instant());
        AtomicReference<String> number = new AtomicReference<>();
        SignedIn.run(caller, () -> number.set(enter(typed, caller)));
        return number.get();
    }

    private String enter(RequestReading.Typed typed, Caller caller) {
        return switch (context.getBean(RequestReading.class).read(typed, "form", null)) {
            case RequestReading.Unreadable bad -> throw new AssertionError(bad.violations());
            case RequestReading.Read good ->
                    context.getBean(Requests.class)
                            .enter(good.request(), caller.name())
                            .number()
                            .value();
        };
    }

    /** Ties a request for assistance to a preservation. */
    public void follow(Caller caller, String assistance, String preservation) {
        SignedIn.run(
                caller,
                () -> {
                    RequestNumber number = new RequestNumber(assistance);
                    int version = context.getBean(Requests.class).see(number).head().version();
                    context.getBean(Dossier.class)
                            .follow(
                                    new Dossier.Act(number, version, caller),
                                    new RequestNumber(preservation));
                });
    }
}
