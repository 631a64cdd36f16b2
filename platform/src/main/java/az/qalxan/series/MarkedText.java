package az.qalxan.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a story, marked or not. The pieces of a story joined are the story.
 *
 * @param marked whether it is evidence
 */
record MarkedText(String text, boolean marked) {

    /** Cuts a story; stretches that overlap or touch become one, those outside it are left out. */
    static List<MarkedText> of(String story, List<LinkReason.Span> evidence) {
        List<MarkedText> pieces = new ArrayList<>();
        int at = 0;
        for (LinkReason.Span span : merged(story, evidence)) {
            add(story, at, span.start(), false, pieces);
            add(story, span.start(), span.end(), true, pieces);
            at = span.end();
        }
        add(story, at, story.length(), false, pieces);
        return pieces;
    }

    private static List<LinkReason.Span> merged(String story, List<LinkReason.Span> evidence) {
        List<LinkReason.Span> merged = new ArrayList<>();
        evidence.stream()
                .filter(one -> one.start() >= 0 && one.start() < one.end())
                .filter(one -> one.end() <= story.length())
                .sorted(Comparator.comparingInt(LinkReason.Span::start))
                .forEach(one -> {
                    LinkReason.Span before = merged.isEmpty() ? null : merged.getLast();
                    if (before != null && one.start() <= before.end()) {
                        merged.removeLast();
                        merged.add(
                                new LinkReason.Span(
                                        before.start(), Math.max(before.end(), one.end())));
                    } else {
                        merged.add(one);
                    }
                });
        return merged;
    }

    private static void add(
            String story, int from, int to, boolean marked, List<MarkedText> pieces) {
        if (from < to) {
            pieces.add(new MarkedText(story.substring(from, to), marked));
        }
    }
}
