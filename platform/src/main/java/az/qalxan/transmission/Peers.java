package az.qalxan.transmission;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.Sha256;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Admits peers and puts partners' keys in force: one person enters, another decides. */
@Component
class Peers {

    private static final int ADDRESS_CHARS_MAX = 254;

    private final PeerStore store;
    private final PartnerKeyStore keys;
    private final OwnIdentity own;
    private final AuditLog audit;

    Peers(PeerStore store, PartnerKeyStore keys, OwnIdentity own, AuditLog audit) {
        this.store = store;
        this.keys = keys;
        this.own = own;
        this.audit = audit;
    }

    /** Enters a peer with its first keys; what is wrong is told all at once. */
    @Transactional
    List<Violation> enter(String enterer, PeerForm form) {
        PeerForm.Result result = form.check();
        if (result.checked() == null) {
            return result.violations();
        }
        PeerForm.Checked peer = result.checked();
        List<String> taken = store.taken(peer.bodies());
        if (!taken.isEmpty()) {
            String which = String.join(", ", taken);
            return List.of(Violation.at("bodies", "transmission.wrong.body-taken", which));
        }
        if (!store.add(peer, enterer)) {
            return List.of(Violation.at("code", "transmission.wrong.peer-known", peer.code()));
        }
        if (!add(peer, KeyUsage.TLS, enterer) || !add(peer, KeyUsage.SIGN, enterer)) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(Violation.at("tls", "transmission.wrong.key-known")));
        }
        own.introduced(peer.code());
        audit.record(TransmissionAct.PEER_ENTERED, AuditSubject.of("peer", peer.code()));
        return List.of();
    }

    private boolean add(PeerForm.Checked peer, KeyUsage usage, String enterer) {
        KeyReading.Key key = usage == KeyUsage.TLS ? peer.tls() : peer.sign();
        return keys.add(new PartnerKeyStore.Added(peer.code(), usage, key, enterer, null));
    }

    /** Admits or drops a peer; admitting it puts the keys in force that it was entered with. */
    @Transactional
    void decide(Caller caller, String code, boolean admit) {
        Peer peer = find(code);
        if (!store.decide(code, admit, caller.name())) {
            throw ProblemFound.of(TransmissionProblem.PEER_STATE);
        }
        keys.of(code).stream()
                .filter(key -> key.state().equals("proposed"))
                .filter(key -> key.origin().enteredBy().equals(peer.people().enteredBy()))
                .forEach(key -> keys.decide(code, key.fingerprint(), admit, caller.name()));
        audit.record(
                TransmissionAct.PEER_DECIDED,
                AuditSubject.of("peer", code),
                Map.of("to", admit ? "admitted" : "dropped"));
    }

    /** Shuts a peer out at once; another person may let it in again. */
    @Transactional
    void shut(String code) {
        find(code);
        if (!store.shut(code)) {
            throw ProblemFound.of(TransmissionProblem.PEER_STATE);
        }
        audit.record(TransmissionAct.PEER_SHUT, AuditSubject.of("peer", code));
    }

    /** A further key as somebody typed it. */
    record KeyForm(String owner, String usage, String text) {}

    /** Enters a further key of a peer, or a key of an e-mail address. */
    @Transactional
    List<Violation> enterKey(String enterer, KeyForm form) {
        Optional<KeyUsage> usage = usage(form.usage());
        if (usage.isEmpty()) {
            return List.of(Violation.at("usage", "transmission.wrong.usage", form.usage()));
        }
        String owner = form.owner().strip().toLowerCase(Locale.ROOT);
        if (!fits(usage.get(), owner)) {
            return List.of(Violation.at("owner", "transmission.wrong.owner", form.owner()));
        }
        Optional<KeyReading.Key> key = KeyReading.read(usage.get(), form.text());
        if (key.isEmpty()) {
            return List.of(Violation.at("text", "transmission.wrong.key"));
        }
        PartnerKeyStore.Added added =
                new PartnerKeyStore.Added(owner, usage.get(), key.get(), enterer, null);
        if (!keys.add(added)) {
            return List.of(Violation.at("text", "transmission.wrong.key-known"));
        }
        audit.record(
                TransmissionAct.KEY_ENTERED,
                AuditSubject.of("peer", owner),
                Map.of("usage", usage.get().code(), "key", Sha256.of(key.get().material())));
        return List.of();
    }

    private static Optional<KeyUsage> usage(String code) {
        return java.util.Arrays.stream(KeyUsage.values())
                .filter(usage -> usage.code().equals(code))
                .findFirst();
    }

    private boolean fits(KeyUsage usage, String owner) {
        return usage.ofPeers()
                ? store.find(owner).isPresent()
                : owner.length() <= ADDRESS_CHARS_MAX
                        && owner.matches("[^\\s@<>\"]{1,64}@[a-z0-9.-]+\\.[a-z0-9-]{2,}");
    }

    /** Puts a key in force or drops it. */
    @Transactional
    void decideKey(Caller caller, PartnerKeyId id, boolean admit) {
        findKey(id);
        if (!keys.decide(id.owner(), id.fingerprint(), admit, caller.name())) {
            throw ProblemFound.of(TransmissionProblem.PEER_STATE);
        }
        audit.record(
                TransmissionAct.KEY_DECIDED,
                AuditSubject.of("peer", id.owner()),
                Map.of("key", id.fingerprint(), "to", admit ? "in-force" : "dropped"));
    }

    /** Ends a key before its time. */
    @Transactional
    void endKey(PartnerKeyId id) {
        findKey(id);
        if (!keys.end(id.owner(), id.fingerprint())) {
            throw ProblemFound.of(TransmissionProblem.PEER_STATE);
        }
        audit.record(
                TransmissionAct.KEY_ENDED,
                AuditSubject.of("peer", id.owner()),
                Map.of("key", id.fingerprint()));
    }

    /** Which partner key. */
    record PartnerKeyId(String owner, String fingerprint) {}

    private void findKey(PartnerKeyId id) {
        if (keys.find(id.owner(), id.fingerprint()).isEmpty()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
    }

    Peer find(String code) {
        return store.find(code).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }
}
