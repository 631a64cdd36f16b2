package az.qalxan.access;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Passkeys as second factor (W3C Web Authentication, level 3): registers and checks them. No
 * attestation is asked for; the authenticator's own screen lock is welcome, not demanded, because
 * the password has been given before.
 */
@Component
final class Passkeys {

    private static final String JOB = "passkey";
    private static final long TIMEOUT_MILLIS = 300_000;
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(
                    COSEAlgorithmIdentifier.ES256,
                    COSEAlgorithmIdentifier.EdDSA,
                    COSEAlgorithmIdentifier.RS256);

    private final PasskeyStore store;
    private final AsSystem system;
    private final AuditLog audit;
    private final AccessSettings settings;
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager();
    private final AttestedCredentialDataConverter credentials =
            new AttestedCredentialDataConverter(new ObjectConverter());

    Passkeys(PasskeyStore store, AsSystem system, AuditLog audit, AccessSettings settings) {
        this.store = store;
        this.system = system;
        this.audit = audit;
        this.settings = settings;
    }

    /** What a browser is asked for a new passkey: PublicKeyCredentialCreationOptionsJSON. */
    Map<String, Object> creationOptions(Account account, byte[] challenge) {
        byte[] handle = account.id().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return Map.of(
                "challenge", Passkey.code(challenge),
                "rp", Map.of("id", settings.origin().getHost(), "name", "Qalxan"),
                "user",
                        Map.of(
                                "id", Passkey.code(handle),
                                "name", account.username().value(),
                                "displayName", account.displayName()),
                "pubKeyCredParams",
                        ALGORITHMS.stream()
                                .map(one -> Map.of("type", "public-key", "alg", one.getValue()))
                                .toList(),
                "excludeCredentials", descriptors(account.id()),
                "authenticatorSelection",
                        Map.of("residentKey", "discouraged", "userVerification", "preferred"),
                "attestation", "none",
                "timeout", TIMEOUT_MILLIS);
    }

    private List<Map<String, String>> descriptors(AccountId account) {
        return system.call(JOB, () -> store.of(account)).stream()
                .map(passkey -> Map.of("type", "public-key", "id", passkey.id()))
                .toList();
    }

    /** What a browser is asked for at sign-in: PublicKeyCredentialRequestOptionsJSON. */
    Map<String, Object> requestOptions(AccountId account, byte[] challenge) {
        return Map.of(
                "challenge", Passkey.code(challenge),
                "rpId", settings.origin().getHost(),
                "allowCredentials", descriptors(account),
                "userVerification", "preferred",
                "timeout", TIMEOUT_MILLIS);
    }

    /** Takes a new passkey; false when the browser's answer does not stand up. */
    boolean register(AccountId account, byte[] challenge, String label, String answer) {
        Optional<PasskeyStore.Key> key = registered(challenge, answer);
        return key.isPresent()
                && system.call(
                        JOB,
                        () -> {
                            boolean added = store.insert(account, label, key.get());
                            if (added) {
                                audit.record(
                                        AccessAct.FACTOR_ENROLLED,
                                        AuditSubject.of("account", account),
                                        Map.of("factor", Factor.PASSKEY.code()));
                            }
                            return added;
                        });
    }

    private Optional<PasskeyStore.Key> registered(byte[] challenge, String answer) {
        List<PublicKeyCredentialParameters> allowed =
                ALGORITHMS.stream()
                        .map(one ->
                                new PublicKeyCredentialParameters(
                                        PublicKeyCredentialType.PUBLIC_KEY, one))
                        .toList();
        try {
            RegistrationData data =
                    webAuthn.verifyRegistrationResponseJSON(
                            answer,
                            new RegistrationParameters(server(challenge), allowed, false, true));
            return Optional.of(
                    key(
                            Objects.requireNonNull(data.getAttestationObject())
                                    .getAuthenticatorData()));
        } catch (DataConversionException | VerificationException e) {
            return Optional.empty();
        }
    }

    private PasskeyStore.Key key(AuthenticatorData<?> data) {
        AttestedCredentialData credential =
                Objects.requireNonNull(data.getAttestedCredentialData());
        return new PasskeyStore.Key(
                credential.getCredentialId(),
                credentials.convert(credential),
                data.getSignCount(),
                new PasskeyStore.Flags(data.isFlagBE(), data.isFlagBS()));
    }

    private ServerProperty server(byte[] challenge) {
        return new ServerProperty(
                new Origin(settings.origin().toString()),
                settings.origin().getHost(),
                new DefaultChallenge(challenge));
    }

    /** Whether one of the account's passkeys signed the challenge; its counter moves on. */
    boolean verify(AccountId account, byte[] challenge, String answer) {
        try {
            AuthenticationData data = webAuthn.parseAuthenticationResponseJSON(answer);
            Optional<PasskeyStore.Key> key =
                    Optional.ofNullable(data.getCredentialId())
                            .flatMap(id -> system.call(JOB, () -> store.find(account, id)));
            return key.isPresent() && signed(account, key.get(), challenge, answer);
        } catch (DataConversionException | VerificationException e) {
            return false;
        }
    }

    private boolean signed(
            AccountId account, PasskeyStore.Key key, byte[] challenge, String answer) {
        AuthenticationData data =
                webAuthn.verifyAuthenticationResponseJSON(
                        answer,
                        new AuthenticationParameters(
                                server(challenge),
                                record(key),
                                Stream.of(key.id()).toList(),
                                false,
                                true));
        long count = Objects.requireNonNull(data.getAuthenticatorData()).getSignCount();
        system.run(JOB, () -> store.used(account, key.id(), count));
        return true;
    }

    private CredentialRecord record(PasskeyStore.Key key) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                false,
                key.flags().backupEligible(),
                key.flags().backedUp(),
                key.signCount(),
                credentials.convert(key.credential()),
                null,
                null,
                null,
                Set.of());
    }
}
