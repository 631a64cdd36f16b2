package az.qalxan.transmission.mail;

import az.qalxan.access.BodyCode;
import java.util.Properties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The mail servers of this instance; without a host nothing is sent, or nothing fetched. */
@Component
class MailSettings {

    private static final String MILLIS_MAX = "20000";

    private final Environment environment;

    MailSettings(Environment environment) {
        this.environment = environment;
    }

    /** Our address. */
    String address() {
        return text("address", "");
    }

    /** Our body whose mail this is. */
    BodyCode body() {
        return new BodyCode(text("body", "dtx"));
    }

    /** How long a notice to one of our people is tried. */
    long noticeHours() {
        return Math.clamp(
                environment.getProperty("qalxan.mail.notice-hours", Long.class, 24L), 1, 24 * 30);
    }

    boolean sends() {
        return !address().isEmpty() && !text("smtp.host", "").isEmpty();
    }

    boolean fetches() {
        return !text("imap.host", "").isEmpty();
    }

    String user(String protocol) {
        return text(protocol + ".user", address());
    }

    String password(String protocol) {
        return text(protocol + ".password", "");
    }

    String folder() {
        return text("imap.folder", "INBOX");
    }

    /** The name of the mailbox in our tables. */
    String mailbox() {
        return user("imap") + "@" + text("imap.host", "") + "/" + folder();
    }

    /**
     * What Jakarta Mail is told. TLS is demanded from the first byte ({@code tls}) or before the
     * password ({@code starttls}); {@code none} is for a server on this machine.
     */
    Properties of(String protocol) {
        String tls = text(protocol + ".tls", "starttls");
        String prefix = "mail." + protocol + ".";
        Properties told = new Properties();
        told.setProperty("mail.store.protocol", "imap");
        told.setProperty("mail.transport.protocol", "smtp");
        told.setProperty(prefix + "host", text(protocol + ".host", ""));
        told.setProperty(prefix + "port", text(protocol + ".port", defaultPort(protocol, tls)));
        told.setProperty(prefix + "connectiontimeout", MILLIS_MAX);
        told.setProperty(prefix + "timeout", MILLIS_MAX);
        told.setProperty(prefix + "writetimeout", MILLIS_MAX);
        told.setProperty(prefix + "ssl.enable", String.valueOf(tls.equals("tls")));
        told.setProperty(prefix + "starttls.enable", String.valueOf(tls.equals("starttls")));
        told.setProperty(prefix + "starttls.required", String.valueOf(tls.equals("starttls")));
        told.setProperty(prefix + "ssl.checkserveridentity", "true");
        told.setProperty("mail.smtp.auth", String.valueOf(!password("smtp").isEmpty()));
        return told;
    }

    private static String defaultPort(String protocol, String tls) {
        boolean implicit = tls.equals("tls");
        if (protocol.equals("smtp")) {
            return implicit ? "465" : "587";
        }
        return implicit ? "993" : "143";
    }

    private String text(String name, String otherwise) {
        return environment.getProperty("qalxan.mail." + name, otherwise);
    }
}
