package az.qalxan.transmission.mail;

import az.qalxan.transmission.LetterReceived;
import az.qalxan.transmission.SecurePost;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Secure e-mail as the other modules see it. */
@Component
class PostOffice implements SecurePost {

    private final Mails mails;
    private final ApplicationEventPublisher events;

    PostOffice(Mails mails, ApplicationEventPublisher events) {
        this.mails = mails;
        this.events = events;
    }

    @Override
    public Posted post(Letter letter) {
        MailDraft draft =
                new MailDraft(
                        letter.body(),
                        letter.guard(),
                        letter.to(),
                        letter.subject(),
                        letter.text(),
                        letter.files());
        return switch (mails.send(draft)) {
            case Mails.Outcome.NoKey none -> new NoKey(none.recipient());
            case Mails.Outcome.Queued queued -> new Queued(queued.id(), queued.protection());
        };
    }

    @EventListener
    void on(MailReceived mail) {
        events.publishEvent(
                new LetterReceived(
                        mail.id(),
                        mail.messageId(),
                        mail.from(),
                        mail.verifiedBy(),
                        mail.encrypted(),
                        mail.subject(),
                        mail.text(),
                        mail.files()));
    }
}
