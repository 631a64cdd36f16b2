package az.qalxan.engines.linking;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds host names that stand without scheme: a domain, or a link if a path follows. */
final class DomainScanner implements Scanner {

    /** Endings that are also words of our languages, so a missing space looks like a domain. */
    private static final Set<String> WORD_ENDINGS =
            Set.of(
                    "ad", "al", "am", "and", "an", "ar", "as", "at", "bank", "be", "bet", "bi",
                    "bid", "biz", "by", "call", "ce", "day", "de", "do", "et", "eu", "fan", "fit",
                    "fun", "go", "gal", "in", "is", "it", "ki", "kim", "la", "ma", "man", "map",
                    "me", "men", "mu", "my", "na", "ne", "no", "now", "ok", "on", "one", "or",
                    "pay", "pm", "ps", "red", "sa", "safe", "san", "save", "sb", "se", "so", "su",
                    "then", "to", "us", "va", "ve", "you", "ye", "za", "bu", "id", "im", "off",
                    "may", "read", "like", "how", "here", "ses", "new", "open", "got");

    private static final Set<String> FILE_ENDINGS =
            Set.of("zip", "mov", "py", "sh", "md", "rs", "pl");

    private static final WordList SITE_WORDS =
            WordList.of(
                    """
                    sayt* site* sait* link* linq* domen* domain* unvan* kecid* sehife* url web*
                    сайт* ссылк* домен* адрес* страниц* website* address* page adres* baglanti*
                    internet* portal* магазин* magaza* magazin* store
                    """);

    private final LinkFindings links;

    DomainScanner(LinkFindings links) {
        this.links = links;
    }

    @Override
    public void scan(FoldedText text, Findings findings) {
        LinkReader reader = new LinkReader(text, findings);
        int i = 0;
        while (i < text.length()) {
            if (!HostReader.isLabelStart(text.at(i))) {
                i++;
                continue;
            }
            int end = tokenEnd(text, i);
            if (end < 0) {
                i = wordEnd(text, i);
            } else {
                scanToken(text, i, findings, reader);
                i = end;
            }
        }
    }

    private void scanToken(FoldedText text, int start, Findings findings, LinkReader reader) {
        char before = text.at(start - 1);
        if (before == '@' || before == '_' || before == '\\' || findings.isTaken(start)) {
            return;
        }
        Optional<Host> host = HostReader.read(text, start).filter(Host::registrable);
        if (host.isEmpty() || !findings.isFree(start, host.get().end())) {
            return;
        }
        Link link = reader.bare(host.get());
        char after = text.at(host.get().end());
        if (after != '@' && after != '_' && isMeant(text, start, host.get(), link)) {
            links.add(link, start, findings);
        }
    }

    /** Whether the writer meant a name and did not just forget the space after a full stop. */
    private static boolean isMeant(FoldedText text, int start, Host host, Link link) {
        boolean evident =
                host.name().startsWith("www.")
                        || link.rest().length() > 1
                        || host.labels() > 2
                        || host.firstLabel().indexOf('-') > 0;
        if (FILE_ENDINGS.contains(host.ending())) {
            return host.name().startsWith("www.") || hasSiteWord(text, start, host);
        }
        if (evident) {
            return true;
        }
        boolean words = WORD_ENDINGS.contains(host.ending()) || isInternational(host);
        return !words || hasDigit(host.firstLabel()) || hasSiteWord(text, start, host);
    }

    private static boolean isInternational(Host host) {
        return host.name().startsWith("xn--") && host.ending().length() == 2;
    }

    private static boolean hasDigit(String label) {
        return label.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean hasSiteWord(FoldedText text, int start, Host host) {
        List<String> before = NearbyWords.before(text, start);
        List<String> after = NearbyWords.after(text, host.end());
        return SITE_WORDS.containsAny(before.subList(0, Math.min(3, before.size())))
                || SITE_WORDS.containsAny(after.subList(0, Math.min(1, after.size())));
    }

    /** End of a run of labels that holds an inner dot, or -1 for a plain word. */
    private static int tokenEnd(FoldedText text, int start) {
        int end = start;
        boolean dot = false;
        while (HostReader.isLabelPart(text.at(end))
                || (text.at(end) == '.' && HostReader.isLabelStart(text.at(end + 1)))) {
            dot |= text.at(end) == '.' && text.isLetterAt(end + 1);
            end++;
        }
        return dot ? end : -1;
    }

    private static int wordEnd(FoldedText text, int start) {
        int end = start;
        while (HostReader.isLabelPart(text.at(end))) {
            end++;
        }
        return end;
    }
}
