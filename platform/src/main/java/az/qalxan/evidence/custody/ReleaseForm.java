package az.qalxan.evidence.custody;

import az.qalxan.evidence.Typed;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is typed when something is given away. */
record ReleaseForm(
        @Nullable String kind,
        @Nullable String receiver,
        @Nullable String document,
        @Nullable String decision,
        @Nullable String words,
        @Nullable String receipt,
        @Nullable String until,
        @Nullable String code) {

    Releases.Wanted read(LocalDate today) {
        Typed typed = new Typed();
        Optional<Release.Kind> chosen = Release.Kind.of(kind == null ? "" : kind);
        Release.Kind read = typed.chosen("kind", chosen, Release.Kind.RETURN);
        boolean disposal = read == Release.Kind.DISPOSAL;
        @Nullable LocalDate end = read == Release.Kind.LOAN ? typed.day("until", until) : null;
        if (read == Release.Kind.LOAN && (end == null || end.isBefore(today))) {
            typed.wrong("until", "evidence.wrong.until", until == null ? "" : until);
        }
        Releases.Wanted wanted =
                new Releases.Wanted(
                        read,
                        typed.name("receiver", receiver),
                        disposal
                                ? typed.maybe("document", document)
                                : typed.name("document", document),
                        typed.name("decision", decision),
                        typed.words("words", words),
                        disposal ? typed.maybe("receipt", receipt) : typed.name("receipt", receipt),
                        end);
        typed.pass();
        return wanted;
    }
}
