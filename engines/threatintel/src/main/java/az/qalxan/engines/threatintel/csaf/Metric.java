package az.qalxan.engines.threatintel.csaf;

import java.util.List;

/**
 * A metric of 2.1 or a score of 2.0.
 *
 * @param content what holds cvss_v3 and its like
 * @param source "" for the author of the document
 */
record Metric(At at, At content, List<String> products, String source) {

    boolean hasCvss() {
        return content.has("cvss_v2") || content.has("cvss_v3") || content.has("cvss_v4");
    }
}
