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
            shown[i] = shown(reason.values().get(i), text);
        }
        return text.of("series.why." + reason.code(), shown);
    }

    /** Codes of kinds, categories and regions become words; anything else stays as it is. */
    private String shown(String value, Text text) {
        String kind = "series.kind." + value.toLowerCase(Locale.ROOT).replace('_', '-');
        if (text.has(kind)) {
            return text.of(kind);
        }
        return jurisdiction
                .category(value)
                .map(one -> text.pick(one.title().az(), one.title().en()))
                .or(() ->
                        jurisdiction
                                .region(value)
                                .map(one -> text.pick(one.name().az(), one.name().en())))
                .orElse(value);
    }
}
