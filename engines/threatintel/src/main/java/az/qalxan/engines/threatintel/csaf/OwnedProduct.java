package az.qalxan.engines.threatintel.csaf;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A product that somebody has, and whether an advisory speaks of it. At least one of CPE, package
 * URL and name has to agree; versions are compared where both sides tell one.
 *
 * @param vendor "" where it is not known
 * @param name as its vendor calls it, without the version
 * @param cpe CPE 2.2 or 2.3, "" where it is not known
 * @param purl package URL, "" where there is none
 * @param version "" where it is not known
 */
public record OwnedProduct(String vendor, String name, String cpe, String purl, String version) {

    /** How sure it is that the advisory means this product. */
    public enum Fit {
        NONE,
        /** The product is the same, but a version is not told, not readable, or only of a part. */
        UNSURE,
        SURE
    }

    private static final List<String> SAME = List.of("part", "vendor", "product");

    public Fit fits(CsafProduct told) {
        if (!isNamedBy(told)) {
            return Fit.NONE;
        }
        Fit fit = versionFits(told);
        return fit == Fit.SURE && told.part() ? Fit.UNSURE : fit;
    }

    private boolean isNamedBy(CsafProduct told) {
        return isCpeOf(told.cpe())
                || told.purls().stream().anyMatch(this::isPurlOf)
                || isNameOf(told.vendor(), told.name());
    }

    private boolean isCpeOf(String other) {
        if (cpe.isEmpty() || other.isEmpty()) {
            return false;
        }
        Map<String, String> own = CpeParts.of(cpe);
        Map<String, String> theirs = CpeParts.of(other);
        return SAME.stream()
                .allMatch(part ->
                        agrees(own.getOrDefault(part, ""), theirs.getOrDefault(part, ""), part));
    }

    private static boolean agrees(String own, String theirs, String part) {
        return bare(own).equals(bare(theirs)) && !own.isEmpty()
                || part.equals("part") && (own.equals("*") || theirs.equals("*"));
    }

    private boolean isPurlOf(String other) {
        Purl own = purl.isEmpty() ? null : Purl.of(purl);
        Purl theirs = Purl.of(other);
        return own != null
                && theirs != null
                && own.type().equals(theirs.type())
                && own.namespace().equals(theirs.namespace())
                && own.name().equals(theirs.name());
    }

    private boolean isNameOf(String otherVendor, String otherName) {
        boolean sameVendor =
                vendor.isEmpty() || otherVendor.isEmpty() || bare(vendor).equals(bare(otherVendor));
        return sameVendor && !bare(name).isEmpty() && bare(name).equals(bare(otherName));
    }

    private Fit versionFits(CsafProduct told) {
        String theirs = theirVersion(told);
        String own = ownVersion();
        if (own.isEmpty() || theirs.isEmpty()) {
            return Fit.UNSURE;
        }
        if (!told.range()) {
            return bareVersion(own).equals(bareVersion(theirs)) ? Fit.SURE : Fit.NONE;
        }
        VersionRange range = VersionRange.of(theirs);
        if (range == null) {
            return Fit.UNSURE;
        }
        return range.contains(own) ? Fit.SURE : Fit.NONE;
    }

    private String ownVersion() {
        return version.isEmpty() ? versionOf(cpe, purl) : version;
    }

    private static String theirVersion(CsafProduct told) {
        String purl = told.purls().isEmpty() ? "" : told.purls().getFirst();
        return told.version().isEmpty() ? versionOf(told.cpe(), purl) : told.version();
    }

    private static String versionOf(String cpe, String purl) {
        Purl read = purl.isEmpty() ? null : Purl.of(purl);
        if (read != null && !read.version().isEmpty()) {
            return read.version();
        }
        String version = CpeParts.of(cpe).getOrDefault("version", "");
        return version.equals("*") || version.equals("-") ? "" : version.replace("\\", "");
    }

    /** Letters and digits alone, small: "Log4j 2" and "log4j_2" are the same name. */
    private static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString().toLowerCase(Locale.ROOT);
    }

    private static String bareVersion(String version) {
        return IdentificationAgreement.bare(version);
    }
}
