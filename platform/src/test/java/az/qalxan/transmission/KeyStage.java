package az.qalxan.transmission;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.access.SignedIn;
import az.qalxan.database.Sha256;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** Keys of mail addresses, entered by one and put in force by another. */
public record KeyStage(ApplicationContext context) {

    public void inForce(String address, KeyUsage usage, String text) {
        Peers peers = context.getBean(Peers.class);
        Peers.KeyForm form = new Peers.KeyForm(address, usage.code(), text);
        SignedIn.run(
                Stage.ADMINISTRATOR, () -> assertThat(peers.enterKey("Sınaq", form)).isEmpty());
        String fingerprint = Sha256.of(KeyReading.read(usage, text).orElseThrow().material());
        SignedIn.run(
                Stage.COORDINATOR,
                () ->
                        peers.decideKey(
                                Stage.COORDINATOR,
                                new Peers.PartnerKeyId(address, fingerprint),
                                true));
    }

    public String ownCertificate() {
        return Certificates.pem(
                context.getBean(InstanceKeys.class).of(KeyUsage.SMIME).getFirst().certificate());
    }

    public List<String> alarms(String owner) {
        return new Stage(context).alarms(owner);
    }

    public <T> T system(Supplier<T> work) {
        return new Stage(context).system(work);
    }
}
