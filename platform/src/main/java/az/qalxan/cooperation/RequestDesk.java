package az.qalxan.cooperation;

import az.qalxan.access.Caller;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Requests for the modules around this one, as far as the caller may know of them. */
@Component
public class RequestDesk {

    private static final LawSnapshot NO_LAW =
            new LawSnapshot(
                    "",
                    "",
                    new Said("", "", "", "", "unverified"),
                    "unverified",
                    List.of(),
                    LawSnapshot.Side.UNKNOWN,
                    LawSnapshot.Side.UNKNOWN,
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());

    private final Requests requests;
    private final RequestStore store;
    private final BasisStore bases;
    private final TermStore terms;
    private final CooperationPack pack;

    RequestDesk(
            Requests requests,
            RequestStore store,
            BasisStore bases,
            TermStore terms,
            CooperationPack pack) {
        this.requests = requests;
        this.store = store;
        this.bases = bases;
        this.terms = terms;
        this.pack = pack;
    }

    /** The request of that number, or the problem "not found". */
    @Transactional(readOnly = true)
    public RequestView require(String number) {
        return view(requests.see(Requests.number(number)));
    }

    /** The request of that number; the view is recorded. */
    @Transactional
    public RequestView show(String number) {
        return view(requests.view(Requests.number(number)));
    }

    @Transactional(readOnly = true)
    public Optional<RequestView> find(UUID id) {
        return store.of(List.of(id)).stream().findFirst().map(this::view);
    }

    /** The request with its row held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public RequestView lock(String number) {
        return view(requests.lock(Requests.number(number)));
    }

    /** The request with its row held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public RequestView lock(UUID id) {
        return view(store.lock(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)));
    }

    /** Takes a step that read that version; refused when the state does not allow it. */
    @Transactional
    public RequestView take(String number, int version, RequestStep step, Caller caller) {
        requests.take(Requests.number(number), version, step, caller);
        return view(requests.see(Requests.number(number)));
    }

    /** Our state, ISO 3166-1 alpha-2, and where its clocks stand. */
    public record Home(String state, ZoneId zone) {}

    public Home home() {
        return new Home(pack.state(), pack.zone());
    }

    /** The state whose authorities sit in that zone, as far as the pack says; empty otherwise. */
    public String stateAt(String zone) {
        return pack.zones().entrySet().stream()
                .filter(one -> one.getValue().getId().equals(zone))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** The kinds of requests that there are. */
    public List<String> kinds() {
        return RequestKinds.ALL.stream().map(RequestKinds::code).toList();
    }

    /** The code of our body that runs requests of that kind. */
    public String owner(String kind) {
        return pack.owner(kind);
    }

    private RequestView view(RequestLine line) {
        UUID id = line.head().id();
        LawSnapshot law = bases.inForce(id).map(ChosenBasis::law).orElse(NO_LAW);
        return RequestView.of(line, law, terms.of(id));
    }
}
