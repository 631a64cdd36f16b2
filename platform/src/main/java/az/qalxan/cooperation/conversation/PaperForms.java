package az.qalxan.cooperation.conversation;

import az.qalxan.access.Caller;
import az.qalxan.cooperation.Counterpart;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.RequestHead;
import az.qalxan.cooperation.RequestView;
import az.qalxan.cooperation.Said;
import az.qalxan.cooperation.Substance;
import az.qalxan.cooperation.paper.Article31Form;
import az.qalxan.cooperation.paper.Authority;
import az.qalxan.cooperation.paper.Confirmation;
import az.qalxan.cooperation.paper.Letter;
import az.qalxan.cooperation.paper.Office;
import az.qalxan.cooperation.paper.PaperForm;
import az.qalxan.cooperation.paper.PaperHead;
import az.qalxan.cooperation.paper.PaperLanguage;
import az.qalxan.cooperation.paper.PreservationForm;
import az.qalxan.directory.ContactPoint;
import az.qalxan.directory.Directory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the papers' forms from a request. */
@Component
class PaperForms {

    private final RequestDesk desk;
    private final Directory directory;
    private final Clock clock;

    PaperForms(RequestDesk desk, Directory directory, Clock clock) {
        this.desk = desk;
        this.directory = directory;
        this.clock = clock;
    }

    /** The papers that fit a request as it stands, by their kinds. */
    static List<String> kinds(RequestView request) {
        RequestHead head = request.head();
        if (!head.incoming()) {
            return asking(request);
        }
        return java.util.stream.Stream.of(
                        head.sight().executor().isEmpty() ? "" : "forwarding",
                        "acknowledgement",
                        request.is("renewed") ? "extension" : "",
                        request.is("refused") ? "refusal" : "answer",
                        request.is("executed") || request.is("partly") || request.is("closed")
                                ? "disclosure"
                                : "")
                .filter(kind -> !kind.isEmpty())
                .toList();
    }

    private static List<String> asking(RequestView request) {
        return switch (request.kind()) {
            case "preservation" ->
                    request.is("preserved") || request.is("renewed")
                            ? List.of("preservation", "extension")
                            : List.of("preservation");
            case "subscriber-information", "stored-data", "partial-disclosure" ->
                    List.of("subscriber-information");
            case "emergency-disclosure", "emergency-assistance" -> List.of("emergency");
            default -> List.of("answer");
        };
    }

    /**
     * What the officer adds to what the request says.
     *
     * @param language the third language
     * @param words free words of the letter
     * @param files that go with it
     */
    record Added(
            PaperLanguage language, String words, List<Letter.Enclosure> files, Caller caller) {

        Added {
            files = List.copyOf(files);
        }
    }

    /** The form of that kind; empty when it does not fit the request. */
    Optional<PaperForm> form(RequestView request, String kind, Added added) {
        return kinds(request).contains(kind)
                ? Optional.of(made(request, kind, added))
                : Optional.empty();
    }

    private PaperForm made(RequestView request, String kind, Added added) {
        return switch (kind) {
            case "preservation" -> preservation(request, added);
            case "subscriber-information" -> subscriber(request, added);
            case "emergency" -> emergency(request, added);
            case "acknowledgement" -> acknowledgement(request, added);
            case "extension" -> extension(request, added);
            case "refusal" -> refusal(request, added);
            case "disclosure" -> disclosure(request, added);
            case "forwarding" -> forwarding(request, added);
            default ->
                    new Letter.Answer(
                            between(request, added), request.state(), added.words(), added.files());
        };
    }

    private PaperHead head(RequestView request, Added added) {
        Said basis = request.basis();
        return new PaperHead(
                LocalDate.ofInstant(clock.instant(), zone()),
                request.head().number().value(),
                basis.clause().isEmpty() ? "" : basis.en() + " (" + basis.clause() + ")",
                request.head().sight().handling(),
                added.language());
    }

    private ZoneId zone() {
        return desk.home().zone();
    }

    private Office ours(RequestView request, Caller caller) {
        Optional<ContactPoint> known = directory.contact(request.head().sight().body());
        String name =
                known.map(one -> one.organisation().name())
                        .map(words -> words.az() + " / " + words.en())
                        .orElse(request.head().sight().body().value());
        return new Office(
                name,
                caller.name(),
                reached(known, "postal"),
                reached(known, "phone"),
                "",
                reached(known, "email"),
                "");
    }

    private static String reached(Optional<ContactPoint> point, String kind) {
        return point.stream()
                .flatMap(one -> one.channels().stream())
                .filter(one -> one.kind().equals(kind))
                .map(ContactPoint.Reached::value)
                .findFirst()
                .orElse("");
    }

    private static Office theirs(Counterpart other) {
        return new Office(
                other.name() + " (" + other.state() + ")",
                other.person(),
                other.address(),
                other.phone(),
                "",
                other.email(),
                "");
    }

    private Authority authority(RequestView request, Caller caller) {
        return new Authority(
                ours(request, caller), "24/7", zone().getId(), request.head().emergency(), "");
    }

    private static Confirmation confirmation(Office office) {
        return new Confirmation(office.person(), "", "", office.phone(), "", office.email());
    }

