package az.qalxan.engines.threatintel.csaf;

import java.util.List;
import java.util.Set;

/**
 * A product that an advisory speaks of, as somebody who looks for it among their own needs it.
 *
 * @param id product_id within the document
 * @param vendor "" where no branch names one
 * @param name of the product without its version; the whole name where no branch tells it
 * @param version one version, a range (VERS or vls), or ""
 * @param range whether the version is a range
 * @param cpe "" where none is given
 * @param purls package URLs, perhaps none
 * @param groups the groups of product status, such as "affected" or "fixed", over all
 *     vulnerabilities
 * @param part whether only a product made of this and others has that status
 */
public record CsafProduct(
        String id,
        String vendor,
        String name,
        String version,
        boolean range,
        String cpe,
        List<String> purls,
        Set<String> groups,
        boolean part) {

    public CsafProduct {
        purls = List.copyOf(purls);
        groups = Set.copyOf(groups);
    }

    public boolean isAffected() {
        return groups.contains("affected");
    }
}
