package az.qalxan.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A series for programs.
 *
 * @param whole false when there are more reports than were looked at
 */
public record SeriesMessage(
        String number,
        boolean whole,
        Totals totals,
        List<Member> reports,
        List<Link> links,
        List<Hub> hubs,
        List<Decision> decisions) {

    public SeriesMessage {
        reports = List.copyOf(reports);
        links = List.copyOf(links);
        hubs = List.copyOf(hubs);
        decisions = List.copyOf(decisions);
    }

    /** The series in figures; losses by ISO 4217 code. */
    public record Totals(
            int reports,
            int waiting,
            Instant first,
            Instant last,
            Map<String, BigDecimal> losses,
            Map<String, Integer> regions,
            Map<String, Integer> categories,
            Map<String, Integer> bodies) {}

    /** A report of the series. */
    public record Member(
            String id,
            String reference,
            String state,
            String category,
            String region,
            String body,
            Instant reportedAt,
            @Nullable Loss loss) {}

    public record Loss(BigDecimal amount, String currency) {}

    /** Why two reports belong together. */
    public record Link(String one, String other, int score, String standing, List<Reason> reasons) {

        public Link {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A reason in words of the asked language.
     *
     * @param inOne where it stands in the first report's story
     */
    public record Reason(
            String code,
            int points,
            String sentence,
            List<LinkReason.Span> inOne,
            List<LinkReason.Span> inOther) {

        public Reason {
            inOne = List.copyOf(inOne);
            inOther = List.copyOf(inOther);
        }
    }

    /** A common identifier that stands in the series and links nothing. */
    public record Hub(String kind, String value, int reports) {}

    /** What a person decided. */
    public record Decision(
            String id,
            String one,
            String other,
            String verdict,
            String reason,
            Instant at,
            String name,
            String body,
            boolean inForce) {}
}
