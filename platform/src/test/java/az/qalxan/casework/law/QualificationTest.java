package az.qalxan.casework.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which articles stand on which day follows from the steps alone. */
class QualificationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private long sequence;

    private QualificationStep put(String article, int day) {
        return step(QualificationStep.Kind.PUT, article, "", day);
    }

    private QualificationStep drop(String article, int day) {
        return step(QualificationStep.Kind.DROPPED, article, "", day);
    }

    private QualificationStep requalify(String before, String after, int day) {
        return step(QualificationStep.Kind.REQUALIFIED, after, before, day);
    }

    private QualificationStep step(
            QualificationStep.Kind kind, String article, String replaces, int day) {
        LocalDate on = DAY.plusDays(day);
        return new QualificationStep(
                ++sequence, kind, article, replaces, on, on, "", "Əsas", Instant.EPOCH, "Sınaq");
    }

    private static Qualification added(Qualification before, QualificationStep step) {
        return switch (before.with(step)) {
            case Qualification.Outcome.Added(var after) -> after;
            case Qualification.Outcome.Standing(var article, var on) ->
                    throw new AssertionError(article + " stands on " + on);
            case Qualification.Outcome.Missing(var article, var on) ->
                    throw new AssertionError(article + " does not stand on " + on);
        };
    }

    private static List<String> articles(Qualification qualification, int day) {
        return qualification.asOf(DAY.plusDays(day)).stream()
                .map(Qualification.Standing::article)
                .toList();
    }

    @Test
    void eachDayHasTheArticlesOfItsDecisions() {
        Qualification all = new Qualification(List.of());
        all = added(all, put("178", 0));
        all = added(all, put("271", 3));
        all = added(all, requalify("178", "177.2.3-1", 5));
        all = added(all, drop("271", 9));
        assertThat(articles(all, -1)).isEmpty();
        assertThat(articles(all, 2)).containsExactly("178");
        assertThat(articles(all, 4)).containsExactly("178", "271");
        assertThat(articles(all, 5)).containsExactly("271", "177.2.3-1");
        assertThat(articles(all, 9)).containsExactly("177.2.3-1");
    }

    @Test
    void aDecisionEnteredLateTellsOfItsOwnDay() {
        Qualification all = added(new Qualification(List.of()), put("178", 5));
        all = added(all, put("272", 1));
        assertThat(articles(all, 2)).containsExactly("272");
    }

    @Test
    void whatStandsIsNotPutAndWhatDoesNotIsNotTakenAway() {
        Qualification all = added(new Qualification(List.of()), put("178", 5));
        assertThat(all.with(put("178", 6))).isInstanceOf(Qualification.Outcome.Standing.class);
        assertThat(all.with(put("178", 1))).isInstanceOf(Qualification.Outcome.Standing.class);
        assertThat(all.with(drop("178", 4))).isInstanceOf(Qualification.Outcome.Missing.class);
        assertThat(all.with(requalify("271", "272", 9)))
                .isInstanceOf(Qualification.Outcome.Missing.class);
    }

    /**
     * In whatever order steps are entered, each day shows what a plain replay of its days gives.
     */
    @Test
    void theOrderOfEntryDoesNotMatter() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<QualificationStep> steps = history(random);
            List<QualificationStep> shuffled = new ArrayList<>(steps);
            Collections.shuffle(shuffled, random);
            Qualification all = new Qualification(shuffled);
            for (int day = -1; day <= steps.size() + 1; day++) {
                assertThat(new TreeSet<>(articles(all, day)))
                        .as("seed %d, day %d of %s", seed, day, steps)
                        .isEqualTo(replayed(steps, DAY.plusDays(day)));
            }
        }
    }

    /** A history without contradiction, one step a day. */
    private List<QualificationStep> history(Random random) {
        List<QualificationStep> steps = new ArrayList<>();
        List<String> standing = new ArrayList<>();
        for (int day = 0; day < 12; day++) {
            String fresh = "1" + day;
            if (standing.isEmpty() || random.nextInt(3) == 0) {
                steps.add(put(fresh, day));
                standing.add(fresh);
            } else {
                String gone = standing.remove(random.nextInt(standing.size()));
                if (random.nextBoolean()) {
                    steps.add(requalify(gone, fresh, day));
                    standing.add(fresh);
                } else {
                    steps.add(drop(gone, day));
                }
            }
        }
        return steps;
    }

    private static TreeSet<String> replayed(List<QualificationStep> steps, LocalDate day) {
        TreeSet<String> standing = new TreeSet<>();
        for (QualificationStep step : steps) {
            if (!step.on().isAfter(day)) {
                standing.remove(
                        step.kind() == QualificationStep.Kind.DROPPED
                                ? step.article()
                                : step.replaces());
                if (step.kind() != QualificationStep.Kind.DROPPED) {
                    standing.add(step.article());
                }
            }
        }
        return standing;
    }
}
