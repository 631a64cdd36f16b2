package az.qalxan.evidence.dossier;

import az.qalxan.evidence.Typed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as the form sends it. */
record DossierForm(
        @Nullable String caseNumber,
        @Nullable List<UUID> exhibit,
        @Nullable String purpose,
        @Nullable String recipient,
        @Nullable String basis,
        @Nullable String document,
        @Nullable String words) {

    List<UUID> exhibits() {
        return exhibit == null ? List.of() : exhibit.stream().distinct().toList();
    }

    String number() {
        return caseNumber == null ? "" : caseNumber;
    }

    /** Ends the request when anything is wrong. */
    Dossier.Terms terms() {
        Typed typed = new Typed();
        Purpose chosen =
                typed.chosen("purpose", Purpose.of(purpose == null ? "" : purpose), Purpose.COURT);
        Dossier.Terms terms =
                new Dossier.Terms(
                        chosen,
                        typed.name("recipient", recipient),
                        typed.name("basis", basis),
                        typed.name("document", document),
                        typed.maybe("words", words));
        if (exhibits().isEmpty()) {
            typed.wrong("exhibit", "evidence.wrong.none-chosen");
        }
        typed.pass();
        return terms;
    }
}
