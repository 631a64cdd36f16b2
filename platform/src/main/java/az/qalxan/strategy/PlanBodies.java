package az.qalxan.strategy;

import az.qalxan.access.BodyCode;
import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationNames;
import az.qalxan.engines.plan.Acronym;
import az.qalxan.engines.plan.PlanFile;
import az.qalxan.jurisdiction.Words;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the directory's bodies behind a plan's acronyms. */
@Component
class PlanBodies {

    private final Directory directory;

    PlanBodies(Directory directory) {
        this.directory = directory;
    }

    Named on(LocalDate day, PlanFile file) {
        Map<String, String> printed = new HashMap<>();
        for (Acronym one : file.acronyms()) {
            printed.put(one.acronym(), one.name());
        }
        return new Named(directory.names(), day, printed);
    }

    /** The bodies of one file on one day. */
    record Named(OrganisationNames names, LocalDate day, Map<String, String> printed) {

        PlanBody body(String acronym, boolean recommended) {
            @Nullable Organisation found =
                    names.called(acronym).flatMap(code -> names.on(code, day)).orElse(null);
            if (found != null) {
                return new PlanBody(
                        acronym,
                        found.code(),
                        found.acronym(),
                        found.name(),
                        recommended,
                        ended(found.code()));
            }
            String name = printed.getOrDefault(acronym, acronym);
            return new PlanBody(acronym, null, acronym, new Words(name, name), recommended, null);
        }

        private PlanBody.@Nullable Ended ended(BodyCode code) {
            return names.end(code, day)
                    .map(end -> new PlanBody.Ended(end.since(), end.successor()))
                    .orElse(null);
        }
    }
}
