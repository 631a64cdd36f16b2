package az.qalxan.series;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.Text;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Puts the reasons of links into plain sentences that can be copied into a file. */
@Component
public class LinkWords {

    private final Jurisdiction jurisdiction;

    LinkWords(Jurisdiction jurisdiction) {
        this.jurisdiction = jurisdiction;
    }

    /** Every reason of the link as a sentence, the heaviest first. */
    public List<String> sentences(SeriesLink link, Text text) {
        return link.reasons().stream().map(reason -> sentence(reason, text)).toList();
    }

    /** One reason as a sentence. */
    public String sentence(LinkReason reason, Text text) {
        Object[] shown = new Object[reason.values().size()];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = shown(reason, i, text);
        }
        return text.of("series.why." + reason.code(), shown);
    }

    /** Codes become words where the sentence has one; what a reporter wrote stays as it is. */
    private String shown(LinkReason reason, int place, Text text) {
        String value = reason.values().get(place);
        return switch (reason.code()) {
            case "same-identifier", "hub", "same-infrastructure" ->
                    place == 0 ? kind(value, text) : value;
            case "same-category", "other-category" -> category(value, text);
            case "same-region" -> region(value, text);
            default -> value;
        };
    }

    /** An identifier's kind in words. */
    public String kind(String code, Text text) {
        String key = "series.kind." + code.toLowerCase(Locale.ROOT).replace('_', '-');
        return text.has(key) ? text.of(key) : code;
    }

    String category(String code, Text text) {
        return jurisdiction
                .category(code)
                .map(one -> text.pick(one.title().az(), one.title().en()))
                .orElse(code);
    }

    String region(String code, Text text) {
        return jurisdiction
                .region(code)
                .map(one -> text.pick(one.name().az(), one.name().en()))
                .orElse(text.of("series.no-region"));
    }
}
