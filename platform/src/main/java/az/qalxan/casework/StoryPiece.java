package az.qalxan.casework;

import az.qalxan.reporting.FoundIdentifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a story: plain, or an identifier to be marked. The pieces of a story joined are the
 * story.
 *
 * @param kind the identifier's kind; empty for plain text
 * @param value its normalised value; empty for plain text
 */
record StoryPiece(String text, String kind, String value) {

    static List<StoryPiece> of(String story, List<FoundIdentifier> identifiers) {
        List<StoryPiece> pieces = new ArrayList<>();
        int at = 0;
        for (FoundIdentifier one : placed(identifiers)) {
            int start = one.start() == null ? 0 : one.start();
            int end = one.end() == null ? 0 : one.end();
            if (start >= at && end <= story.length() && start < end) {
                plain(story, at, start, pieces);
                pieces.add(new StoryPiece(story.substring(start, end), one.kind(), one.value()));
                at = end;
            }
        }
        plain(story, at, story.length(), pieces);
        return pieces;
    }

    boolean marked() {
        return !kind.isEmpty();
    }

    private static List<FoundIdentifier> placed(List<FoundIdentifier> identifiers) {
        return identifiers.stream()
                .filter(one -> one.start() != null)
                .sorted(Comparator.comparingInt(one -> one.start() == null ? 0 : one.start()))
                .toList();
    }

    private static void plain(String story, int from, int to, List<StoryPiece> pieces) {
        if (from < to) {
            pieces.add(new StoryPiece(story.substring(from, to), "", ""));
        }
    }
}
