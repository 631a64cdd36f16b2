package az.qalxan.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.engines.law.RequestKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the states of a request allow. */
class RequestMoveTest {

    private static final Instant LATER = Point.START.plus(Duration.ofDays(70));

    private static RequestMove.Result take(Request before, RequestStep step, Instant now) {
        return new RequestMove(Point.officer("a"), now, new Release.Free(now)).take(before, step);
    }

    private static Request moved(RequestMove.Result result) {
        assertThat(result).isInstanceOf(RequestMove.Moved.class);
        return ((RequestMove.Moved) result).after();
    }

    @Test
    void anAcknowledgementIsTakenBackByItsOfficerWithinFiveMinutes() {
        Request taken = moved(take(Point.received(), new RequestStep.Acknowledge(), Point.START));
        assertThat(moved(take(taken, new RequestStep.Undo(), Point.START.plusSeconds(299))))
                .isInstanceOf(Request.Received.class);
        assertThat(take(taken, new RequestStep.Undo(), Point.START.plusSeconds(300)))
                .isInstanceOf(RequestMove.NotNow.class);
        RequestMove another =
                new RequestMove(Point.officer("b"), Point.START, new Release.Free(Point.START));
        assertThat(another.take(taken, new RequestStep.Undo()))
                .isInstanceOf(RequestMove.NotNow.class);
    }

    @Test
    void anIncomingPreservationThatHoldsDataEndsByReleaseAlone() {
        Request held = Point.preserved(Point.START);
        assertThat(take(held, new RequestStep.Withdraw("not needed any more"), LATER))
                .isInstanceOf(RequestMove.NotNow.class);
        assertThat(take(held, new RequestStep.Refuse("other", "because we may"), LATER))
                .isInstanceOf(RequestMove.NotNow.class);
        assertThat(moved(take(held, new RequestStep.Let("nobody asked for it"), LATER)))
                .isInstanceOf(Request.Released.class);
    }

    @Test
    void aPreservationIsNotExecutedWithoutPreserving() {
        Request taken = moved(take(Point.received(), new RequestStep.Acknowledge(), Point.START));
        assertThat(take(taken, new RequestStep.Execute("here", ""), LATER))
                .isInstanceOf(RequestMove.NotNow.class);
    }

    @Test
    void onlyAPreservationPreserves() {
        Request.Received other =
                new Request.Received(
                        Point.head(RequestKind.STORED_DATA, Direction.IN),
                        Moments.received(Point.START),
                        Point.START);
        Request taken = moved(take(other, new RequestStep.Acknowledge(), Point.START));
        assertThat(take(taken, new RequestStep.Preserve(Point.START, Point.START), LATER))
                .isInstanceOf(RequestMove.NotNow.class);
        assertThat(moved(take(taken, new RequestStep.Execute("here", ""), LATER)).code())
                .isEqualTo("executed");
    }

    @Test
    void releaseWithoutPermissionDoesNotPass() {
        Request held = Point.preserved(Point.START);
        RequestMove early =
                new RequestMove(Point.officer("a"), Point.START, new Release.BeforeFloor(LATER));
        assertThat(early.take(held, new RequestStep.Let("nobody asked for it")))
                .isEqualTo(new RequestMove.Held(new Release.BeforeFloor(LATER)));
        assertThatThrownBy(() ->
                        Point.preserved(Point.START)
                                .release(new Release.Free(LATER), "early", Point.START))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClosedFileAllowsNothing() {
        Request held = Point.preserved(Point.START);
        Request released = moved(take(held, new RequestStep.Let("nobody asked"), LATER));
        Request closed = moved(take(released, new RequestStep.Close(""), LATER));
        assertThat(take(closed, new RequestStep.Withdraw("once more"), LATER))
                .isInstanceOf(RequestMove.NotNow.class);
        assertThat(take(closed, new RequestStep.Close(""), LATER))
                .isInstanceOf(RequestMove.NotNow.class);
    }
}
