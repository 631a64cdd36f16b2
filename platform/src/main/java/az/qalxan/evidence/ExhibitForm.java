package az.qalxan.evidence;

import az.qalxan.casework.CaseNumber;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a browser or a program sends to register an exhibit.
 *
 * @param seals numbers, one a line or parted by commas
 */
record ExhibitForm(
        @Nullable String caseNumber,
        @Nullable String kind,
        @Nullable String dataClass,
        @Nullable String title,
        @Nullable String words,
        @Nullable String origin,
        @Nullable String from,
        @Nullable String originPlace,
        @Nullable String reference,
        @Nullable String obtainedAt,
        @Nullable String owner,
        @Nullable String ownerContact,
        @Nullable String basis,
        @Nullable String document,
        @Nullable String seals,
        @Nullable String place,
        @Nullable String tool,
        @Nullable String toolVersion,
        @Nullable String settings,
        @Nullable String writeBlocker,
        @Nullable String device,
        @Nullable String specialist,
        @Nullable String readErrors,
        @Nullable String errorWords,
        @Nullable String acquiredAt) {

    static final int SEALS_MAX = 50;
    static final int SEAL_CHARS_MAX = 60;

    /** What it says, or the problem "invalid input" with everything that is wrong. */
    NewExhibit read(BasisChoice bases, Typed.Now now) {
        Typed typed = new Typed();
        @Nullable Instant at = typed.moment("obtainedAt", obtainedAt, now);
        if (at == null) {
            typed.wrong(
                    "obtainedAt", "evidence.wrong.moment", obtainedAt == null ? "" : obtainedAt);
        }
        Origin read =
                new Origin(
                        typed.chosen("origin", OriginKind.of(text(origin)), OriginKind.HANDED_OVER),
                        typed.name("from", from),
                        typed.maybe("originPlace", originPlace),
                        typed.maybe("reference", reference),
                        at == null ? now.at() : at);
        Description description =
                new Description(
                        typed.chosen("kind", ExhibitKind.of(text(kind)), ExhibitKind.FILES),
                        typed.chosen("dataClass", DataClass.of(text(dataClass)), DataClass.NONE),
                        typed.text("title", title, 3, Typed.NAME_MAX),
                        typed.maybe("words", words));
        Optional<LegalBasis> basisRead =
                bases.of(text(basis), now.today(), typed.name("document", document));
        if (basisRead.isEmpty()) {
            typed.wrong("basis", "evidence.wrong.choice");
        }
        Owner owned =
                new Owner(
                        typed.text("owner", owner, 0, Typed.NAME_MAX),
                        typed.text("ownerContact", ownerContact, 0, Typed.NAME_MAX));
        Acquisition taken = acquisition(typed, now);
        List<String> sealed = seals(typed);
        String lies = typed.name("place", place);
        typed.pass();
        return new NewExhibit(
                new CaseNumber(Objects.requireNonNull(caseNumber)),
                description,
                read,
                owned,
                basisRead.orElseThrow(),
                taken,
                sealed,
                lies);
    }

    Acquisition acquisition(Typed typed, Typed.Now now) {
        return new Acquisition(
                new Acquisition.Tool(
                        typed.text("tool", tool, 0, Typed.NAME_MAX),
                        typed.text("toolVersion", toolVersion, 0, Typed.NAME_MAX)),
                typed.maybe("settings", settings),
                typed.text("writeBlocker", writeBlocker, 0, Typed.NAME_MAX),
                typed.maybe("device", device),
                typed.text("specialist", specialist, 0, Typed.NAME_MAX),
                typed.count("readErrors", readErrors),
                typed.maybe("errorWords", errorWords),
                typed.moment("acquiredAt", acquiredAt, now));
    }

    private List<String> seals(Typed typed) {
        List<String> numbers =
                Stream.of(typed.maybe("seals", seals).split("[\\n,;]"))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .toList();
        boolean fits =
                numbers.size() <= SEALS_MAX
                        && numbers.stream().allMatch(one -> one.length() <= SEAL_CHARS_MAX);
        if (!fits) {
            typed.wrong("seals", "evidence.wrong.seals", SEALS_MAX, SEAL_CHARS_MAX);
            return List.of();
        }
        return numbers;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
