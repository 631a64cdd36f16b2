package az.qalxan.transmission.mail;

import az.qalxan.transmission.PartnerKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPRuntimeOperationException;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** OpenPGP as PGP/MIME uses it (RFC 9580, RFC 3156). */
final class OpenPgp {

    /** Ends what unpacks to much more than it is. */
    static final int UNPACKED_BYTES_MAX = MimeReading.BYTES_MAX;

    private static final int PACKETS_MAX = 20;

    private OpenPgp() {}

    /** Signs, and encrypts the signed; armoured. */
    static byte[] seal(byte[] content, PGPSecretKeyRing own, byte[] recipient, SecureRandom random)
            throws GeneralSecurityException {
        try {
            ByteArrayOutputStream sealed = new ByteArrayOutputStream();
            PGPEncryptedDataGenerator generator =
                    new PGPEncryptedDataGenerator(
                            new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                                    .setWithIntegrityPacket(true)
                                    .setSecureRandom(random));
            generator.addMethod(
                    new BcPublicKeyKeyEncryptionMethodGenerator(encryptionKey(ring(recipient))));
            byte[] signed = signed(content, own);
            try (ArmoredOutputStream armour = ArmoredOutputStream.builder().build(sealed);
                    OutputStream out = generator.open(armour, signed.length)) {
                out.write(signed);
            }
            return sealed.toByteArray();
        } catch (PGPException | IOException | PGPRuntimeOperationException e) {
            throw new GeneralSecurityException("cannot seal by OpenPGP", e);
        }
    }

    private static byte[] signed(byte[] content, PGPSecretKeyRing own)
            throws PGPException, IOException {
        PGPSignatureGenerator signature = generator(own, PGPSignature.BINARY_DOCUMENT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        signature.generateOnePassVersion(false).encode(out);
        PGPLiteralDataGenerator literal = new PGPLiteralDataGenerator();
        try (OutputStream inside =
                literal.open(out, PGPLiteralData.BINARY, "", content.length, new Date(0))) {
            inside.write(content);
        }
        signature.update(content);
        signature.generate().encode(out);
        return out.toByteArray();
    }

    /** A signature beside the content; armoured. */
    static byte[] sign(byte[] content, PGPSecretKeyRing own) throws GeneralSecurityException {
        try {
            PGPSignatureGenerator signature = generator(own, PGPSignature.BINARY_DOCUMENT);
            signature.update(content);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ArmoredOutputStream armour = ArmoredOutputStream.builder().build(out)) {
                signature.generate().encode(armour);
            }
            return out.toByteArray();
        } catch (PGPException | IOException e) {
            throw new GeneralSecurityException("cannot sign by OpenPGP", e);
        }
    }

