package az.qalxan.engines.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds identifiers in Azerbaijani, Turkish, Russian and English text. Safe for use by many threads
 * at once; takes time proportional to the length of the text.
 */
public final class IdentifierExtractor {

    /** The longest text that is read, in UTF-16 units; a longer one is refused. */
    public static final int TEXT_CHARS_MAX = 200_000;

    /** The most identifiers given for one text: the first ones in it. */
    public static final int IDENTIFIERS_MAX = 1_000;

    /** The longest value of a form field, in UTF-16 units; a longer one is no identifier. */
    public static final int FIELD_CHARS_MAX = 2_200;

    private final List<Scanner> scanners;
    private final FieldReader field;

    private IdentifierExtractor(PhonePlans plans) {
        this.scanners = scanners(plans, false);
        this.field = new FieldReader(scanners(plans, true));
    }

    /**
     * An extractor that reads numbers without country code as numbers of this region.
     *
     * @param defaultRegion ISO 3166 two-letter code, for example {@code AZ}
     * @throws IllegalArgumentException if no numbering plan is known for the region
     */
    public static IdentifierExtractor forRegion(String defaultRegion) {
        return new IdentifierExtractor(new PhonePlans(defaultRegion));
    }

    /** The order decides: what an earlier scanner took is closed to the later ones. */
    private static List<Scanner> scanners(PhonePlans plans, boolean phoneAssumed) {
        LinkFindings links = new LinkFindings(new SocialLinks(plans));
        return List.of(
                new UrlScanner(links),
                new EmailScanner(),
                new WalletScanner(),
                new IbanScanner(),
                new CardScanner(),
                new IpScanner(),
                new DomainScanner(links),
                new PhoneScanner(plans, phoneAssumed),
                new HandleScanner());
    }

    /**
     * The identifiers in the text, ordered by place, none overlapping another.
     *
     * @throws TextTooLongException if the text has more than {@value #TEXT_CHARS_MAX} units
     */
    public List<Identifier> extract(CharSequence text) {
        Findings findings = scan(text);
        return findings.ordered(IDENTIFIERS_MAX).stream().map(findings::identifier).toList();
    }

    /**
     * As {@link #extract(CharSequence)}, with the key by which each one links; cards are linked by
     * the digest.
     *
     * @throws TextTooLongException if the text has more than {@value #TEXT_CHARS_MAX} units
     */
    public List<KeyedIdentifier> extract(CharSequence text, CardDigest digest) {
        Findings findings = scan(text);
        List<KeyedIdentifier> keyed = new ArrayList<>();
        for (Finding finding : findings.ordered(IDENTIFIERS_MAX)) {
            keyed.add(keyed(findings.identifier(finding), finding, digest));
        }
        return List.copyOf(keyed);
    }

    /** The identifier that a form field holds, whatever its kind; empty if it is not one. */
    public Optional<Identifier> normalise(String raw) {
        return normalised(raw).map(Normalised::identifier);
    }

    /**
     * The identifier of this kind that a form field holds. The kind helps where the value alone
     * does not tell: an account name may lack its at sign, a domain may be given by a link.
     */
    public Optional<Identifier> normalise(IdentifierKind hint, String raw) {
        return hinted(hint, raw).map(Normalised::identifier);
    }

    /** As {@link #normalise(IdentifierKind, String)}, with the key by which it links. */
    public Optional<KeyedIdentifier> normalise(IdentifierKind hint, String raw, CardDigest digest) {
        return hinted(hint, raw).map(found -> keyed(found.identifier(), found.finding(), digest));
    }

    private record Normalised(Identifier identifier, Finding finding) {}

    private Optional<Normalised> normalised(String raw) {
        if (raw.length() > FIELD_CHARS_MAX) {
            return Optional.empty();
        }
        FoldedText text = TextFolding.fold(raw);
        Findings findings = new Findings(text);
        return field.only(text, findings)
                .map(finding -> new Normalised(findings.identifier(finding), finding));
    }

    private Optional<Normalised> hinted(IdentifierKind hint, String raw) {
        Objects.requireNonNull(hint, "hint");
        Optional<Normalised> plain = normalised(raw);
        if (plain.isPresent()) {
            return FieldKinds.as(hint, plain.get().identifier())
                    .map(identifier -> new Normalised(identifier, plain.get().finding()));
        }
        return FieldKinds.account(hint, raw)
                .map(identifier ->
                        new Normalised(
                                identifier,
                                new Finding(
                                        hint,
                                        identifier.scheme(),
                                        identifier.value(),
                                        identifier.start(),
                                        identifier.end())));
    }

    private Findings scan(CharSequence text) {
        if (text.length() > TEXT_CHARS_MAX) {
            throw new TextTooLongException(text.length(), TEXT_CHARS_MAX);
        }
        FoldedText folded = TextFolding.fold(text);
        Findings findings = new Findings(folded);
        for (Scanner scanner : scanners) {
            scanner.scan(folded, findings);
        }
        return findings;
    }

    private static KeyedIdentifier keyed(
            Identifier identifier, Finding finding, CardDigest digest) {
        boolean card = identifier.kind() == IdentifierKind.CARD;
        String key = card ? "card:" + digest.of(finding.value()) : identifier.key();
        return new KeyedIdentifier(identifier, key);
    }
}
