package az.qalxan.cooperation.conversation;

import az.qalxan.cooperation.RequestView;
import az.qalxan.transmission.HandDeliveries;
import az.qalxan.transmission.PeerDesk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conversation about a request.
 *
 * @param thread null while the request stands with no peer
 * @param ours what this end holds of the conversation; null without one
 * @param compared the latest comparison; null when there was none
 * @param peers to which a draft of ours can go
 * @param kinds of papers that fit the request
 * @param hand what was delivered by hand, and what can be recorded
 */
record ConversationPage(
        RequestView request,
        @Nullable TalkThread thread,
        List<WordRow> words,
        PeerDesk.@Nullable Side ours,
        @Nullable Comparison compared,
        List<Reachable> peers,
        List<KeptPaper> papers,
        List<String> kinds,
        Hand hand) {

    ConversationPage {
        words = List.copyOf(words);
        peers = List.copyOf(peers);
        papers = List.copyOf(papers);
        kinds = List.copyOf(kinds);
    }

    /** A body that can be reached, and through which peer. */
    record Reachable(String peer, String name, String body) {

        String value() {
            return peer + "/" + body;
        }
    }

    /**
     * Deliveries by hand.
     *
     * @param effects that a new one may have
     * @param now as a date field wants it
     */
    record Hand(
            List<HandDeliveries.Row> rows,
            List<ByHand.Effect> effects,
            List<String> ways,
            String now) {

        Hand {
            rows = List.copyOf(rows);
            effects = List.copyOf(effects);
            ways = List.copyOf(ways);
        }
    }

    ConversationPage with(PeerDesk.@Nullable Side held) {
        return new ConversationPage(
                request, thread, words, held, compared, peers, papers, kinds, hand);
    }

    String path() {
        return request.head().path();
    }

    String number() {
        return request.head().number().value();
    }

    boolean sendable() {
        return thread == null && request.is("drafted");
    }

    boolean held() {
        return request.is("preserved") || request.is("renewed");
    }

    /** Whether an answer with files can be given here. */
    boolean answerable() {
        return thread != null && request.head().incoming() && request.working();
    }

    /** Whether the other side asked for an extension that nobody has answered since. */
    boolean extensionAsked() {
        boolean asked = false;
        for (WordRow word : words) {
            switch (word.kind()) {
                case EXTENSION_ASKED -> asked = !word.troubled();
                case EXTENSION_GRANTED, EXTENSION_REFUSED -> asked = false;
                default -> {}
            }
        }
        return asked && request.head().incoming() && held();
    }

    /** Whether the other side does not need any more what is held here. */
    boolean notNeeded() {
        return request.head().incoming()
                && held()
                && words.stream()
                        .anyMatch(word ->
                                !word.out()
                                        && word.kind() == WordKind.WITHDRAWAL
                                        && !word.troubled());
    }

    long onTheWay() {
        return words.stream()
                .filter(WordRow::out)
                .filter(word -> word.is("waiting") || word.is("handed"))
                .count();
    }

    long troubled() {
        return words.stream().filter(WordRow::troubled).count();
    }
}
