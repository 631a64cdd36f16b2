package az.qalxan.assets;

import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The organisations of the directory that keep money. */
@Component
class Keepers {

    private final Directory directory;

    Keepers(Directory directory) {
        this.directory = directory;
    }

    /** Banks and payment services, in the directory's order. */
    List<Organisation> all() {
        return directory.organisations().stream()
                .filter(one -> one.kinds().contains(OrganisationKind.BANK))
                .toList();
    }

    boolean has(String code) {
        return all().stream().anyMatch(one -> one.code().value().equals(code));
    }

    /** Acronyms by code. */
    Map<String, String> acronyms() {
        return all().stream()
                .collect(Collectors.toMap(one -> one.code().value(), Organisation::acronym));
    }
}