    private static PGPSignatureGenerator generator(PGPSecretKeyRing own, int kind)
            throws PGPException {
        PGPSecretKey key = own.getSecretKey();
        PGPSignatureGenerator generator =
                new PGPSignatureGenerator(
                        new BcPGPContentSignerBuilder(
                                key.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                        key.getPublicKey());
        generator.init(kind, opened(key));
        return generator;
    }

    private static PGPPrivateKey opened(PGPSecretKey key) throws PGPException {
        return key.extractPrivateKey(
                new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                        .build(new char[0]));
    }

    static PGPPublicKeyRing ring(byte[] key) throws IOException {
        return new PGPPublicKeyRing(
                PGPUtil.getDecoderStream(new ByteArrayInputStream(key)),
                new BcKeyFingerprintCalculator());
    }

    /** The subkey that says it is for messages, or the first that can encrypt. */
    private static PGPPublicKey encryptionKey(PGPPublicKeyRing ring) throws PGPException {
        PGPPublicKey able = null;
        for (PGPPublicKey key : ring) {
            if (key.isEncryptionKey() && !key.hasRevocation()) {
                able = able == null || isForMessages(key) ? key : able;
            }
        }
        if (able == null) {
            throw new PGPException("no key to encrypt with");
        }
        return able;
    }

    private static boolean isForMessages(PGPPublicKey key) {
        Iterator<PGPSignature> signatures = key.getSignatures();
        while (signatures.hasNext()) {
            PGPSignatureSubpacketVector said = signatures.next().getHashedSubPackets();
            if (said != null && (said.getKeyFlags() & KeyFlags.ENCRYPT_COMMS) != 0) {
                return true;
            }
        }
        return false;
    }

    /** What was sealed, and by which of the keys it was signed. */
    record Opened(byte[] content, Optional<PartnerKey> signer) {}

    /** Opens with our keys; empty when it is for none of them, or no OpenPGP message. */
    static Optional<Opened> open(byte[] sealed, PGPSecretKeyRing own, List<PartnerKey> senders) {
        try {
            InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(sealed));
            BcPGPObjectFactory packets = new BcPGPObjectFactory(in);
            Object first = packets.nextObject();
            Object list = first instanceof PGPEncryptedDataList ? first : packets.nextObject();
            return list instanceof PGPEncryptedDataList data
                    ? open(data, own, senders)
                    : Optional.empty();
        } catch (IOException
                | PGPException
                | PGPRuntimeOperationException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static Optional<Opened> open(
            PGPEncryptedDataList list, PGPSecretKeyRing own, List<PartnerKey> senders)
            throws PGPException, IOException {
        for (PGPEncryptedData one : list) {
            if (one instanceof PGPPublicKeyEncryptedData data) {
                PGPSecretKey key = own.getSecretKey(data.getKeyIdentifier().getKeyId());
                if (key != null && data.isIntegrityProtected()) {
                    byte[] clear =
                            bounded(
                                    data.getDataStream(
                                            new BcPublicKeyDataDecryptorFactory(opened(key))));
                    return data.verify() ? read(clear, senders) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static byte[] bounded(InputStream in) throws IOException {
        byte[] read = in.readNBytes(UNPACKED_BYTES_MAX + 1);
        if (read.length > UNPACKED_BYTES_MAX) {
            throw new IOException("unpacks to more than is read");
        }
        return read;
    }

    private static Optional<Opened> read(byte[] clear, List<PartnerKey> senders)
            throws IOException, PGPException {
        BcPGPObjectFactory packets = new BcPGPObjectFactory(clear);
        byte[] content = null;
        Optional<PartnerKey> signer = Optional.empty();
        int count = 0;
        for (Object one = packets.nextObject(); one != null; one = packets.nextObject()) {
            if (++count > PACKETS_MAX) {
                return Optional.empty();
            }
            if (one instanceof PGPCompressedData packed && content == null) {
                packets = new BcPGPObjectFactory(bounded(packed.getDataStream()));
            } else if (one instanceof PGPLiteralData literal && content == null) {
                content = bounded(literal.getInputStream());
            } else if (one instanceof PGPSignatureList signatures && content != null) {
                signer = signer(signatures, content, senders);
            } else if (!(one instanceof PGPOnePassSignatureList)) {
                return Optional.empty();
            }
        }
        return content == null ? Optional.empty() : Optional.of(new Opened(content, signer));
    }

    /** Which of those keys made the signature beside the content. */
    static Optional<PartnerKey> signer(byte[] content, byte[] signature, List<PartnerKey> keys) {
        try {
            InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(signature));
            return new BcPGPObjectFactory(in).nextObject() instanceof PGPSignatureList list
                    ? signer(list, content, keys)
                    : Optional.empty();
        } catch (IOException
                | PGPException
                | PGPRuntimeOperationException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static Optional<PartnerKey> signer(
            PGPSignatureList signatures, byte[] content, List<PartnerKey> keys)
            throws IOException, PGPException {
        for (PGPSignature signature : signatures) {
            for (PartnerKey key : keys) {
                PGPPublicKey made = ring(key.material()).getPublicKey(signature.getKeyID());
                if (made != null) {
                    signature.init(new BcPGPContentVerifierBuilderProvider(), made);
                    signature.update(content);
                    if (signature.verify()) {
                        return Optional.of(key);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
