package az.qalxan.engines.threatintel.csaf;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.threatintel.csaf.OwnedProduct.Fit;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OwnedProductTest {

    private static final String DOCUMENT =
            """
            {"document":{"csaf_version":"2.0"},"product_tree":{"branches":[{"category":"vendor",
            "name":"Nümunə","branches":[{"category":"product_name","name":"Oxu Reader","branches":[
            {"category":"product_version_range","name":"vers:intdot/>=1.0|<4.2","product":
            {"name":"Oxu Reader below 4.2","product_id":"A"}},
            {"category":"product_version","name":"4.2","product":{"name":"Oxu Reader 4.2",
            "product_id":"B","product_identification_helper":{
            "cpe":"cpe:2.3:a:numune:oxu_reader:4.2:*:*:*:*:*:*:*",
            "purl":"pkg:generic/oxu-reader@4.2"}}}]}]}],
            "full_product_names":[{"name":"Box","product_id":"C"}],
            "relationships":[{"category":"installed_on","product_reference":"B",
            "relates_to_product_reference":"C","full_product_name":{"name":"Reader on Box",
            "product_id":"D"}}]},
            "vulnerabilities":[{"product_status":{"known_affected":["A","D"],"fixed":["B"]}}]}\
            """;

    private final List<CsafProduct> told = CsafProducts.of(JsonMapper.shared().readTree(DOCUMENT));

    private static OwnedProduct named(String name, String version) {
        return new OwnedProduct("", name, "", "", version);
    }

    @Test
    void productsCarryTheirBranchesAndStates() {
        assertThat(told.getFirst())
                .isEqualTo(
                        new CsafProduct(
                                "A",
                                "Nümunə",
                                "Oxu Reader",
                                "vers:intdot/>=1.0|<4.2",
                                true,
                                "",
                                List.of(),
                                java.util.Set.of("affected"),
                                false));
        assertThat(told).extracting(CsafProduct::id).contains("B", "C", "D");
        assertThat(told.get(1).isAffected()).isFalse();
        assertThat(told)
                .filteredOn(CsafProduct::part)
                .extracting(CsafProduct::id)
                .containsExactly("B", "C");
    }

    @Test
    void versionsDecideWhereBothSidesTellOne() {
        CsafProduct range = told.getFirst();
        assertThat(named("oxu-reader", "3.9").fits(range)).isEqualTo(Fit.SURE);
        assertThat(named("Oxu Reader", "4.2").fits(range)).isEqualTo(Fit.NONE);
        assertThat(named("Oxu Reader", "0.9").fits(range)).isEqualTo(Fit.NONE);
        assertThat(named("Oxu Reader", "").fits(range)).isEqualTo(Fit.UNSURE);
        assertThat(named("Oxu Writer", "3.9").fits(range)).isEqualTo(Fit.NONE);
        OwnedProduct other = new OwnedProduct("Başqası", "Oxu Reader", "", "", "3.9");
        assertThat(other.fits(range)).isEqualTo(Fit.NONE);
    }

    @Test
    void identifiersAgreeWithoutTheName() {
        CsafProduct one = told.get(1);
        OwnedProduct cpe =
                new OwnedProduct(
                        "", "x", "cpe:2.3:a:numune:oxu_reader:*:*:*:*:*:*:*:*", "", "v4.2");
        assertThat(cpe.fits(one)).isEqualTo(Fit.SURE);
        OwnedProduct purl = new OwnedProduct("", "x", "", "pkg:generic/oxu-reader@4.2", "");
        assertThat(purl.fits(one)).isEqualTo(Fit.SURE);
        OwnedProduct old = new OwnedProduct("", "x", "", "pkg:generic/oxu-reader@4.1", "");
        assertThat(old.fits(one)).isEqualTo(Fit.NONE);
        OwnedProduct bad = new OwnedProduct("", "x", "cpe", "pkg:", "");
        assertThat(bad.fits(one)).isEqualTo(Fit.NONE);
    }

    @Test
    void partsOfAffectedProductsAreUnsure() {
        CsafProduct part = told.stream().filter(CsafProduct::part).findFirst().orElseThrow();
        assertThat(part.isAffected()).isTrue();
        assertThat(named("Oxu Reader", "4.2").fits(part)).isEqualTo(Fit.UNSURE);
    }
}
