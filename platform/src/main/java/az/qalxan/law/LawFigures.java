package az.qalxan.law;

import az.qalxan.engines.law.Fit;
import az.qalxan.engines.law.Mapping;
import az.qalxan.engines.law.Standing;
import az.qalxan.engines.law.StateCode;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureSource;
import az.qalxan.figure.RegisterFigure;
import az.qalxan.jurisdiction.Jurisdiction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Tells how the own state's law stood against treaties on the last day of a period, as it is
 * recorded now. Law points at nobody, so that no figure is kept back.
 */
@Component
class LawFigures implements FigureSource {

    private static final String READ = "law:read";
    private static final Set<Fit> SHORT = EnumSet.of(Fit.PARTIAL, Fit.GAP);

    private final LawShelf shelf;
    private final StateCode home;

    LawFigures(LawShelf shelf, Jurisdiction jurisdiction) {
        this.shelf = shelf;
        this.home = StateCode.of(jurisdiction.code());
    }

    @Override
    public List<RegisterFigure> figures() {
        return List.of(
                RegisterFigure.count("law.cells", READ).open(),
                RegisterFigure.count("law.gaps", READ).open().partOf("law.cells"),
                RegisterFigure.count("law.verified", READ).open().partOf("law.cells"));
    }

    @Override
    public Answer tell(List<FigurePeriod> periods) {
        List<Told> told = new ArrayList<>();
        for (RegisterFigure figure : figures()) {
            for (int place = 0; place < periods.size(); place++) {
                long cells = cells(figure.name(), periods.get(place).lastDay()).size();
                told.add(new Told(figure.name(), place, cells, BigDecimal.valueOf(cells)));
            }
        }
        boolean any = !shelf.now().of(Mapping.class).isEmpty();
        return new Answer(any ? LocalDate.EPOCH : null, told);
    }

    @Override
    public List<Behind> behind(String figure, FigurePeriod period, int most) {
        return cells(figure, period.lastDay()).stream()
                .limit(most)
                .map(one -> {
                    Mapping fact = one.fact();
                    Cell cell = new Cell(fact.treaty(), fact.state(), one, false, false);
                    String on = "?on=" + period.lastDay();
                    return new Behind(fact.treaty().toString(), cell.path() + on, period.lastDay());
                })
                .toList();
    }

    private List<Held<Mapping>> cells(String figure, LocalDate day) {
        Predicate<Held<Mapping>> counted =
                switch (figure) {
                    case "law.cells" -> one -> true;
                    case "law.gaps" -> one -> SHORT.contains(one.fact().fit());
                    case "law.verified" ->
                            one -> one.fact().citation().standing() == Standing.VERIFIED;
                    default -> throw new IllegalArgumentException(figure);
                };
        return shelf.now().of(Mapping.class).stream()
                .filter(one -> one.fact().state().equals(home) && one.on(day))
                .filter(counted)
                .toList();
    }
}
