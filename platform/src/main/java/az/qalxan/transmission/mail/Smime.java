package az.qalxan.transmission.mail;

import az.qalxan.transmission.OwnKey;
import az.qalxan.transmission.PartnerKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OperatorCreationException;

/** Cryptographic Message Syntax as S/MIME 4.0 uses it (RFC 5652, RFC 8551). */
final class Smime {

    private Smime() {}

    /** Signed data, with the content inside or without it. */
    static byte[] sign(byte[] content, OwnKey key, boolean inside) throws GeneralSecurityException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build("SHA256withRSA", key.privateKey(), key.certificate()));
            generator.addCertificates(new JcaCertStore(List.of(key.certificate())));
            return generator.generate(new CMSProcessableByteArray(content), inside).getEncoded();
        } catch (CMSException | OperatorCreationException | IOException e) {
            throw new GeneralSecurityException("cannot sign by S/MIME", e);
        }
    }

    static byte[] encrypt(byte[] content, X509Certificate recipient, X509Certificate sender)
            throws GeneralSecurityException {
        try {
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(recipient));
            generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(sender));
            return generator
                    .generate(
                            new CMSProcessableByteArray(content),
                            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build())
                    .getEncoded();
        } catch (CMSException | IOException e) {
            throw new GeneralSecurityException("cannot encrypt by S/MIME", e);
        }
    }

    /** What the data holds when it is signed; empty when it is not signed data. */
    static Optional<CMSSignedData> signed(byte[] data) {
        try {
            CMSSignedData signed = new CMSSignedData(data);
            return signed.getSignedContent() == null ? Optional.empty() : Optional.of(signed);
        } catch (CMSException | IllegalArgumentException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /** A signature that stands beside its content. */
    static Optional<CMSSignedData> detached(byte[] content, byte[] signature) {
        try {
            return Optional.of(new CMSSignedData(new CMSProcessableByteArray(content), signature));
        } catch (CMSException | IllegalArgumentException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /** The first of those keys that made a signature on the data. */
    static Optional<PartnerKey> signer(CMSSignedData signed, List<PartnerKey> keys) {
        try {
            for (SignerInformation signer : signed.getSignerInfos()) {
                for (PartnerKey key : keys) {
                    if (key.certificate().filter(one -> made(signer, one)).isPresent()) {
                        return Optional.of(key);
                    }
                }
            }
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
            // The signers are read only here, and what they are made of is foreign.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean made(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (CMSException | OperatorCreationException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Opens enveloped data with one of our keys; empty when it is for none of them. */
    static Optional<byte[]> decrypt(byte[] data, List<OwnKey> own) {
        try {
            ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(data));
            return CMSObjectIdentifiers.authEnvelopedData.equals(info.getContentType())
                    ? authenticated(new CMSAuthEnvelopedData(data), own)
                    : enveloped(new CMSEnvelopedData(data), own);
        } catch (CMSException
                | IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> enveloped(CMSEnvelopedData data, List<OwnKey> own)
            throws CMSException {
        for (OwnKey key : own) {
            RecipientInformation recipient = of(data.getRecipientInfos(), key);
            if (recipient != null) {
                return Optional.of(
                        recipient.getContent(new JceKeyTransEnvelopedRecipient(key.privateKey())));
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> authenticated(CMSAuthEnvelopedData data, List<OwnKey> own)
            throws CMSException {
        for (OwnKey key : own) {
            RecipientInformation recipient = of(data.getRecipientInfos(), key);
            if (recipient != null) {
                return Optional.of(
                        recipient.getContent(
                                new JceKeyTransAuthEnvelopedRecipient(key.privateKey())));
            }
        }
        return Optional.empty();
    }

    private static @org.jspecify.annotations.Nullable RecipientInformation of(
            RecipientInformationStore recipients, OwnKey key) {
        return recipients.get(new JceKeyTransRecipientId(key.certificate()));
    }
}
