package az.qalxan.engines.linking;

import java.util.Optional;

/** Turns links into findings: an account, a phone, a link or a bare domain. */
final class LinkFindings {

    private final SocialLinks socialLinks;

    LinkFindings(SocialLinks socialLinks) {
        this.socialLinks = socialLinks;
    }

    /** Adds the link that begins at {@code start}; a host alone without scheme is a domain. */
    void add(Link link, int start, Findings findings) {
        Optional<SocialLinks.Account> account = socialLinks.account(link);
        if (account.isPresent()) {
            SocialLinks.Account known = account.get();
            findings.add(known.kind(), known.scheme(), known.value(), start, link.end());
        } else if (link.scheme().isEmpty() && link.rest().length() <= 1 && link.port().isEmpty()) {
            int end = link.end() - link.rest().length();
            findings.add(IdentifierKind.DOMAIN, link.host(), start, end);
            findings.close(end, link.end());
        } else {
            findings.add(IdentifierKind.URL, link.text(), start, link.end());
        }
    }
}
