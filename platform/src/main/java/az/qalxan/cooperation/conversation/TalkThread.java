package az.qalxan.cooperation.conversation;

import az.qalxan.access.BodyCode;
import az.qalxan.transmission.Correspondence;
import java.util.UUID;

/**
 * That another instance knows a request too, and how it is spoken of there.
 *
 * @param request its id here
 * @param reference its id at whoever asked, by which both sides name it
 */
record TalkThread(UUID request, UUID reference, Correspondence with) {

    static Correspondence with(String peer, String ours, String theirs, UUID conversation) {
        return new Correspondence(peer, new BodyCode(ours), new BodyCode(theirs), conversation);
    }
}
