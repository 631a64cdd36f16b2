package az.qalxan.ledger.watch;

import az.qalxan.ledger.SubjectQuestion;
import az.qalxan.web.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants proven, as it was typed.
 *
 * @param kind of the subject
 * @param id of the subject
 * @param from the first day or moment, ISO 8601
 * @param until the last day, or the first moment that is not asked about
 */
record ProofForm(String kind, String id, String from, String until) {

    /** The days of the form are the country's. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Baku");

    ProofForm {
        kind = kind.strip();
        id = id.strip();
        from = from.strip();
        until = until.strip();
    }

    List<Violation> violations() {
        List<Violation> wrong = new ArrayList<>();
        if (!SubjectQuestion.isSubject(kind + "/" + id)) {
            wrong.add(Violation.at("id", "ledger.proof.wrong-subject"));
        }
        Optional<Instant> first = moment(from, 0);
        Optional<Instant> last = moment(until, 1);
        if (first.isEmpty()) {
            wrong.add(Violation.at("from", "ledger.proof.wrong-moment"));
        }
        if (last.isEmpty()) {
            wrong.add(Violation.at("until", "ledger.proof.wrong-moment"));
        }
        if (first.isPresent() && last.isPresent() && !first.get().isBefore(last.get())) {
            wrong.add(Violation.at("until", "ledger.proof.wrong-order"));
        }
        return wrong;
    }

    /** The question; only without violations. */
    SubjectQuestion question() {
        return new SubjectQuestion(
                kind + "/" + id, moment(from, 0).orElseThrow(), moment(until, 1).orElseThrow());
    }

    private static Optional<Instant> moment(String text, int daysLater) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text)
                                    .plusDays(daysLater)
                                    .atStartOfDay(ZONE)
                                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
