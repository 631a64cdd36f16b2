package az.qalxan.cooperation.conversation;

import az.qalxan.access.Caller;
import az.qalxan.access.CompartmentId;
import az.qalxan.audit.AuditLog;
import az.qalxan.cooperation.OtherSide;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.RequestStep;
import az.qalxan.cooperation.RequestView;
import az.qalxan.cooperation.Sight;
import az.qalxan.transmission.Guard;
import az.qalxan.transmission.HandDeliveries;
import az.qalxan.transmission.HandDelivery;
import az.qalxan.transmission.HandReading;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/**
 * Deliveries by hand of a request: what somebody carried or was handed stands in its history, and
 * where the law counts from sending or receipt, the clocks count from the moment that it happened.
 */
@Component
class ByHand {

    /** The kind by which deliveries of requests are found. */
    static final String SUBJECT = "request";

    private final RequestDesk desk;
    private final OtherSide other;
    private final HandReading reading;
    private final HandDeliveries deliveries;
    private final AuditLog audit;

    ByHand(
            RequestDesk desk,
            OtherSide other,
            HandReading reading,
            HandDeliveries deliveries,
            AuditLog audit) {
        this.desk = desk;
        this.other = other;
        this.reading = reading;
        this.deliveries = deliveries;
        this.audit = audit;
    }

    /** What a delivery does to the request besides standing in its history. */
    enum Effect {
        /** Nothing. */
        NONE,
        /** The draft went out with it. */
        SENT,
        /** The other side has confirmed that it received the request. */
        CONFIRMED,
        /** It was handed over against a receipt: sent and confirmed at the same moment. */
        SERVED;

        static Effect of(String code) {
            for (Effect one : values()) {
                if (one.code().equals(code)) {
                    return one;
                }
            }
            throw ConversationController.wrong("effect", "talk.wrong.effect", code);
        }

        /** Message key {@code talk.hand.<code>}. */
        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A delivery as somebody typed it.
     *
     * @param reference the other side's number, where it gave one
     */
    record Typed(
            HandReading.Sent sent,
            @Nullable MultipartFile proof,
            Effect effect,
            String reference,
            int version) {}

    /** What can be chosen for a request in its present state. */
    static List<Effect> effects(RequestView request) {
        if (request.head().incoming()) {
            return List.of(Effect.NONE);
        }
        return switch (request.state()) {
            case "drafted" -> List.of(Effect.SENT, Effect.SERVED, Effect.NONE);
            case "sent" -> List.of(Effect.CONFIRMED, Effect.NONE);
            default -> List.of(Effect.NONE);
        };
    }

    /** Records a delivery of that request with what follows from it; all of it or nothing. */
    @Transactional
    public UUID record(String number, Typed typed, Caller caller) throws IOException {
        RequestView request = desk.lock(number);
        List<Violation> wrong = new ArrayList<>();
        HandReading.Subject subject =
                new HandReading.Subject(
                        SUBJECT, request.head().number().value(), guard(request.head().sight()));
        @Nullable HandDelivery delivery =
                reading.read(
                        new HandReading.Form(typed.sent(), typed.proof(), subject),
                        caller.body(),
                        wrong);
        if (!effects(request).contains(typed.effect())) {
            wrong.add(Violation.at("effect", "talk.wrong.effect", typed.effect().code()));
        }
        if (delivery == null || !wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
        move(number, typed, delivery, caller);
        UUID id = deliveries.record(delivery, caller.name());
        other.note(
                request.head().id(),
                "by-hand",
                caller.name(),
                delivery.partner() + " · " + delivery.words());
        audit.record(
                ConversationAct.DELIVERED,
                Talk.subject(number),
                Map.of("delivery", id.toString(), "effect", typed.effect().code()));
        return id;
    }

    private static Guard guard(Sight sight) {
        @Nullable UUID compartment = sight.compartment();
        return new Guard(
                sight.handling(), compartment == null ? null : new CompartmentId(compartment));
    }

    private void move(String number, Typed typed, HandDelivery delivery, Caller caller) {
        RequestStep send = new RequestStep.Send(delivery.words(), delivery.happenedAt());
        RequestStep confirm = new RequestStep.Confirm(typed.reference(), delivery.happenedAt());
        switch (typed.effect()) {
            case NONE -> {}
            case SENT -> desk.take(number, typed.version(), send, caller);
            case CONFIRMED -> desk.take(number, typed.version(), confirm, caller);
            case SERVED -> {
                RequestView sent = desk.take(number, typed.version(), send, caller);
                desk.take(number, sent.head().version(), confirm, caller);
            }
        }
    }
}
