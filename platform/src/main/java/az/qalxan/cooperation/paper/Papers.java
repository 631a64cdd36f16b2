package az.qalxan.cooperation.paper;

import az.qalxan.database.Sha256;
import az.qalxan.print.PdfSigning;
import az.qalxan.print.Signer;
import az.qalxan.print.SigningKey;
import az.qalxan.web.ProblemFound;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes papers. Whoever asks for one records that it was made and where it went. */
@Component
public class Papers {

    private final PaperPrint print;
    private final PdfSigning signing;
    private final Clock clock;

    Papers(PaperPrint print, PdfSigning signing, Clock clock) {
        this.print = print;
        this.signing = signing;
        this.clock = clock;
    }

    /** A request to preserve stored data. */
    public Paper preservation(PreservationForm form) {
        return make(form);
    }

    /** A request for subscriber information. */
    public Paper subscriberInformation(Article31Form form) {
        return make(form);
    }

    /** Any other paper. */
    public Paper letter(Letter letter) {
        return make(letter);
    }

    /** Whose key signs, and how long it still can. */
    public Signer signer() {
        return signing.key().signer(clock.instant());
    }

    /** Prints, adds the data and signs, in this order; what was signed is never touched again. */
    private Paper make(PaperForm form) {
        Instant now = clock.instant();
        SigningKey key = signing.key();
        if (!key.usableAt(now)) {
            throw ProblemFound.of(PaperProblem.KEY_UNUSABLE, key.signer(now).until());
        }
        PaperKind kind = PaperKind.of(form);
        byte[] data = PaperContent.write(kind, form);
        byte[] printed = print.print(new PrintJob(kind, form, data, key.signer(now)), now);
        byte[] signed = signing.sign(printed, now);
        return new Paper(signed, fileName(kind, form.head()), Sha256.of(signed));
    }

    private static String fileName(PaperKind kind, PaperHead head) {
        String reference = head.reference().replaceAll("[^A-Za-z0-9]+", "-");
        String short_ = reference.substring(0, Math.min(reference.length(), 60));
        return kind.code() + "-" + short_ + "-" + head.date() + ".pdf";
    }
}
