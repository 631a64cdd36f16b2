package az.qalxan.directory;

import az.qalxan.web.Text;
import java.util.UUID;

/** A standing duty of an organisation, whoever fills it. */
record Post(UUID id, String organisation, PostWords words, boolean verified, String source) {

    String title(Text text) {
        return text.pick(words.titleAz(), words.titleEn());
    }

    String duty(Text text) {
        return text.pick(words.dutyAz(), words.dutyEn());
    }
}
