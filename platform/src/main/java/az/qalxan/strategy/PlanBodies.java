package az.qalxan.strategy;

import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
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
        Map<String, Organisation> byAcronym = new HashMap<>();
        directory.organisations().forEach(one -> byAcronym.put(one.acronym(), one));
        Map<String, String> printed = new HashMap<>();
        for (Acronym one : file.acronyms()) {
            printed.put(one.acronym(), one.name());
        }
        return new Named(byAcronym, printed);
    }

    /** The bodies of one file on one day. */
    record Named(Map<String, Organisation> byAcronym, Map<String, String> printed) {

        PlanBody body(String acronym, boolean recommended) {
            @Nullable Organisation found = byAcronym.get(acronym);
            if (found != null) {
                return new PlanBody(
                        acronym, found.code(), found.acronym(), found.name(), recommended, null);
            }
            String name = printed.getOrDefault(acronym, acronym);
            return new PlanBody(acronym, null, acronym, new Words(name, name), recommended, null);
        }
    }
}
