package az.qalxan.monitoring.incident;

import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import az.qalxan.monitoring.MonitoringPack;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How bodies and sectors are called. */
@Component
class SectorNames {

    private final Directory directory;
    private final MonitoringPack pack;

    SectorNames(MonitoringPack pack, Directory directory) {
        this.pack = pack;
        this.directory = directory;
    }

    String sector(String code, String language) {
        return pack.sector(code, language);
    }

    /** The acronyms of all organisations, by code. */
    Map<String, String> acronyms() {
        return directory.organisations().stream()
                .collect(
                        Collectors.toMap(
                                one -> one.code().value(),
                                Organisation::acronym,
                                (one, other) -> one));
    }
}
