package az.qalxan.exchange.warning;

import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which organisations of the country an audience means today; never the sender itself. */
@Component
class AudienceReach {

    private final Directory directory;
    private final WarningPack pack;

    AudienceReach(Directory directory, WarningPack pack) {
        this.directory = directory;
        this.pack = pack;
    }

    List<Organisation> of(Warning.Audience audience, String sender) {
        List<WarningPack.Sector> sectors =
                audience.sectors().stream().map(pack.sectors()::get).toList();
        return candidates().stream()
                .filter(one -> !one.code().value().equals(sender))
                .filter(one ->
                        audience.everyone()
                                || audience.bodies().contains(one.code().value())
                                || sectors.stream().anyMatch(sector -> sector.has(one)))
                .toList();
    }

    /** Whom one can warn: organisations of the country, not those abroad. */
    List<Organisation> candidates() {
        return directory.organisations().stream()
                .filter(one -> !one.kinds().contains(OrganisationKind.FOREIGN_COUNTERPART))
                .toList();
    }
}
