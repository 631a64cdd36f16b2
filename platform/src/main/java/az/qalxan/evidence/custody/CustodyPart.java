package az.qalxan.evidence.custody;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Verb;
import az.qalxan.evidence.EvidencePack;
import az.qalxan.evidence.EvidenceRights;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitParts;
import az.qalxan.evidence.KeepingState;
import az.qalxan.web.Fragments;
import az.qalxan.web.PageFrame;
import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** HandingOver, copies and what was given away, on an exhibit's page. */
@Component
class CustodyPart implements ExhibitParts {

    private final CustodyTransferStore transfers;
    private final ReleaseStore releases;
    private final CaseEnds ends;
    private final TransferPages pages;
    private final EvidenceRights rights;
    private final EvidencePack pack;
    private final CurrentCaller callers;
    private final Fragments fragments;

    CustodyPart(
            CustodyTransferStore transfers,
            ReleaseStore releases,
            CaseEnds ends,
            TransferPages pages,
            EvidenceRights rights,
            EvidencePack pack,
            CurrentCaller callers,
            Fragments fragments) {
        this.transfers = transfers;
        this.releases = releases;
        this.ends = ends;
        this.pages = pages;
        this.rights = rights;
        this.pack = pack;
        this.callers = callers;
        this.fragments = fragments;
    }

    /**
     * What the part shows.
     *
     * @param due from when the owner may ask it back; null while the case goes on
     * @param release whether the viewer may lend, return or dispose of it
     * @param copy whether the viewer may make copies
     * @param back whether the viewer may take it back from its owner
     */
    record Shown(
            Exhibit exhibit,
            List<TransferLine> transfers,
            List<Release> releases,
            @Nullable LocalDate due,
            EvidencePack.PackClock clock,
            boolean release,
            boolean copy,
            boolean back) {

        Shown {
            transfers = List.copyOf(transfers);
            releases = List.copyOf(releases);
        }
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Content> of(Exhibit exhibit, PageFrame frame) {
        Caller caller = callers.require();
        boolean here =
                exhibit.keeping().body().equals(caller.body()) && exhibit.offeredTo() == null;
        boolean kept = exhibit.keeping().state() == KeepingState.KEPT;
        boolean lent = exhibit.keeping().state() == KeepingState.LENT;
        Shown shown =
                new Shown(
                        exhibit,
                        pages.lines(
                                transfers.ofExhibit(exhibit.id()), caller, frame.text().language()),
                        releases.of(exhibit.id()),
                        ends.of(exhibit.caseNumber()).map(ends::due).orElse(null),
                        pack.clock("return"),
                        here && (kept || lent) && rights.may(caller, Verb.DECIDE, exhibit),
                        here && kept && rights.may(caller, Verb.UPDATE, exhibit),
                        here && lent && rights.may(caller, Verb.UPDATE, exhibit));
        return Optional.of(
                fragments.of("evidence/custody/part", Map.of("frame", frame, "page", shown)));
    }
}
