package az.qalxan.directory.contact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The points of contact, for modules that write to other states; empty for who may not see them.
 */
@Component
public class Contacts {

    private final ContactStore store;

    Contacts(ContactStore store) {
        this.store = store;
    }

    /** The points of that state (ISO 3166-1 alpha-2), those in a 24/7 network first. */
    @Transactional(readOnly = true)
    public List<ForeignContact> of(String state) {
        return store.contacts().stream().filter(one -> one.facts().state().equals(state)).toList();
    }

    @Transactional(readOnly = true)
    public Optional<ForeignContact> contact(UUID id) {
        return store.contact(id);
    }
}
