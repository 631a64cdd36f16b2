package az.qalxan.strategy.progress;

import az.qalxan.database.Sha256;
import az.qalxan.reporting.CleanText;
import az.qalxan.web.Violation;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads evidence from a form and says everything that is wrong with it at once. */
@Component
class EvidenceReading {

    static final int TITLE_MIN = 3;
    static final int TITLE_MAX = 300;
    static final int LINK_MAX = 1_000;
    static final int NUMBER_MAX = 100;
    private static final int NAME_MAX = 120;
    private static final byte[] NO_CONTENT = {};

    private final ObjectProvider<RegisterFigures> figures;
    private final ReportingPack pack;
    private final Clock clock;

    EvidenceReading(ObjectProvider<RegisterFigures> figures, ReportingPack pack, Clock clock) {
        this.figures = figures;
        this.pack = pack;
        this.clock = clock;
    }

    /** What the form gives; what is wrong goes to the list. */
    List<Evidence.Given> read(EvidenceForm form, List<Violation> wrong) throws IOException {
        List<Evidence.Given> given = new ArrayList<>();
        MultipartFile file = form.file();
        if (file != null && !file.isEmpty()) {
            document(
                            EvidenceForm.text(form.documentTitle()),
                            Optional.ofNullable(file.getOriginalFilename()).orElse(""),
                            file.getBytes(),
                            wrong)
                    .ifPresent(given::add);
        }
        if (!EvidenceForm.text(form.link()).isEmpty()) {
            link(EvidenceForm.text(form.linkTitle()), EvidenceForm.text(form.link()), wrong)
                    .ifPresent(given::add);
        }
        if (!EvidenceForm.text(form.figure()).isEmpty()) {
            figure(EvidenceForm.text(form.figure()), EvidenceForm.text(form.period()), wrong)
                    .ifPresent(given::add);
        }
        if (!EvidenceForm.text(form.number()).isEmpty()) {
            decision(
                            EvidenceForm.text(form.decisionTitle()),
                            EvidenceForm.text(form.number()),
                            EvidenceForm.text(form.decidedOn()),
                            wrong)
                    .ifPresent(given::add);
        }
        return given;
    }

    /** The figures that may be asked for. */
    List<RegisterFigures.Offered> offered() {
        RegisterFigures registers = figures.getIfAvailable();
        return registers == null ? List.of() : registers.offered();
    }

    Optional<Evidence.Given> document(
            String title, String fileName, byte[] content, List<Violation> wrong) {
        String name = name(fileName);
        if (content.length == 0 || content.length > Evidence.Document.BYTES_MAX) {
            wrong.add(
                    Violation.at(
                            "file",
                            "progress.wrong.file",
                            content.length,
                            Evidence.Document.BYTES_MAX >> 20));
            return Optional.empty();
        }
        return given(
                title.isEmpty() ? name : title,
                new Evidence.Document(name, content.length, Sha256.of(content)),
                content,
                wrong);
    }

    Optional<Evidence.Given> link(String title, String address, List<Violation> wrong) {
        if (address.length() > LINK_MAX || !isPage(address)) {
            wrong.add(Violation.at("link", "progress.wrong.link", LINK_MAX));
            return Optional.empty();
        }
        return given(
                title.isEmpty() ? address : title, new Evidence.Link(address), NO_CONTENT, wrong);
    }

    private static boolean isPage(String address) {
        try {
            URI page = new URI(address);
            String scheme = page.getScheme() == null ? "" : page.getScheme();
            return scheme.toLowerCase(Locale.ROOT).matches("https?")
                    && page.getHost() != null
                    && page.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    Optional<Evidence.Given> figure(String code, String period, List<Violation> wrong) {
        @Nullable LocalDate lastDay = day(period);
        RegisterFigures registers = figures.getIfAvailable();
        Optional<RegisterFigures.Offered> offered =
                offered().stream().filter(one -> one.code().equals(code)).findAny();
        if (lastDay == null || lastDay.isAfter(endOfQuarter()) || registers == null) {
            wrong.add(Violation.at("period", "progress.wrong.period", period));
            return Optional.empty();
        }
        if (offered.isEmpty()) {
            wrong.add(Violation.at("figure", "progress.wrong.figure", code));
            return Optional.empty();
        }
        return switch (registers.at(code, lastDay)) {
            case RegisterFigures.Unknown unknown -> {
                wrong.add(Violation.at("figure", "progress.wrong.unknown", code));
                wrong.add(Violation.at("figure", unknown.reason()));
                yield Optional.empty();
            }
            case RegisterFigures.Known known ->
                    given(
                            offered.get().name().az(),
                            new Evidence.Figure(
                                    code,
                                    lastDay,
                                    known.value(),
                                    offered.get().unit().az(),
                                    known.trueOn()),
                            NO_CONTENT,
                            wrong);
        };
    }

    /** The last days of the quarter that runs and of those before it, for a form's choice. */
    List<LocalDate> periods(int most) {
        List<LocalDate> periods = new ArrayList<>();
        LocalDate end = endOfQuarter();
        for (int i = 0; i < most; i++) {
            periods.add(end);
            end = end.withDayOfMonth(1).minusMonths(2).minusDays(1);
        }
        return periods;
    }

    private LocalDate endOfQuarter() {
        LocalDate today = today();
        int first = (today.getMonthValue() - 1) / 3 * 3 + 1;
        return LocalDate.of(today.getYear(), first, 1).plusMonths(3).minusDays(1);
    }

    Optional<Evidence.Given> decision(
            String title, String number, String decidedOn, List<Violation> wrong) {
        @Nullable LocalDate day = day(decidedOn);
        if (number.length() > NUMBER_MAX || number.isEmpty()) {
            wrong.add(Violation.at("number", "progress.wrong.number", NUMBER_MAX));
        }
        if (day == null || day.isAfter(today()) || day.getYear() < 1991) {
            wrong.add(Violation.at("decidedOn", "progress.wrong.decided-on", decidedOn));
            return Optional.empty();
        }
        return given(
                title.isEmpty() ? number : title,
                new Evidence.Decision(CleanText.of(number), day),
                NO_CONTENT,
                wrong);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), pack.zone());
    }

    private static Optional<Evidence.Given> given(
            String title, Evidence.Item item, byte[] content, List<Violation> wrong) {
        String clean = CleanText.of(title);
        String shown = clean.length() > TITLE_MAX ? clean.substring(0, TITLE_MAX) : clean;
        if (shown.length() < TITLE_MIN) {
            wrong.add(Violation.at("title", "progress.wrong.title", TITLE_MIN, TITLE_MAX));
            return Optional.empty();
        }
        return Optional.of(new Evidence.Given(shown, item, content));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The name of a foreign file, safe to show and to save. */
    private static String name(String fileName) {
        String last =
                fileName.substring(
                        Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String plain = CleanText.of(last).replaceAll("[\\p{Cntrl}<>:\"|?*%]", "_").strip();
        String kept = plain.substring(Math.max(0, plain.length() - NAME_MAX));
        return kept.isEmpty() || kept.startsWith(".") ? "file" + kept : kept;
    }
}
