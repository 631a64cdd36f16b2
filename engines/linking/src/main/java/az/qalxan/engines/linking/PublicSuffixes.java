package az.qalxan.engines.linking;

import com.google.common.net.InternetDomainName;
import java.util.Set;

/** Which endings make a domain: the public suffix list in Guava and the reserved names. */
final class PublicSuffixes {

    /**
     * RFC 2606 §2, and onion of RFC 7686: never delegated, but people and our own data use them.
     */
    private static final Set<String> RESERVED = Set.of("example", "test", "invalid", "onion");

    private PublicSuffixes() {}

    /** Whether a lower-case ASCII host name lies below an ending of a registry. */
    static boolean isRegistrable(String host) {
        int dot = host.lastIndexOf('.');
        if (dot <= 0) {
            return false;
        }
        if (RESERVED.contains(host.substring(dot + 1))) {
            return true;
        }
        return InternetDomainName.isValid(host)
                && InternetDomainName.from(host).isUnderRegistrySuffix();
    }
}
