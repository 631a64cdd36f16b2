package az.qalxan.law;

import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.engines.law.Period;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Lets two people change the recorded law, for the tests of modules that follow it. */
public final class LawPlay {

    private static final String REASON = "Sınaq üçün uydurulmuş qərar";

    private final Caller one = SignedIn.caller("en", Role.LAWYER);
    private final Caller other = SignedIn.caller("dtx", Role.LAWYER);
    private final Proposals proposals;
    private final RecordingStore recordings;

    public LawPlay(ApplicationContext context) {
        this.proposals = context.getBean(Proposals.class);
        this.recordings = context.getBean(RecordingStore.class);
    }

    /** One person proposes a new fact; it holds when another has approved it. */
    public UUID propose(Record fact, Period days) {
        return propose(
                new Proposal.Change(
                        FactKind.keyOf(fact), Proposal.Act.NEW, days, FactJson.write(fact), null));
    }

    private UUID propose(Proposal.Change change) {
        return ActingAs.call(one.identity(), () -> proposals.propose(change, REASON, one));
    }

    /** The second person approves. */
    public void approve(UUID proposal) {
        ActingAs.run(other.identity(), () -> proposals.approve(proposal, "", other));
    }

    /** Two people take a fact back, when it stands. */
    public void retract(Record fact) {
        LineKey line = FactKind.keyOf(fact);
        List<Recording> standing = ActingAs.call(one.identity(), () -> recordings.standing(line));
        for (Recording row : standing) {
            approve(
                    propose(
                            new Proposal.Change(
                                    line, Proposal.Act.RETRACT, row.valid(), null, row.id())));
        }
    }
}
