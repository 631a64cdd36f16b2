package az.qalxan.transmission;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.context.ApplicationContext;

/** Pairs two instances in tests of other modules. */
public record PairStage(ApplicationContext context) {

    /** What an instance tells its partner when they are paired, as one line. */
    public String card() {
        InstanceKeys keys = context.getBean(InstanceKeys.class);
        return String.join(
                ":",
                keys.instance().toString(),
                base64(Certificates.pem(keys.of(KeyUsage.TLS).getFirst().certificate())),
                base64(Certificates.pem(keys.of(KeyUsage.SIGN).getFirst().certificate())));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Enters a partner and admits it, by two people. */
    public void admit(String code, String card, String address, String body) {
        String[] parts = card.split(":");
        new Stage(context)
                .admit(
                        new PeerForm(
                                code,
                                "Sınaq " + code,
                                parts[0],
                                address,
                                body,
                                text(parts[1]),
                                text(parts[2])));
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.US_ASCII);
    }
}
