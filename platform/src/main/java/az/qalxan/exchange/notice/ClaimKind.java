package az.qalxan.exchange.notice;

import com.google.common.net.InternetDomainName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of the net somebody says is theirs. */
enum ClaimKind {
    PREFIX,
    ASN,
    DOMAIN;

    private static final long ASN_MAX = 4_294_967_295L;
    private static final String DOMAIN_FORM =
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]";

    /** The name in forms; message key {@code notice.claim-kind.<code>}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ClaimKind> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** The one way to write it; empty when it is none of this kind. */
    Optional<String> canonical(String typed) {
        String bare = typed.strip().toLowerCase(Locale.ROOT);
        return switch (this) {
            case PREFIX -> Prefix.read(bare).map(Prefix::toString);
            case ASN -> asn(bare);
            case DOMAIN -> domain(bare);
        };
    }

    /**
     * Whether somebody can say that it is theirs: neither what nobody has on the internet, nor what
     * takes in whole registries (RFC 6890; RFC 6996 and 7607 for systems; public suffixes).
     */
    boolean claimable(String canonical) {
        return switch (this) {
            case PREFIX -> Prefix.read(canonical).filter(Prefix::claimable).isPresent();
            case ASN -> claimable(Long.parseLong(canonical));
            case DOMAIN ->
                    !InternetDomainName.isValid(canonical)
                            || !InternetDomainName.from(canonical).isPublicSuffix();
        };
    }

    private static boolean claimable(long asn) {
        boolean used = asn >= 64_512 && asn <= 65_535 || asn == 23_456 || asn >= 4_200_000_000L;
        return asn > 0 && !used;
    }

    private static Optional<String> asn(String bare) {
        String digits = bare.startsWith("as") ? bare.substring(2) : bare;
        return digits.matches("[1-9]\\d{0,9}") && Long.parseLong(digits) <= ASN_MAX
                ? Optional.of(digits)
                : Optional.empty();
    }

    /** A name in its ASCII form, without the last dot. */
    static Optional<String> domain(String bare) {
        String name = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
        try {
            String ascii = java.net.IDN.toASCII(name).toLowerCase(Locale.ROOT);
            return ascii.length() <= 253 && ascii.matches(DOMAIN_FORM)
                    ? Optional.of(ascii)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
