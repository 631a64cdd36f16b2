package az.qalxan.directory.contact;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.Requires;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The points of contact for programs. */
@RestController
class ContactApi {

    private final ContactPages pages;
    private final AuditLog audit;

    ContactApi(ContactPages pages, AuditLog audit) {
        this.pages = pages;
        this.audit = audit;
    }

    /**
     * A point of contact.
     *
     * @param facts as the packs' {@code contacts.yaml} writes them
     * @param standing never, answered, stale, changed or silent
     * @param there what the clocks there show now
     * @param officeOpen yes, no or unknown
     */
    record Entry(
            UUID id,
            String code,
            int version,
            Map<String, Object> facts,
            String standing,
            @Nullable Instant checkedAt,
            @Nullable Instant reviewDue,
            String there,
            String officeOpen) {

        static Entry of(ForeignContact one, Instant now) {
            ForeignContact.@Nullable Check check = one.check();
            return new Entry(
                    one.id(),
                    one.code(),
                    one.version(),
                    new LinkedHashMap<>(ContactJson.tree(one.facts())),
                    one.standing(now).code(),
                    check == null ? null : check.at(),
                    one.reviewDue(),
                    one.there(now).toOffsetDateTime().toString(),
                    one.open(now).code());
        }
    }

    /** The points found, by state; {@code marking} says how far they may travel. */
    record Answer(String marking, List<Entry> contacts) {}

    @Requires("contact:read")
    @GetMapping("/api/contacts")
    @Transactional
    public Answer contacts(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String standing) {
        ContactPages.ListPage page = pages.list(new ContactPages.Asked(words, standing));
        audit.record(
                ContactAct.EXPORTED,
                AuditSubject.of("contact", "list"),
                Map.of("contacts", String.valueOf(page.found().size()), "form", "json"));
        return new Answer(
                "TLP:AMBER", page.found().stream().map(one -> Entry.of(one, page.now())).toList());
    }
}
