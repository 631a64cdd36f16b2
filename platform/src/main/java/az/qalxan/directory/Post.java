package az.qalxan.directory;

import az.qalxan.jurisdiction.Words;
import az.qalxan.web.Text;
import java.util.UUID;

/** A standing duty of an organisation, whoever fills it. */
record Post(UUID id, String organisation, PostWords words, boolean verified, Words source) {

    /** Nobody has said where an entry made by hand was read. */
    static final Words NO_SOURCE = new Words("", "");

    String title(Text text) {
        return text.pick(words.titleAz(), words.titleEn());
    }

    String duty(Text text) {
        return text.pick(words.dutyAz(), words.dutyEn());
    }
}
