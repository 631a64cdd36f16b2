package az.qalxan.evidence.dossier;

import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitPages;
import az.qalxan.evidence.Exhibits;
import az.qalxan.web.Language;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what an export tells. */
@Component
class DossierGathering {

    private final Exhibits exhibits;
    private final ExhibitPages pages;
    private final CaseDesk cases;

    DossierGathering(Exhibits exhibits, ExhibitPages pages, CaseDesk cases) {
        this.exhibits = exhibits;
        this.pages = pages;
        this.cases = cases;
    }

    @Transactional(readOnly = true)
    Chosen of(Dossier dossier, List<Exhibit> chosen) {
        Optional<CaseHead> head = cases.find(dossier.caseNumber());
        return new Chosen(
                dossier,
                head.map(CaseHead::title).orElse(""),
                chosen.getFirst().standing().body().value(),
                chosen.stream()
                        .map(one -> new Chosen.Item(one, exhibits.custody(one.id())))
                        .toList());
    }

    /** A body in a few letters. */
    String body(String code, Language language) {
        return pages.name(code, language);
    }
}
