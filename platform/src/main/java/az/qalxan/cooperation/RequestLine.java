package az.qalxan.cooperation;

import org.jspecify.annotations.Nullable;

/**
 * A request in a list.
 *
 * @param officer name of whoever acknowledged it; empty for nobody
 * @param next what runs out next; null when it has ended
 */
record RequestLine(Request request, String officer, @Nullable NextMoment next) {

    RequestHead head() {
        return request.head();
    }

    String kind() {
        return RequestKinds.code(head().kind());
    }

    boolean fresh() {
        return request instanceof Request.Received;
    }
}
