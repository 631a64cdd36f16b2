package az.qalxan.casework.law;

import az.qalxan.casework.CaseTop;
import az.qalxan.jurisdiction.Article;
import az.qalxan.web.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The articles of a case on a day, and how they came to stand.
 *
 * @param on the day that is shown
 * @param today the country's day
 * @param known what the pack knows of the articles, by article and day of wording
 */
record QualificationPage(
        CaseTop top,
        LocalDate on,
        LocalDate today,
        List<Qualification.Standing> standing,
        List<Qualification.Standing> last,
        List<QualificationStep> steps,
        List<Article> articles,
        Map<Wording, Article> known) {

    QualificationPage {
        standing = List.copyOf(standing);
        last = List.copyOf(last);
        steps = List.copyOf(steps);
        articles = List.copyOf(articles);
        known = Map.copyOf(known);
    }

    /** An article in the wording of a day. */
    record Wording(String article, LocalDate day) {}

    boolean past() {
        return !on.equals(today);
    }

    Optional<Article> article(String number, LocalDate day) {
        return Optional.ofNullable(known.get(new Wording(number, day)));
    }

    /** The article's title in the reader's language; empty when the pack does not have it. */
    String title(String number, LocalDate day, Text text) {
        return article(number, day)
                .map(one -> text.pick(one.title().az(), one.title().en()))
                .orElse("");
    }

    boolean verified(String number, LocalDate day) {
        return article(number, day).map(one -> one.basis().verified()).orElse(false);
    }
}
