package az.qalxan.transmission;

import az.qalxan.database.Sha256;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** TLS between instances: each shows its own certificate and knows the other's by fingerprint. */
final class Pinned {

    private static final String[] VERSIONS = {"TLSv1.3"};

    private Pinned() {}

    static String[] versions() {
        return VERSIONS.clone();
    }

    /** A context that shows that key and lets pass whose fingerprint passes. */
    static SSLContext context(Supplier<OwnKey> own, Predicate<String> known, SecureRandom random) {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(
                    new KeyManager[] {new Shown(own)},
                    new TrustManager[] {new Known(known)},
                    random);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has TLS 1.3", e);
        }
    }

    static String fingerprint(X509Certificate certificate) throws CertificateException {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new CertificateException(e);
        }
    }

    /** Trusts nobody but whom it knows; authorities and names count for nothing. */
    private static final class Known extends X509ExtendedTrustManager {

        private final Predicate<String> known;

        Known(Predicate<String> known) {
            this.known = known;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (chain.length == 0 || !known.test(fingerprint(chain[0]))) {
                throw new CertificateException("not the certificate of a peer");
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            check(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** Shows the key of the day, so that a new one needs no restart. */
    private static final class Shown extends X509ExtendedKeyManager {

        private final Supplier<OwnKey> own;

        Shown(Supplier<OwnKey> own) {
            this.own = own;
        }

        /** Chain and key of one handshake stay together when the key changes within it. */
        private OwnKey of(String alias) {
            OwnKey now = own.get();
            return alias.equals(now.alias()) ? now : own.get();
        }

        private String alias() {
            return own.get().alias();
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {of(alias).certificate()};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return of(alias).privateKey();
        }

        @Override
        public String chooseEngineClientAlias(
                String[] type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return alias();
        }

        @Override
        public String chooseEngineServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return alias();
        }

        @Override
        public String chooseClientAlias(
                String[] type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return alias();
        }

        @Override
        public String chooseServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return alias();
        }

        @Override
        public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
            return new String[] {alias()};
        }

        @Override
        public String[] getServerAliases(String type, Principal @Nullable [] issuers) {
            return new String[] {alias()};
        }
    }
}
