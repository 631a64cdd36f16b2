package az.qalxan.cooperation;

import java.util.UUID;

/**
 * Somebody here took a step with a request. Published inside the transaction of the step; what the
 * other side says moves a request too, but is no step from here.
 *
 * @param before code of the state it had
 * @param after code of the state it has now
 * @param author who took it, as colleagues see the name
 */
public record RequestMoved(
        UUID request, RequestStep step, String before, String after, String author) {}
