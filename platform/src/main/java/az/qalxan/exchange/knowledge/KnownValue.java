package az.qalxan.exchange.knowledge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A value in the one form in which it is compared.
 *
 * @param text of a URL without its scheme, of an IP network with noughts behind its bits
 */
record KnownValue(ValueKind kind, String text) {

    private static final int LABELS_MIN = 2;

    /** The address of its page. */
    String page() {
        return "/exchange/knowledge/value?kind="
                + kind.code()
                + "&value="
                + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * What the value is below or inside of, itself not among them.
     *
     * @param widths how wide the networks are of which there are any
     */
    List<KnownValue> wider(NetworkWidths widths) {
        return switch (kind) {
            case DOMAIN -> above(text);
            case IP -> widths.around(text);
            case URL -> ofHost(widths);
            default -> List.of();
        };
    }

    private static List<KnownValue> above(String name) {
        List<KnownValue> names = new ArrayList<>();
        int labels = (int) name.chars().filter(c -> c == '.').count() + 1;
        int from = 0;
        for (int left = labels - 1; left >= LABELS_MIN; left--) {
            from = name.indexOf('.', from) + 1;
            names.add(new KnownValue(ValueKind.DOMAIN, name.substring(from)));
        }
        return names;
    }

    private List<KnownValue> ofHost(NetworkWidths widths) {
        int end = 0;
        while (end < text.length() && "/:?".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String host = text.substring(0, end);
        boolean address = host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
        KnownValue itself = new KnownValue(address ? ValueKind.IP : ValueKind.DOMAIN, host);
        List<KnownValue> wider = new ArrayList<>(List.of(itself));
        wider.addAll(itself.wider(widths));
        return wider;
    }
}