    private Letter.Correspondence between(RequestView request, Added added) {
        return new Letter.Correspondence(
                head(request, added),
                ours(request, added.caller()),
                theirs(request.head().counterpart()),
                request.head().counterpart().reference(),
                request.head().substance().subject());
    }

    private PaperForm preservation(RequestView request, Added added) {
        Substance what = request.head().substance();
        Authority asking = authority(request, added.caller());
        return new PreservationForm(
                head(request, added),
                PreservationForm.Status.NEW,
                theirs(request.head().counterpart()),
                asking,
                confirmation(asking.office()),
                Office.named(""),
                new PreservationForm.Contents(
                        asking.office().organisation(),
                        what.offence(),
                        what.facts(),
                        what.data(),
                        "",
                        what.custodian(),
                        "",
                        what.necessity(),
                        added.words(),
                        false));
    }

    private PaperForm subscriber(RequestView request, Added added) {
        Substance what = request.head().substance();
        Authority asking = authority(request, added.caller());
        return new Article31Form(
                head(request, added),
                request.head().follows() == null
                        ? Article31Form.Status.NEW
                        : Article31Form.Status.AFTER_PRESERVATION,
                theirs(request.head().counterpart()),
                asking,
                confirmation(asking.office()),
                Office.named(""),
                Article31Form.Prosecution.NONE,
                Article31Form.PreviousRequest.NONE,
                preceding(request),
                what.domesticBasis(),
                new Article31Form.Contents(
                        what.offence(),
                        what.facts(),
                        what.data(),
                        what.data(),
                        what.custodian(),
                        what.necessity(),
                        request.head().emergency() ? added.words() : "",
                        request.head().emergency() ? "" : added.words()));
    }

    private Article31Form.PreviousRequest preceding(RequestView request) {
        return Optional.ofNullable(request.head().follows())
                .flatMap(desk::find)
                .map(before ->
                        new Article31Form.PreviousRequest(
                                day(before),
                                before.head().number().value(),
                                before.head().sight().body().value().toUpperCase(Locale.ROOT),
                                before.head().counterpart().name(),
                                before.head().channel()))
                .orElse(Article31Form.PreviousRequest.NONE);
    }

    private @Nullable LocalDate day(RequestView before) {
        return before.moments().sent() == null
                ? null
                : LocalDate.ofInstant(Objects.requireNonNull(before.moments().sent()), zone());
    }

    private PaperForm emergency(RequestView request, Added added) {
        Substance what = request.head().substance();
        return new Letter.Emergency(
                between(request, added),
                what.facts(),
                "",
                what.data(),
                what.custodian(),
                clock.instant().atZone(zone()).plusHours(24),
                what.necessity());
    }

    private PaperForm acknowledgement(RequestView request, Added added) {
        Office ours = ours(request, added.caller());
        String executor = request.head().sight().executor();
        return new Letter.Acknowledgement(
                between(request, added),
                received(request),
                request.head().channel(),
                executor.isEmpty() ? ours.organisation() : executor.toUpperCase(Locale.ROOT),
                terms(request),
                added.words(),
                ours.phone());
    }

    private ZonedDateTime received(RequestView request) {
        return Objects.requireNonNullElse(request.moments().received(), request.head().createdAt())
                .atZone(request.head().counterpart().zone());
    }

    private static List<Letter.Term> terms(RequestView request) {
        return request.terms().stream()
                .map(term -> new Letter.Term(term.name().en(), term.name().clause(), term.end()))
                .toList();
    }

    private PaperForm extension(RequestView request, Added added) {
        return new Letter.Extension(
                between(request, added),
                !request.head().incoming(),
                request.basis().clause(),
                request.terms().stream()
                        .map(RequestView.Running::end)
                        .max(java.util.Comparator.comparing(ZonedDateTime::toInstant))
                        .map(ZonedDateTime::toLocalDate)
                        .orElse(null),
                added.words());
    }

    private PaperForm refusal(RequestView request, Added added) {
        Optional<Said> ground =
                request.grounds().stream()
                        .filter(one -> one.id().equals(request.ground()))
                        .findFirst();
        return new Letter.Refusal(
                between(request, added),
                ground.map(Said::en).orElse(request.ground()),
                ground.map(Said::clause).orElse(""),
                request.reason(),
                "",
                added.words());
    }

    private PaperForm disclosure(RequestView request, Added added) {
        return new Letter.Disclosure(
                between(request, added),
                added.words().isEmpty() ? request.head().substance().data() : added.words(),
                added.files(),
                String.join("\n", request.limits().stream().map(Said::en).toList()),
                "");
    }

    private PaperForm forwarding(RequestView request, Added added) {
        Counterpart from = request.head().counterpart();
        String executor = request.head().sight().executor();
        return new Letter.Forwarding(
                new Letter.Correspondence(
                        head(request, added),
                        ours(request, added.caller()),
                        Office.named(executor.toUpperCase(Locale.ROOT)),
                        from.reference(),
                        request.head().substance().subject()),
                from.name() + " (" + from.state() + ") " + from.reference(),
                received(request),
                request.basis().clause(),
                added.words(),
                terms(request),
                added.files());
    }
}
