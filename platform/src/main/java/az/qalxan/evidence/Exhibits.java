package az.qalxan.evidence;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseNumber;
import az.qalxan.engines.vault.Vault;
import az.qalxan.engines.vault.VaultRefused;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The exhibits, as far as the caller may know of them. */
@Component
public class Exhibits {

    private final ExhibitStore store;
    private final Custody custody;
    private final CaseDesk cases;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Exhibits(
            ExhibitStore store,
            Custody custody,
            CaseDesk cases,
            Vault vault,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.custody = custody;
        this.cases = cases;
        this.vault = vault;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Exhibit> of(ExhibitId id) {
        return store.find(id);
    }

    /** The exhibit of an address, or the problem "not found" for those who may not know of it. */
    @Transactional(readOnly = true)
    public Exhibit require(UUID id) {
        return store.find(new ExhibitId(id))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Those of these exhibits that the caller may know of, by their ids; one query for all. */
    @Transactional(readOnly = true)
    public Map<ExhibitId, Exhibit> of(Collection<ExhibitId> ids) {
        return store.find(ids).stream().collect(Collectors.toMap(Exhibit::id, Function.identity()));
    }

    /** All of these exhibits in that order, or the problem "not found" if one is hidden. */
    @Transactional(readOnly = true)
    public List<Exhibit> require(List<ExhibitId> ids) {
        Map<ExhibitId, Exhibit> found = of(ids);
        return ids.stream()
                .map(id ->
                        Optional.ofNullable(found.get(id))
                                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)))
                .toList();
    }

    /** The exhibits of a case in order, copies behind what they were made from. */
    @Transactional(readOnly = true)
    public List<Exhibit> ofCase(CaseNumber number) {
        return store.ofCase(number);
    }

    /** The chain of custody of an exhibit. */
    @Transactional(readOnly = true)
    public CustodyRecord custody(ExhibitId id) {
        return custody.of(id);
    }

    /** Registers an exhibit in a case that the caller sees; the caller holds it from then on. */
    @Transactional
    public Exhibit register(NewExhibit told, Caller caller) {
        CaseHead head =
                cases.find(told.caseNumber())
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        Instant now = clock.instant();
        Exhibit exhibit =
                new Exhibit(
                        new ExhibitId(UUID.randomUUID()),
                        store.next(told.caseNumber()),
                        new ExhibitStanding(head.body(), head.handling(), head.compartment()),
                        told.description(),
                        null,
                        told.origin(),
                        told.owner(),
                        told.basis(),
                        null,
                        told.acquisition(),
                        told.seals().stream()
                                .map(one -> new Seal(one, SealState.INTACT, "", now, caller.name()))
                                .toList(),
                        null,
                        new Keeping(
                                KeepingState.KEPT,
                                caller.account().toString(),
                                caller.name(),
                                caller.body(),
                                told.place()),
                        null,
                        now,
                        caller.name(),
                        0);
        store.insert(exhibit);
        exhibit.seals().forEach(seal -> store.insert(exhibit.id(), seal));
        custody.record(
                exhibit,
                CustodyStep.by(caller.name(), EvidenceAct.REGISTERED, "registered")
                        .saying(told.description().title())
                        .with(details(exhibit)));
        return exhibit;
    }

    /**
     * What is told of a copy.
     *
     * @param purpose last part of the message key {@code evidence.copy.<purpose>}
     * @param words how it was made
     */
    public record NewCopy(String purpose, String words, String place) {}

    /**
     * Makes a copy of an exhibit, which the caller holds from then on; it has the same bytes and
     * the next number. Both chains say so.
     */
    @Transactional
    public Exhibit copy(Exhibit source, NewCopy told, Caller caller) {
        if (!source.alive()) {
            throw ProblemFound.of(EvidenceProblem.EXHIBIT_STATE);
        }
        Exhibit copy = copied(source, told, caller);
        store.insert(copy);
        StoredBytes bytes = source.stored();
        if (bytes != null) {
            store.stored(copy.id(), bytes);
        }
        custody.record(
                source,
                CustodyStep.by(caller.name(), EvidenceAct.COPIED, "copied")
                        .saying(told.words())
                        .with(
                                Map.of(
                                        "copy", copy.number().toString(),
                                        "purpose", told.purpose())));
        Map<String, String> details = details(copy);
        details.put("source", source.number().toString());
        details.put("purpose", told.purpose());
        CustodyStep made =
                CustodyStep.by(caller.name(), EvidenceAct.REGISTERED, "made")
                        .saying(told.words())
                        .with(details);
        custody.record(copy, bytes == null ? made : made.of(bytes.digests()));
        return require(copy.id().value());
    }

    private Exhibit copied(Exhibit source, NewCopy told, Caller caller) {
        return new Exhibit(
                new ExhibitId(UUID.randomUUID()),
                store.nextCopy(source.number()),
                source.standing(),
                source.description(),
                new CopyOf(source.id(), told.purpose()),
                source.origin(),
                source.owner(),
                source.basis(),
                null,
                source.acquisition(),
                List.of(),
                null,
                new Keeping(
                        KeepingState.KEPT,
                        caller.account().toString(),
                        caller.name(),
                        caller.body(),
                        told.place()),
                null,
                clock.instant(),
                caller.name(),
                0);
    }

    private static Map<String, String> details(Exhibit exhibit) {
        Map<String, String> details = new HashMap<>();
        details.put("holder", exhibit.keeping().name());
        details.put("holder-body", exhibit.keeping().body().value());
        details.put("place", exhibit.keeping().place());
        details.put("origin", exhibit.origin().kind().code());
        details.put("class", exhibit.description().dataClass().code());
        details.put("basis", exhibit.basis().code());
        details.put("document", exhibit.basis().document());
        details.put(
                "seals", String.join(", ", exhibit.seals().stream().map(Seal::number).toList()));
        details.values().removeIf(String::isEmpty);
        return details;
    }

    /**
     * Notes, in the transaction that completes an intake, that all bytes of an exhibit are stored.
     * Bytes are given once and never replaced.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stored(ExhibitId id, StoredBytes stored, String author) {
        Exhibit exhibit = require(id.value());
        if (!store.stored(id, stored)) {
            throw ProblemFound.of(EvidenceProblem.EXHIBIT_HAS_BYTES);
        }
        custody.record(
                exhibit,
                CustodyStep.by(author, EvidenceAct.STORED, "stored")
                        .with(Map.of("name", stored.name()))
                        .of(stored.digests()));
        events.publishEvent(new ExhibitStored(id));
    }

    /**
     * The bytes of an exhibit for a purpose; the reading stands in the chain and in the journal.
     *
     * @throws IOException when they are lost or altered, or cannot be read
     */
    @Transactional
    public SeekableByteChannel bytes(ExhibitId id, Reading reading) throws IOException {
        Exhibit exhibit = require(id.value());
        StoredBytes stored = exhibit.stored();
        if (stored == null) {
            throw ProblemFound.of(EvidenceProblem.EXHIBIT_WITHOUT_BYTES);
        }
        custody.record(
                exhibit,
                CustodyStep.by(reading.author(), EvidenceAct.OPENED, "opened")
                        .saying(reading.purpose()));
        try {
            return vault.open(stored.id());
        } catch (VaultRefused e) {
            throw CaseVault.told(e);
        }
    }

    /**
     * Who reads bytes and for what.
     *
     * @param author a person's name, or of a job its own
     * @param purpose in a few words
     */
    public record Reading(String author, String purpose) {}
}
