package az.qalxan.casework.law;

import az.qalxan.casework.CaseArticles;
import az.qalxan.casework.CaseBrief;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseTab;
import az.qalxan.jurisdiction.Article;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Composes the page of a qualification and its short form. */
@Component
class QualificationPages implements CaseBrief, CaseArticles {

    private final CaseDesk desk;
    private final QualificationStore store;
    private final Jurisdiction jurisdiction;
    private final CaseTab tab;
    private final Clock clock;

    QualificationPages(
            CaseDesk desk,
            QualificationStore store,
            Jurisdiction jurisdiction,
            @Qualifier("qualificationTab") CaseTab tab,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.jurisdiction = jurisdiction;
        this.tab = tab;
        this.clock = clock;
    }

    @Override
    public CaseTab tab() {
        return tab;
    }

    @Override
    public List<Line> about(CaseHead head, Text text) {
        return store.of(head).asOf(today()).stream().map(one -> line(one, text)).toList();
    }

    @Override
    public List<String> standing(CaseHead head) {
        return store.of(head).asOf(today()).stream().map(Qualification.Standing::article).toList();
    }

    private Line line(Qualification.Standing one, Text text) {
        return jurisdiction
                .article(one.article(), one.lawDay())
                .map(article ->
                        new Line(
                                one.article()
                                        + " · "
                                        + text.pick(article.title().az(), article.title().en()),
                                article.basis().verified() ? "" : text.of("web.unverified")))
                .orElseGet(() -> new Line(one.article(), text.of("web.unverified")));
    }

    QualificationPage of(CaseHead head, LocalDate on, HttpServletRequest request) {
        Qualification qualification = store.of(head);
        return new QualificationPage(
                desk.top(head, tab.code(), request),
                on,
                today(),
                qualification.asOf(on),
                qualification.last(),
                qualification.steps().stream()
                        .sorted(Comparator.comparingLong(QualificationStep::sequence).reversed())
                        .toList(),
                jurisdiction.articles(),
                known(qualification));
    }

    private Map<QualificationPage.Wording, Article> known(Qualification qualification) {
        Map<QualificationPage.Wording, Article> known = new HashMap<>();
        qualification.steps().stream()
                .flatMap(step ->
                        Stream.of(
                                new QualificationPage.Wording(step.article(), step.lawDay()),
                                new QualificationPage.Wording(step.replaces(), step.lawDay())))
                .forEach(wording ->
                        jurisdiction
                                .article(wording.article(), wording.day())
                                .ifPresent(article -> known.put(wording, article)));
        return known;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
    }
}
