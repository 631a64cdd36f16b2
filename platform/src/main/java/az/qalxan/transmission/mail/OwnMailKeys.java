package az.qalxan.transmission.mail;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.transmission.InstanceKeys;
import az.qalxan.transmission.KeyUsage;
import az.qalxan.transmission.MailKeys;
import az.qalxan.transmission.OwnKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows and rolls our keys of secure e-mail. The next key signs from then on; earlier ones still
 * open what partners seal for them.
 */
@Component
class OwnMailKeys implements MailKeys {

    private final InstanceKeys keys;
    private final OpenPgpKeys openPgp;
    private final AuditLog audit;

    OwnMailKeys(InstanceKeys keys, OpenPgpKeys openPgp, AuditLog audit) {
        this.keys = keys;
        this.openPgp = openPgp;
        this.audit = audit;
    }

    @Override
    public List<Shown> own() {
        List<Shown> shown = new ArrayList<>();
        List<OwnKey> certificates = keys.of(KeyUsage.SMIME);
        certificates.forEach(key -> shown.add(shown(key, key == certificates.getFirst())));
        List<PGPSecretKeyRing> rings = openPgp.all();
        rings.forEach(ring -> shown.add(shown(ring, ring == rings.getFirst())));
        return List.copyOf(shown);
    }

    @Override
    public String signatureOf(byte[] content) {
        try {
            return new String(OpenPgp.sign(content, openPgp.own()), StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with our OpenPGP key", e);
        }
    }

    @Override
    @Transactional
    public Optional<Shown> roll(String usage) {
        Optional<Shown> made =
                switch (usage) {
                    case "smime" -> Optional.of(shown(keys.next(KeyUsage.SMIME), true));
                    case "openpgp" -> Optional.of(shown(openPgp.roll(), true));
                    default -> Optional.empty();
                };
        made.ifPresent(key ->
                audit.record(
                        MailAct.KEY_MADE,
                        AuditSubject.of("peer", "own"),
                        Map.of("usage", usage, "key", key.fingerprint())));
        return made;
    }

    private static Shown shown(OwnKey key, boolean signs) {
        return new Shown(
                KeyUsage.SMIME.code(),
                key.fingerprint(),
                key.certificate().getNotBefore().toInstant(),
                key.certificate().getNotAfter().toInstant(),
                key.pem(),
                signs);
    }

    private static Shown shown(PGPSecretKeyRing ring, boolean signs) {
        PGPPublicKey key = ring.getPublicKey();
        Instant from = key.getCreationTime().toInstant();
        return new Shown(
                KeyUsage.OPENPGP.code(),
                HexFormat.of().formatHex(key.getFingerprint()),
                from,
                from.plus(Duration.ofSeconds(key.getValidSeconds())),
                OpenPgpKeys.publicPart(ring),
                signs);
    }
}
