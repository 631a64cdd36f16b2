package az.qalxan.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a channel carries a message, and what its address looks like. */
enum ChannelKind {
    PHONE("\\+?[0-9][0-9 ()-]{1,28}[0-9]"),
    E_MAIL("[^\\s@]{1,64}@[^\\s@]{1,200}"),
    SECURE_MAIL("[^\\s@]{1,64}@[^\\s@]{1,200}"),
    TAXII("https://[^\\s\"<>]{1,250}"),
    WEB("https?://[^\\s\"<>]{1,250}");

    private final Pattern form;

    ChannelKind(String form) {
        this.form = Pattern.compile(form);
    }

    /** The name in packs and forms; message key {@code directory.channel-kind.<code>}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean fits(String value) {
        return form.matcher(value).matches();
    }

    static Optional<ChannelKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
