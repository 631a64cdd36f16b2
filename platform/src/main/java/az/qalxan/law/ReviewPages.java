package az.qalxan.law;

import az.qalxan.access.Caller;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the pages of the lawyers' queue. */
@Component
class ReviewPages {

    private static final int OPEN_MAX = 500;
    private static final int DECIDED_MAX = 30;

    private final LawReading reading;
    private final ProposalStore proposals;
    private final ReviewStore reviews;
    private final RecordingStore recordings;

    ReviewPages(
            LawReading reading,
            ProposalStore proposals,
            ReviewStore reviews,
            RecordingStore recordings) {
        this.reading = reading;
        this.proposals = proposals;
        this.reviews = reviews;
        this.recordings = recordings;
    }

    @Transactional(readOnly = true)
    public QueuePage queue(Caller caller) {
        return QueuePage.of(
                reading.now(),
                new QueuePage.Parts(
                        proposals.open(OPEN_MAX),
                        reviews.waiting(),
                        proposals.decided(DECIDED_MAX)),
                caller.account().toString());
    }

    @Transactional(readOnly = true)
    public ProposalPage proposal(long number, Caller caller) {
        Proposal proposal = find(number);
        @Nullable UUID basedOn = proposal.change().basedOn();
        Optional<Recording> before = Optional.ofNullable(basedOn).flatMap(recordings::find);
        return new ProposalPage(
                reading.now(),
                proposal,
                before.orElse(null),
                ProposalPage.lines(proposal, before),
                proposal.open() && before.filter(one -> !one.stands()).isPresent(),
                proposal.isOf(caller.account().toString()));
    }

    private Proposal find(long number) {
        return proposals.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    public UUID id(long number) {
        return find(number).id();
    }

    @Transactional(readOnly = true)
    public long number(UUID id) {
        return proposals.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)).number();
    }
}
