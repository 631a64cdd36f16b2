package az.qalxan.transmission;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** An admitted partner that says what a test of another module writes, in any order. */
public final class ScriptedPeer {

    private final ApplicationContext context;
    private final Partner partner;

    public ScriptedPeer(ApplicationContext context) {
        this.context = context;
        this.partner = Partner.admitted(context);
    }

    /** Our code of it. */
    public String code() {
        return partner.code;
    }

    /** One message: its place in a conversation and what it says. */
    public record Line(UUID conversation, int sequence, String kind, byte[] json) {}

    /** A message as it goes over the wire, signed. */
    public byte[] frame(Line line) {
        return frame(line, partner);
    }

    /** The same, written in the name of another partner and signed by this one. */
    public byte[] frameAs(ScriptedPeer other, Line line) {
        return frame(line, other.partner);
    }

    private byte[] frame(Line line, Partner speaker) {
        Contents contents = new Contents(line.json(), List.of());
        String name = line.conversation() + " " + line.sequence() + " " + line.kind();
        Manifest manifest =
                new Manifest(
                        Manifest.VERSION,
                        speaker.instance,
                        context.getBean(InstanceKeys.class).instance(),
                        speaker.body,
                        "dtx",
                        line.conversation(),
                        line.sequence(),
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII)),
                        line.kind(),
                        Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS),
                        Frame.parts(contents));
        return Frame.write(
                Seal.sign(Manifest.write(manifest), Seal.MESSAGE, partner.sign), contents);
    }

    /** Delivers a frame: empty for a receipt, otherwise {@code held} or the refusal's code. */
    public String send(byte[] frame) {
        return Partner.code(partner.send(frame));
    }
}
