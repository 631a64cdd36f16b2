package az.qalxan.evidence.custody;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.evidence.ExhibitPages;
import az.qalxan.web.Language;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Composes the pages of transfers. */
@Component
class TransferPages {

    private final ExhibitPages exhibits;
    private final CaseDesk cases;
    private final Clock clock;

    TransferPages(ExhibitPages exhibits, CaseDesk cases, Clock clock) {
        this.exhibits = exhibits;
        this.cases = cases;
        this.clock = clock;
    }

    TransferPage of(Transfer transfer, Caller caller, Language language) {
        Transfer.Terms terms = transfer.terms();
        Map<String, String> bodies = new TreeMap<>();
        for (Side side : List.of(terms.from(), terms.to())) {
            bodies.put(side.body().value(), exhibits.name(side.body().value(), language));
        }
        return new TransferPage(
                transfer,
                cases.find(terms.caseNumber()).isPresent(),
                waitsFor(transfer, caller),
                transfer.open() && terms.from().account().equals(caller.account().toString()),
                transfer.overdue(clock.instant()),
                bodies);
    }

    /** Whether it is the caller's to sign or refuse. */
    static boolean waitsFor(Transfer transfer, Caller caller) {
        Transfer.Terms terms = transfer.terms();
        String account = caller.account().toString();
        return transfer.open()
                && terms.to().body().equals(caller.body())
                && !terms.from().account().equals(account)
                && (!terms.to().person() || terms.to().account().equals(account));
    }

    List<TransferLine> lines(List<Transfer> transfers, Caller caller, Language language) {
        return transfers.stream()
                .map(one ->
                        new TransferLine(
                                one,
                                name(one.terms().from(), language),
                                name(one.terms().to(), language),
                                waitsFor(one, caller),
                                one.overdue(clock.instant())))
                .toList();
    }

    private String name(Side side, Language language) {
        String body = exhibits.name(side.body().value(), language);
        return side.person() ? side.name() + ", " + body : body;
    }
}
