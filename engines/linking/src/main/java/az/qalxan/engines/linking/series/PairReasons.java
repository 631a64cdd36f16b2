package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;

/** Collects the evidence between two reports. */
final class PairReasons {

    private final ReportPair pair;
    private final ReportTraits first;
    private final ReportTraits second;
    private final LongPredicate hub;
    private final List<Reason> reasons = new ArrayList<>();
    private int phrases;

    PairReasons(ReportTraits one, ReportTraits other, LongPredicate hub) {
        this.pair = new ReportPair(one.id(), other.id());
        boolean ordered = pair.first().equals(one.id());
        this.first = ordered ? one : other;
        this.second = ordered ? other : one;
        this.hub = hub;
    }

    LinkExplanation explanation() {
        for (Trait trait : first.traits()) {
            for (Trait same : second.traits()) {
                if (same.key() == trait.key()) {
                    share(trait, same);
                }
            }
        }
        circumstances();
        reasons.sort(Comparator.comparingInt((Reason reason) -> -reason.points()));
        return new LinkExplanation(pair, PairScore.of(first, second, hub), reasons);
    }

    private void share(Trait one, Trait other) {
        boolean common = hub.test(one.key());
        int points = common ? 0 : Weights.strong(one.kind()) + Weights.weak(one.kind());
        switch (one.kind()) {
            case STORY -> phrases += points;
            case ALIAS -> add(Reason.Code.SAME_ALIAS, points, List.of(one.shown()), one, other);
            case LOOKALIKE -> add(Reason.Code.LOOKALIKE, points, List.of(one.shown()), one, other);
            case PHONE, IBAN, CARD, WALLET, DOMAIN, URL, EMAIL, IP, HANDLE, MAIL_HOST ->
                    add(code(one, common), points, values(one), one, other);
        }
    }

    private static Reason.Code code(Trait trait, boolean common) {
        boolean behind = trait.kind() == TraitKind.DOMAIN || trait.kind() == TraitKind.MAIL_HOST;
        return common
                ? Reason.Code.HUB
                : behind ? Reason.Code.SAME_INFRASTRUCTURE : Reason.Code.SAME_IDENTIFIER;
    }

    private static List<String> values(Trait trait) {
        return List.of(trait.kind().code().toUpperCase(Locale.ROOT), trait.shown());
    }

    private void add(Reason.Code code, int points, List<String> values, Trait one, Trait other) {
        reasons.add(new Reason(code, points, values, spans(one), spans(other)));
    }

    private void add(Reason.Code code, int points, String... values) {
        reasons.add(new Reason(code, points, List.of(values), List.of(), List.of()));
    }

    private void circumstances() {
        ReportTraits.Circumstances a = first.circumstances();
        ReportTraits.Circumstances b = second.circumstances();
        int percent = WordLikeness.percent(first.words(), second.words());
        int alike = Weights.likeness(percent);
        if (alike + phrases > 0) {
            add(Reason.Code.ALIKE_STORY, alike + phrases, String.valueOf(percent));
        }
        int days = Math.abs(a.happenedDay() - b.happenedDay());
        int apart = Weights.apart(days);
        if (apart != 0) {
            Reason.Code far = apart < 0 ? Reason.Code.FAR_IN_TIME : Reason.Code.NEAR_IN_TIME;
            add(far, apart, String.valueOf(days));
        }
        if (a.category().equals(b.category())) {
            add(Reason.Code.SAME_CATEGORY, Weights.SAME_CATEGORY, a.category());
        } else {
            add(Reason.Code.OTHER_CATEGORY, Weights.OTHER_CATEGORY, a.category(), b.category());
        }
        if (!a.region().isEmpty() && a.region().equals(b.region())) {
            add(Reason.Code.SAME_REGION, Weights.SAME_REGION, a.region());
        }
        if (!a.loss().isEmpty() && a.loss().equals(b.loss())) {
            add(Reason.Code.SAME_SUM, Weights.SAME_SUM, a.loss());
        }
    }

    private static List<Reason.Span> spans(Trait trait) {
        return trait.inStory() ? List.of(new Reason.Span(trait.start(), trait.end())) : List.of();
    }
}
