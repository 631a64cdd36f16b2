package az.qalxan.strategy.progress;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What a form sends that proposes a stage or gives evidence; whatever is filled in is given. */
record EvidenceForm(
        @Nullable String words,
        @Nullable String documentTitle,
        @Nullable MultipartFile file,
        @Nullable String linkTitle,
        @Nullable String link,
        @Nullable String figure,
        @Nullable String period,
        @Nullable String decisionTitle,
        @Nullable String number,
        @Nullable String decidedOn) {

    static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }

    /** What was typed, to be shown again; a chosen file cannot be. */
    Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        typed.put("words", text(words));
        typed.put("documentTitle", text(documentTitle));
        typed.put("linkTitle", text(linkTitle));
        typed.put("link", text(link));
        typed.put("figure", text(figure));
        typed.put("period", text(period));
        typed.put("decisionTitle", text(decisionTitle));
        typed.put("number", text(number));
        typed.put("decidedOn", text(decidedOn));
        return typed;
    }
}
