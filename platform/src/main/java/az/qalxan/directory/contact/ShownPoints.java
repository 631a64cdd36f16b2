package az.qalxan.directory.contact;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.directory.PointsAbroad;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Points of contact as other modules show them. */
@Component
class ShownPoints implements PointsAbroad {

    private final Contacts contacts;
    private final AuditLog audit;
    private final Clock clock;

    ShownPoints(Contacts contacts, AuditLog audit, Clock clock) {
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Point> show(String state) {
        Instant now = clock.instant();
        List<Point> points =
                contacts.of(state).stream().map(one -> ShownPoints.of(one, now)).toList();
        if (!points.isEmpty()) {
            audit.record(
                    ContactAct.VIEWED,
                    AuditSubject.of("contact", state),
                    Map.of("contacts", String.valueOf(points.size())));
        }
        return points;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Point> point(UUID id) {
        return contacts.contact(id).map(one -> of(one, clock.instant()));
    }

    private static Point of(ForeignContact one, Instant now) {
        ContactFacts facts = one.facts();
        ContactFacts.@Nullable OfficeHours hours = facts.hours();
        ForeignContact.Standing standing = one.standing(now);
        return new Point(
                one.id(),
                one.version(),
                facts.state(),
                facts.name(),
                facts.networks().stream().map(ContactFacts.Network::code).toList(),
                standing.code(),
                standing == ForeignContact.Standing.ANSWERED,
                facts.sourced(),
                facts.languages(),
                one.there(now),
                one.open(now).code(),
                hours == null ? null : new Hours(hours.days(), hours.opens(), hours.closes()),
                facts.reachable().stream()
                        .map(reach -> new Channel(reach.way().code(), reach.value(), reach.note()))
                        .toList(),
                facts.note());
    }
}
