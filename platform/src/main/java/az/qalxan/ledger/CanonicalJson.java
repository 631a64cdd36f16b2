package az.qalxan.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.json.JsonMapper;

/** Writes texts by name as JSON in the one form of RFC 8785: sorted, without spaces. */
final class CanonicalJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final char PLAIN_MIN = ' ';
    private static final char PLAIN_MAX = '~';

    private CanonicalJson() {}

    static byte[] of(SortedMap<String, String> texts) {
        StringBuilder all = new StringBuilder("{");
        for (Map.Entry<String, String> one : texts.entrySet()) {
            if (all.length() > 1) {
                all.append(',');
            }
            quote(all, one.getKey());
            all.append(':');
            quote(all, one.getValue());
        }
        return all.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void quote(StringBuilder all, String text) {
        if (isPlain(text)) {
            all.append('"').append(text).append('"');
        } else {
            all.append(JSON.writeValueAsString(text));
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < PLAIN_MIN || c > PLAIN_MAX || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
