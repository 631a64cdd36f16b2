package az.qalxan.series.picture;

import az.qalxan.access.Handling;
import az.qalxan.series.picture.PictureDesk.Scope;
import az.qalxan.web.Text;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What the page of a series' pictures shows before the pictures are drawn. */
record PicturePage(Drawing drawing, Detail detail, Scope scope, boolean mayMoney, String zone) {

    private static final String KEYS = "picture.";

    String number() {
        return drawing.number();
    }

    Handling handling() {
        return drawing.handling();
    }

    String path() {
        return "/series/" + number() + "/picture";
    }

    /** The address of a part of the picture, with what was chosen for it. */
    String address(String part) {
        return path() + part + query(detail, scope);
    }

    String query(Detail detail, Scope scope) {
        return "?detail=" + detail.code() + (scope == Scope.FILE ? "&for=file" : "");
    }

    boolean forFile() {
        return scope == Scope.FILE;
    }

    /** The sentences that scripts need, as JSON. */
    String texts(Text text) {
        Map<String, String> sentences = new TreeMap<>();
        text.keys().stream()
                .filter(key -> key.startsWith(KEYS))
                .forEach(key -> sentences.put(key.substring(KEYS.length()), text.of(key)));
        return JsonMapper.shared().writeValueAsString(sentences);
    }
}
