package az.qalxan.directory;

import az.qalxan.access.BodyCode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisations, for the modules that name them; organisations are known to everyone. */
@Component
public class Directory {

    private final DirectoryStore store;

    Directory(DirectoryStore store) {
        this.store = store;
    }

    /** Every organisation in the directory's order; at most 2,000. */
    @Transactional(readOnly = true)
    public List<Organisation> organisations() {
        return store.organisations();
    }

    /** The organisation of that code. */
    @Transactional(readOnly = true)
    public Optional<Organisation> organisation(BodyCode code) {
        return store.organisation(code);
    }
}
