package az.qalxan.evidence;

import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.Instrument;
import az.qalxan.engines.law.LawBook;
import az.qalxan.engines.law.Provision;
import az.qalxan.engines.law.Standing;
import az.qalxan.engines.law.Wording;
import az.qalxan.jurisdiction.Words;
import az.qalxan.law.Law;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The legal bases of the pack's list, as the register of law knows them on a day. */
@Component
class BasisChoice {

    private final EvidencePack pack;
    private final Law law;

    BasisChoice(EvidencePack pack, Law law) {
        this.pack = pack;
        this.law = law;
    }

    /** A basis to choose, and where it comes from. */
    record Choice(LegalBasis basis, Words source) {}

    List<Choice> on(LocalDate day) {
        LawBook book = law.book();
        return pack.bases().stream().map(one -> choice(one, book, day)).toList();
    }

    Optional<LegalBasis> of(String code, LocalDate day, String document) {
        return pack.basis(code)
                .map(one -> choice(one, law.book(), day).basis())
                .map(one ->
                        new LegalBasis(
                                one.code(), one.clause(), one.title(), one.verified(), document));
    }

    /** A basis is verified only when the pack's words and the register's provision both are. */
    private static Choice choice(EvidencePack.PackBasis one, LawBook book, LocalDate day) {
        Clause clause = Clause.of(one.clause());
        Optional<Provision> provision = book.provision(clause, day);
        boolean verified =
                one.verified()
                        && provision
                                .map(found -> found.citation().standing() == Standing.VERIFIED)
                                .orElse(false);
        Optional<Wording> instrument = book.instrument(clause.instrument()).map(Instrument::name);
        Words title =
                new Words(
                        titled(one.name().az(), instrument.map(Wording::az), clause),
                        titled(one.name().en(), instrument.map(Wording::en), clause));
        return new Choice(
                new LegalBasis(one.code(), one.clause(), title, verified, ""), one.source());
    }

    private static String titled(String name, Optional<String> instrument, Clause clause) {
        return name
                + instrument
                        .map(known ->
                                " ("
                                        + known
                                        + (clause.article().isEmpty() ? "" : " " + clause.article())
                                        + ")")
                        .orElse("");
    }
}
