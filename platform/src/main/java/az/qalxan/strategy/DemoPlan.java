package az.qalxan.strategy;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.database.WorkTime;
import az.qalxan.demo.DemoPeople;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Brings the official wording of the action plan in where the outside data is; without it the
 * demonstration works with the pack's facts and short titles.
 */
@Component
public class DemoPlan {

    /** Some days after the plan was approved. */
    private static final Instant RECORDED = Instant.parse("2023-09-04T06:00:00Z");

    private static final String NOTE = "Rəsmi mətn";

    private final Plans plans;
    private final EditionDesk desk;
    private final DemoPeople people;

    DemoPlan(Plans plans, EditionDesk desk, DemoPeople people) {
        this.plans = plans;
        this.desk = desk;
        this.people = people;
    }

    /**
     * Records the plan's file unless an edition stands already.
     *
     * @param home the program's own folder; the outside data lies beside it unless the environment
     *     names another
     * @return whether the wording is there
     */
    public boolean bringIn(Path home) throws IOException {
        if (plans.current().map(Plan::edition).filter(one -> one.wording()).isPresent()) {
            return true;
        }
        Optional<Path> file = file(home);
        if (file.isEmpty()) {
            return false;
        }
        byte[] yaml = Files.readAllBytes(file.get());
        WorkTime.run(
                RECORDED,
                () ->
                        ActingAs.run(
                                TransactionIdentity.job("demo"),
                                () ->
                                        desk.record(
                                                yaml,
                                                people.named("koordinator-xritdx").name(),
                                                NOTE)));
        return true;
    }

    private static Optional<Path> file(Path home) {
        String named = System.getenv("QALXAN_OUTSIDE_DATA");
        Path data = named == null ? home.resolve("../shared/data") : Path.of(named);
        Path file = data.resolve("action-plan.yaml").normalize();
        return Files.isReadable(file) ? Optional.of(file) : Optional.empty();
    }
}
