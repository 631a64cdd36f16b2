package az.qalxan.evidence.custody;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.evidence.EvidenceRights;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitId;
import az.qalxan.evidence.Exhibits;
import az.qalxan.evidence.Typed;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a giver typed, before it is confirmed and proposed. */
@Component
class TransferReading {

    private final Exhibits exhibits;
    private final EvidenceRights rights;
    private final ReceiverChoice receivers;

    TransferReading(Exhibits exhibits, EvidenceRights rights, ReceiverChoice receivers) {
        this.exhibits = exhibits;
        this.rights = rights;
        this.receivers = receivers;
    }

    /** The exhibits of a case that the caller may give. */
    @Transactional(readOnly = true)
    public List<Exhibit> given(String caseNumber, Caller caller) {
        return exhibits.ofCase(CaseDesk.number(caseNumber)).stream()
                .filter(one -> rights.gives(caller, one))
                .toList();
    }

    /** What the form says, or the problem with everything that is wrong. */
    @Transactional(readOnly = true)
    public HandingOver.Wanted read(TransferForm form, Caller caller) {
        List<Exhibit> chosen =
                exhibits.require(
                        form.exhibits().stream()
                                .distinct()
                                .limit(Transfer.ITEMS_MAX + 1L)
                                .map(ExhibitId::new)
                                .toList());
        Typed typed = new Typed();
        if (chosen.isEmpty() || chosen.size() > Transfer.ITEMS_MAX) {
            typed.wrong("exhibit", "evidence.wrong.none-chosen");
            typed.pass();
        }
        Exhibit first = chosen.getFirst();
        if (chosen.stream().anyMatch(one -> !one.caseNumber().equals(first.caseNumber()))) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        if (!chosen.stream().allMatch(one -> rights.gives(caller, one))) {
            throw ProblemFound.of(CustodyProblem.NOT_YOURS_TO_GIVE);
        }
        Optional<Side> to =
                receivers.of(form.to() == null ? "" : form.to(), caller, first.standing());
        if (to.isEmpty()) {
            typed.wrong("to", "evidence.wrong.choice");
        }
        String seals = form.seals() == null ? "" : form.seals();
        if (!List.of("intact", "not-intact").contains(seals)) {
            typed.wrong("seals", "evidence.wrong.choice");
        }
        String reason = typed.words("reason", form.reason());
        String basis = typed.name("basis", form.basis());
        String condition = typed.words("condition", form.condition());
        String place = typed.name("place", form.place());
        typed.pass();
        return new HandingOver.Wanted(
                chosen, to.orElseThrow(), reason, basis, condition, place, seals.equals("intact"));
    }
}
